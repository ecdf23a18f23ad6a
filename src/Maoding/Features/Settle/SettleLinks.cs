using System.Globalization;

namespace Maoding.Features.Settling;

/// <summary>The addresses of the year's end.</summary>
public static class SettleLinks
{
    public const string Index = "/settle";

    public const string TakeBack = $"{Index}?handler=TakeBack";

    /// <summary>What became of each sentence of a document.</summary>
    public static string Kept(int document) => string.Create(CultureInfo.InvariantCulture, $"{Index}/kept/{document}");
}
