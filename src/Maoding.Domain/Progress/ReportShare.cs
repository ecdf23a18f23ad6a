using System.Globalization;
using System.Numerics;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Progress;

/// <summary>What a share is computed from.</summary>
public enum ShareBasis
{
    /// <summary>按数量: the mean of what share of each quantity was reached.</summary>
    Quantities = 1,

    /// <summary>按节点: the weights of the milestones that were reached.</summary>
    Milestones = 2,

    /// <summary>填写: the row has neither, and nothing else tells its progress.</summary>
    Typed = 3,

    /// <summary>按指标: the row's target is judged by its figures; nobody is asked.</summary>
    Figures = 4,

    /// <summary>按项目投资: projects serve the row and report their investment themselves.</summary>
    Projects = 5,
}

/// <summary>One quantity or milestone of a share, for opening the number.</summary>
/// <param name="Share">Of this part alone, 0 to 1000; null while nothing was reported of it.</param>
/// <param name="Words">改造老旧小区 7/12个, 完成主体 2026-06-12.</param>
public sealed record SharePart(string Words, int? Share);

/// <summary>What share of a row's whole work is done, and what that is made of.</summary>
/// <param name="Value">0 to 1000, rounded down, so that 1000 is only what is whole; null while something is not reported.</param>
public sealed record ReportShare(ShareBasis Basis, int? Value, IReadOnlyList<SharePart> Parts)
{
    /// <summary>In the place of a share that is none: a report went on without one because its row's figures tell.</summary>
    public const string ByFigures = "看指标";

    /// <summary>
    /// A target's row takes everything from figures. Of any other its quantities count before its milestones; quantities of nothing cannot be
    /// measured. A share is asked for only where nothing else tells it.
    /// </summary>
    /// <param name="source">What tells the row's progress from elsewhere; null: nothing does.</param>
    public static ShareBasis BasisOf(Commitment row, ShareSource? source) =>
        row.Kind == CommitmentKind.Target ? source?.Basis ?? ShareBasis.Figures
        : Counted(row).Count > 0 ? ShareBasis.Quantities
        : row.Milestones.Count > 0 ? ShareBasis.Milestones
        : source?.Basis ?? ShareBasis.Typed;

    /// <summary>Whether a report must have a share before it goes on: not where its source has none to tell.</summary>
    public static bool IsNeeded(Commitment row, ShareSource? source) =>
        BasisOf(row, source) is ShareBasis.Quantities or ShareBasis.Milestones or ShareBasis.Typed;

    /// <param name="typed">Used only for a row that is asked for its share.</param>
    public static ReportShare Of(
        Commitment row, IReadOnlyList<ReportedQuantity> quantities, IReadOnlyList<ReportedMilestone> milestones, int? typed, ShareSource? source) =>
        BasisOf(row, source) switch
        {
            ShareBasis.Quantities => OfQuantities(Counted(row), quantities),
            ShareBasis.Milestones => OfMilestones(row, milestones),
            ShareBasis.Typed => new ReportShare(ShareBasis.Typed, typed, []),
            var basis => new ReportShare(basis, source?.Share, []),
        };

    /// <summary>The share of the latest accepted report, null where that one needed none; the order in which reports were accepted does not count.</summary>
    /// <param name="before">Only reports of earlier periods; null for all.</param>
    public static int? Latest(IEnumerable<ProgressReport> reports, Period? before = null) => reports
        .Where(r => r.State == ReportState.Accepted && (before is not { } period || InTime(r).CompareTo(Time(period)) < 0))
        .OrderBy(InTime)
        .LastOrDefault()?.Share;

    /// <summary>The same from accepted reports of which only period and share are at hand.</summary>
    public static int? Latest(IEnumerable<(int Period, int? Share)> accepted, Period before) => accepted
        .Select(r => (At: Time(new Period(r.Period)), r.Share))
        .Where(r => r.At.CompareTo(Time(before)) < 0)
        .OrderBy(r => r.At)
        .LastOrDefault().Share;

