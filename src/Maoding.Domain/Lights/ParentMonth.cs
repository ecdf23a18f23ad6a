using Maoding.Domain.Progress;

namespace Maoding.Domain.Lights;

/// <summary>A row at a month: its light with what that was judged by.</summary>
/// <param name="IsMissing">A report was due for the month itself and is not there.</param>
/// <param name="IsDone">Verified or settled: not judged, and whole whatever was reported.</param>
public sealed record JudgedMonth(Judgement Judgement, LightFacts Facts, bool IsMissing, bool IsDone);

/// <summary>A row with leaves: computed from them, all of the same weight, those that were stopped left out.</summary>
public static class ParentMonth
{
    /// <summary>The worst light with its rule and the worst numbers; shares are the mean of the leaves'.</summary>
    /// <param name="leaves">At least one, in any order.</param>
    public static JudgedMonth Of(IReadOnlyCollection<JudgedMonth> leaves) => new(
        Worst(leaves.Select(l => l.Judgement)),
        new LightFacts(
            ShareOf([.. leaves.Select(l => l.Facts.Planned)]),
            ShareOf([.. leaves.Select(l => l.IsDone ? PerMille.Whole : l.Facts.Done)]),
            leaves.Max(l => l.Facts.MissedMonths),
            leaves.Max(l => l.Facts.MissingReports),
            leaves.Min(l => l.Facts.DaysLeft),
            leaves.Max(l => l.Facts.NotStarted)),
        leaves.Any(l => l.IsMissing),
        leaves.All(l => l.IsDone));

    /// <summary>The worst of the leaves' lights, with the rule that gave it; of rules that give it the first.</summary>
    public static Judgement Worst(IEnumerable<Judgement> leaves) =>
        leaves.DefaultIfEmpty().MaxBy(j => (j.Light, j.Rule == 0 ? int.MinValue : -j.Rule));

    /// <summary>The share of a row from the shares of its leaves: the mean, where a leaf without one counts 0; null when none has one.</summary>
    /// <remarks>Rounded down, so that a row is whole only when every leaf is.</remarks>
    public static int? ShareOf(IReadOnlyCollection<int?> leaves) => leaves.Any(l => l is not null) ? leaves.Sum(l => l ?? 0) / leaves.Count : null;

    /// <summary>The light of a row from the lights of its leaves: the worst.</summary>
    public static Light LightOf(IEnumerable<Light> leaves) => leaves.DefaultIfEmpty().Max();
}
