using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Rules;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>A closed month of a row.</summary>
/// <param name="Shown">With a red month that was made up as the rules show it.</param>
/// <param name="Reason">In words with the numbers used.</param>
/// <param name="Rule">The rule as it is written; empty when none fired.</param>
/// <param name="Report">Period of the report behind the numbers; null for a row with leaves or without any.</param>
/// <param name="OverriddenBy">Name; empty when nobody changed the light.</param>
public sealed record RowMonthLine(MonthLight Month, Light Shown, string Reason, string Rule, string RulesName, Period? Report, string OverriddenBy);

/// <summary>What a row's page shows of the year.</summary>
/// <param name="Months">Newest first.</param>
/// <param name="Actual">Share done by month, January first, 0 to 1000; null where nothing is known.</param>
public sealed record RowYear(IReadOnlyList<RowMonthLine> Months, IReadOnlyList<int?> Actual)
{
    public static RowYear None { get; } = new([], []);
}

/// <summary>Reads the lights of one row with what is behind them.</summary>
public sealed class RowLights(MaodingContext db)
{
    /// <param name="row">That the actor may see.</param>
    public async Task<RowYear> ReadAsync(Commitment row, Plan plan, DateOnly today, CancellationToken stop)
    {
        var months = await db.MonthLights.AsNoTracking().Where(l => l.CommitmentId == row.Id).OrderByDescending(l => l.Month).ToListAsync(stop);
        var reports = await db.Reports.AsNoTracking().Where(r => r.CommitmentId == row.Id && r.State == ReportState.Accepted)
            .OrderBy(r => r.Period).Select(r => new AcceptedReport(r.Id, r.Period, r.Share)).ToListAsync(stop);
        if (months.Count == 0) return new RowYear([], Actual(row, plan, months, reports, today));
        var used = months.Select(m => m.RuleEditionId).Distinct().ToList();
        var editions = await db.RuleEditions.AsNoTracking().Where(e => used.Contains(e.Id)).ToDictionaryAsync(e => e.Id, stop);
        var rules = editions.ToDictionary(e => e.Key, e => LightKind.RulesOf(e.Value));
        var names = await db.NamesAsync([.. months.Select(m => m.OverriddenById).OfType<int>().Distinct()], stop);
        var targets = await db.TargetMonths.AsNoTracking().Where(m => db.Targets.Any(t => t.Id == m.TargetId && t.CommitmentId == row.Id))
            .ToDictionaryAsync(m => m.Month, m => m.Words, stop);
        var lines = months.Select(month => new RowMonthLine(
            month,
            Recovery.Shown(month, rules[month.RuleEditionId]),
            !row.IsLeaf ? LeavesReason(month) : month.Rule == Judgement.ByTarget
                && targets.TryGetValue(month.Month, out var words) ? words : rules[month.RuleEditionId].Reason(month),
            month.Rule > 0 ? LightRules.Line(rules[month.RuleEditionId].Rules[month.Rule - 1]) : "",
            month.Rule == Judgement.ByTarget ? "目标亮灯规则" : editions[month.RuleEditionId].Title(),
            reports.Find(r => r.Id == month.ReportId) is { } report ? new Period(report.Period) : null,
            month.OverriddenById is { } id ? names.GetValueOrDefault(id, "别人") : ""));
        return new RowYear([.. lines], Actual(row, plan, months, reports, today));
    }

    private static string LeavesReason(MonthLight month) => month.Light == Light.None ? "各子项都没有评" : $"子项中最差的是{LightWords.Of(month.Light)}";

    /// <summary>Closed months as frozen; after them the reports, and where others than reports tell the row, what it stands at this month.</summary>
    private static int?[] Actual(Commitment row, Plan plan, List<MonthLight> months, List<AcceptedReport> reports, DateOnly today) =>
    [
        .. Enumerable.Range(1, 12).Select(m => (plan.Year * 100) + m)
            .Select(month => months.Find(l => l.Month == month) is { } closed ? closed.Done
                : reports.Count == 0 && month == Period.MonthOf(today) ? row.Share
                : reports.FindLast(r => new Period(r.Period).Month == month)?.Share),
    ];

    private sealed record AcceptedReport(int Id, int Period, int? Share);
}
