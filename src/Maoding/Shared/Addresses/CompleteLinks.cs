using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of settling rows.</summary>
public static class CompleteLinks
{
    public const string Index = "/completing";

    /// <summary>Where a row is applied for, verified, settled and taken up again.</summary>
    public static string Row(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}");
}
