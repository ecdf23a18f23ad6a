using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of calling units whose reports are missing.</summary>
public static class ChaseLinks
{
    public const string Index = "/chasing";

    public static string Month(int yearMonth) => string.Create(CultureInfo.InvariantCulture, $"{Index}?month={yearMonth}");

    /// <summary>A month by units or by leaders.</summary>
    public static string Month(int yearMonth, bool byLeader) => Month(yearMonth) + (byLeader ? "&by=leader" : "");
}
