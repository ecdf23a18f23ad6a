using System.Globalization;
using Maoding.Domain.Lights;
using Maoding.TestKit;

namespace Maoding.Domain.Tests.Lights;

/// <summary>Reads the cells of the specifications beside this file.</summary>
internal static class SpecCells
{
    public static IReadOnlyList<SpecExample> Read(string name) => SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Lights", name));

    public static int? PerMille(string cell) => cell == "无" ? null : (int)(decimal.Parse(cell, CultureInfo.InvariantCulture) * 10);

    public static int? Number(string cell) => cell == "无" ? null : int.Parse(cell, CultureInfo.InvariantCulture);

    public static Light Light(string cell) => Enum.GetValues<Light>().Single(l => LightWords.Of(l) == cell);

    /// <summary>202602-2 as 2026022; 0 for none.</summary>
    public static int Period(string cell) => int.Parse(cell.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
