using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of the year's end.</summary>
public static class SettleLinks
{
    public const string Index = "/settling";

    public const string TakeBack = $"{Index}?handler=TakeBack";

    /// <summary>What became of each sentence of a document.</summary>
    public static string Kept(int document) => string.Create(CultureInfo.InvariantCulture, $"{Index}/kept/{document}");
}
