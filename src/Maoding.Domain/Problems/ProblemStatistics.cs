namespace Maoding.Domain.Problems;

/// <summary>What statistics need to know of a problem.</summary>
/// <param name="HeldBack">万元; null while nobody said.</param>
public sealed record ProblemSpan(ProblemCause Cause, ProblemState State, Tier Tier, int? ProjectId, DateOnly RaisedOn, DateOnly? ClosedOn, decimal? HeldBack)
{
    public bool IsOpen => ProblemMoves.IsOpen(State);

    /// <summary>Calendar days from raising to closing, or to today.</summary>
    public int Days(DateOnly today) => (ClosedOn ?? today).DayNumber - RaisedOn.DayNumber;
}

/// <summary>What became of the problems of one cause, or of all.</summary>
/// <param name="Cause">Null for the sum.</param>
/// <param name="Median">Of the days that they were or are open; null for none.</param>
/// <param name="Longest">Likewise.</param>
/// <param name="OnTier">How many assigned ones that are still open stand on each tier.</param>
/// <param name="HeldBack">Investment that open ones hold back, 万元; that of one project counts once.</param>
/// <param name="Unsaid">Open ones of which nobody said how much they hold back.</param>
public sealed record CauseLine(
    ProblemCause? Cause, int Open, int Closed, decimal? Median, int? Longest, IReadOnlyDictionary<Tier, int> OnTier, decimal HeldBack, int Unsaid);

/// <summary>How many, how long, where stuck, and the money.</summary>
public static class ProblemStatistics
{
    /// <summary>A line for each cause that has problems, the one that holds back the most first; declined ones are no problems.</summary>
    public static IReadOnlyList<CauseLine> ByCause(IReadOnlyCollection<ProblemSpan> problems, DateOnly today) =>
        [.. problems.Where(Counts).GroupBy(p => p.Cause).Select(g => Line(g.Key, [.. g], today))
            .OrderByDescending(l => l.HeldBack).ThenByDescending(l => l.Open).ThenBy(l => l.Cause)];

    public static CauseLine Sum(IReadOnlyCollection<ProblemSpan> problems, DateOnly today) => Line(null, [.. problems.Where(Counts)], today);

    private static bool Counts(ProblemSpan problem) => problem.State != ProblemState.Declined;

    private static CauseLine Line(ProblemCause? cause, List<ProblemSpan> problems, DateOnly today)
    {
        var open = problems.FindAll(p => p.IsOpen);
        var days = problems.ConvertAll(p => p.Days(today));
        days.Sort();
        return new CauseLine(
            cause,
            open.Count,
            problems.Count - open.Count,
            days.Count == 0 ? null : Median(days),
            days.Count == 0 ? null : days[^1],
            open.Where(p => p.State != ProblemState.Raised).GroupBy(p => p.Tier).ToDictionary(g => g.Key, g => g.Count()),
            HeldBackBy(open),
            open.Count(p => p.HeldBack is null));
    }

    /// <summary>Two problems of one project hold the same money back: the larger counts.</summary>
    private static decimal HeldBackBy(List<ProblemSpan> open) =>
        open.Where(p => p.ProjectId is null).Sum(p => p.HeldBack ?? 0) + open.Where(p => p.ProjectId is not null)
            .GroupBy(p => p.ProjectId).Sum(g => g.Max(p => p.HeldBack ?? 0));

    private static decimal Median(List<int> sorted)
    {
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m;
    }
}