    /// <summary>The last report of an earlier period, whatever became of it; null for none.</summary>
    public static ProgressReport? LastBefore(IEnumerable<ProgressReport> reports, Period period) =>
        reports.Where(r => InTime(r).CompareTo(Time(period)) < 0).OrderBy(InTime).LastOrDefault();

    /// <summary>Reports in the order of time: by the last day that they tell of.</summary>
    public static (int Day, int Key) InTime(ProgressReport report) => Time(new Period(report.Period));

    /// <summary>A share below the last accepted one needs a reason.</summary>
    /// <exception cref="RefusalException">REP006.</exception>
    public static void DemandNoFall(int? share, int? last, string reason)
    {
        if (share < last && reason.Trim().Length == 0)
            throw new RefusalException("REP006", $"完成比例 {Percent(share)} 低于上次审核的 {Percent(last)}。请核对数据；确实要调低的，写明原因。") { Field = "FallReason" };
    }

    /// <summary>The words for a leaf's share: work that began by an accepted report without one is told by figures.</summary>
    public static string WordsOf(CommitmentState state, int? share) => Percent(share, HasBegun(state) ? ByFigures : "未报");

    /// <summary>A report of it was accepted.</summary>
    public static bool HasBegun(CommitmentState state) =>
        state is CommitmentState.InProgress or CommitmentState.CompletionApplied or CommitmentState.Verified or CommitmentState.Done;

    /// <summary>65.4%.</summary>
    /// <param name="none">For no share.</param>
    public static string Percent(int? share, string none = "未报") =>
        share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value / 10m:0.#}%") : none;

    private static (int Day, int Key) Time(Period period) => (period.End.DayNumber, period.Key);

    private static List<Quantity> Counted(Commitment row) => [.. row.Quantities.Where(q => q.Value > 0).OrderBy(q => q.Id)];

    private static ReportShare OfQuantities(List<Quantity> wanted, IReadOnlyList<ReportedQuantity> reported)
    {
        var pairs = wanted.ConvertAll(q => (Target: q, Done: reported.FirstOrDefault(r => r.Name == q.Name && r.Unit == q.Unit)?.Value));
        var parts = pairs.ConvertAll(p => new SharePart(
            string.Create(CultureInfo.InvariantCulture, $"{p.Target.Name} "
                + $"{(p.Done is { } done ? done.ToString("0.######", CultureInfo.InvariantCulture) : "未报")}/{p.Target.Value:0.######}{p.Target.Unit}"),
            p.Done is { } value ? Mean([(p.Target.Value, value)]) : null));
        return new ReportShare(
            ShareBasis.Quantities, pairs.Exists(p => p.Done is null) ? null : Mean([.. pairs.Select(p => (p.Target.Value, p.Done!.Value))]), parts);
    }

    private static ReportShare OfMilestones(Commitment row, IReadOnlyList<ReportedMilestone> reported)
    {
        var stones = row.Milestones.OrderBy(m => m.Due).ThenBy(m => m.Id)
            .Select(m => (Stone: m, Reached: reported.FirstOrDefault(r => r.Name == m.Name)?.ReachedOn)).ToList();
        var (reached, all) = (stones.Where(s => s.Reached is not null).Sum(s => (long)s.Stone.Weight), stones.Sum(s => (long)s.Stone.Weight));
        return new ReportShare(ShareBasis.Milestones, PerMille.Of(reached, all), stones.ConvertAll(s => new SharePart(
            $"{s.Stone.Name} {(s.Reached is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 完成" : "未完成")}（权重 {s.Stone.Weight}）",
            s.Reached is null ? 0 : PerMille.Whole)));
    }

    /// <summary>The mean of min(1, done ÷ target), in whole numbers: a third and two thirds are one.</summary>
    private static int Mean(IReadOnlyList<(decimal Target, decimal Done)> parts)
    {
        BigInteger above = 0, below = 1;
        foreach (var (target, done) in parts)
        {
            var (of, part) = (Millionths(target), Millionths(Math.Clamp(done, 0, target)));
            (above, below) = ((above * of) + (part * below), below * of);
        }

        return (int)(above * PerMille.Whole / (below * parts.Count));
    }

    private static BigInteger Millionths(decimal value) => new(value * 1_000_000m);
}
