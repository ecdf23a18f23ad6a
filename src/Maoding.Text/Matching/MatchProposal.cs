namespace Maoding.Text.Matching;

/// <summary>A row of a plan or a finding of a document, as far as it is compared.</summary>
/// <param name="Id">The caller's number for it, different for each in its list.</param>
/// <param name="Title">Its short name; may be empty.</param>
/// <param name="Words">The quoted words; amounts are read from them.</param>
public sealed record MatchEntry(int Id, string Title, string Words);

/// <summary>How a finding belongs to the rows that are there.</summary>
public enum MatchKind
{
    /// <summary>一致: the row promises this already.</summary>
    Same,

    /// <summary>包含: the row promises this among other things, or more of it.</summary>
    Narrower,

    /// <summary>新增: no row is like it.</summary>
    New,
}

/// <summary>What is proposed for one finding; a person confirms it.</summary>
/// <param name="ExistingId">The row it belongs to; null for <see cref="MatchKind.New"/>.</param>
/// <param name="Score">How alike they are, 0 to 1; for a new one the score of the nearest row.</param>
/// <param name="Reasons">依据, in Chinese: shared words, equal and different amounts; empty for a new one.</param>
public sealed record MatchProposal(int NewId, MatchKind Kind, int? ExistingId, double Score, IReadOnlyList<string> Reasons);

/// <summary>Two rows of one plan that seem to promise the same thing.</summary>
/// <param name="FirstId">The smaller number of the two.</param>
/// <param name="Score">0 to 1.</param>
public sealed record DuplicatePair(int FirstId, int SecondId, double Score, IReadOnlyList<string> Reasons);
