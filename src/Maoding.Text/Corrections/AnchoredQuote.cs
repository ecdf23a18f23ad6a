namespace Maoding.Text.Corrections;

/// <summary>What became of a quote in the next text of its document.</summary>
public enum QuoteFate
{
    /// <summary>The same words stand in the place that answers to the old one; only spaces and line ends may differ.</summary>
    Unchanged,

    /// <summary>The words were edited, or stand elsewhere now: a person should look.</summary>
    Changed,

    /// <summary>Nothing alike is left.</summary>
    Lost,
}

/// <summary>A quote of the old text and where it stands in the new one.</summary>
/// <param name="Old">The span asked for.</param>
/// <param name="New">Its place in the new text; empty at 0 when lost.</param>
/// <param name="OldWords">The quoted words.</param>
/// <param name="NewWords">The words at <paramref name="New"/>; empty when lost.</param>
/// <param name="Similarity">Shared pairs of characters, 0 to 1; 1 with <see cref="QuoteFate.Changed"/> means the same words moved.</param>
public sealed record AnchoredQuote(TextSpan Old, QuoteFate Fate, TextSpan New, string OldWords, string NewWords, double Similarity);

/// <summary>How two texts of one document answer to each other.</summary>
/// <param name="Quotes">One for each span asked for, in the order asked.</param>
/// <param name="Added">Sentences of the new text that the old one has nothing like, in order; spans of the new text.</param>
public sealed record CorrectionAlignment(IReadOnlyList<AnchoredQuote> Quotes, IReadOnlyList<TextSpan> Added);
