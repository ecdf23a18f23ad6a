namespace Maoding.Text.Themes;

/// <summary>What sort of set a theme is.</summary>
public enum ThemeKind
{
    /// <summary>A set of strands of the region's or its superiors' work.</summary>
    Work,

    /// <summary>A national political formula (“四个意识”); left out of listings unless asked for.</summary>
    Formula,
}

/// <summary>A named set of strands (“六个转型”) and where it is named.</summary>
/// <param name="Name">The set's name without quotes.</param>
/// <param name="Count">How many strands the name announces; null when it does not say.</param>
/// <param name="Members">The strands in order where the text lists them and their number agrees with the name, else empty.</param>
/// <param name="Spans">Each mention in the source, first first.</param>
/// <param name="Definition">The mention that lists the members; null when none does.</param>
public sealed record Theme(string Name, ThemeKind Kind, int? Count, IReadOnlyList<string> Members, IReadOnlyList<TextSpan> Spans, TextSpan? Definition);
