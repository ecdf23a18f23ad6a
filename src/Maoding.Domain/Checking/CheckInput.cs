using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;

namespace Maoding.Domain.Checking;

/// <summary>Everything the checks look at; read once for all of them.</summary>
/// <param name="Rows">Rows of the plan that are neither dropped, merged nor stopped; proposals included.</param>
/// <param name="Units">In official order, closed ones included.</param>
/// <param name="Posts">In official order, closed ones included.</param>
/// <param name="HeldPosts">Posts that somebody holds on the business date.</param>
/// <param name="Duplicates">Rows that seem to promise the same thing.</param>
public sealed record CheckInput(
    int PlanYear,
    IReadOnlyList<CheckedRow> Rows,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<Post> Posts,
    IReadOnlySet<int> HeldPosts,
    IReadOnlyList<CheckedPair> Duplicates,
    CheckLimits Limits)
{
    /// <summary>Targets that are tied to an indicator; null where targets are not looked at.</summary>
    public IReadOnlyList<Targets.TargetFacts>? Targets { get; init; }

    /// <summary>The document's own words by row; null where they are not looked at.</summary>
    public IReadOnlyDictionary<int, string>? Quotes { get; init; }

    /// <summary>Leaves that a batch could take in: confirmed, not issued.</summary>
    public IEnumerable<CheckedRow> OpenLeaves => Rows.Where(r => r is { IsLeaf: true, IsOpen: true });

    /// <summary>Leaves that somebody answers for or will: confirmed or issued.</summary>
    public IEnumerable<CheckedRow> Leaves => Rows.Where(r => r.IsLeaf && r.State >= CommitmentState.Draft);
}

/// <summary>A row as far as checks look at it.</summary>
/// <param name="OpenOpinions">Opinions on it that nobody has decided.</param>
/// <param name="WasConsulted">It was part of a round of consultation.</param>
/// <param name="Version">Of the row as it was read: what was checked is what may be issued.</param>
public sealed record CheckedRow(
    int Id,
    int? ParentId,
    bool IsLeaf,
    CommitmentState State,
    string Number,
    RowValues Values,
    bool WasConsulted,
    int OpenOpinions,
    int Version = 1)
{
    /// <summary>Who answers for it now but came too late to be asked.</summary>
    public IReadOnlyList<Voice> Unasked { get; init; } = [];

    /// <summary>In what it differs from what was asked about it, where nobody has confirmed that.</summary>
    public IReadOnlyList<RowDifference> Changed { get; init; } = [];

    /// <summary>Confirmed and not yet issued.</summary>
    public bool IsOpen => CommitmentMoves.IsOpen(State);
}

/// <summary>Two rows that seem to promise the same thing, with what they share.</summary>
public sealed record CheckedPair(int FirstId, int SecondId, string Grounds);

/// <summary>Where a unit has too much to answer for.</summary>
/// <param name="SharePercent">More than this share of all leaves, in percent.</param>
/// <param name="MedianTimes">More than this many times the median of the units that have any.</param>
/// <param name="LeastRows">Never below this number of leaves: in a small ledger shares say nothing.</param>
public sealed record CheckLimits(int SharePercent = 15, int MedianTimes = 3, int LeastRows = 6);
