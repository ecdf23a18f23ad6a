using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Shared;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>The numbers of a closed month's print: as they were printed, and as rules, reports and figures give them again.</summary>
internal static class MonthNumbers
{
    private const string Head = "任务内部号,亮灯,改定的灯,规则第几条,计划进度,完成进度,连续未达计划月数,连续未报月数,距时限天数,连续没有进展的月数,填报内部号";

    /// <param name="lights">Of rows and of their parents, as they stand in the paper; the flag says which are leaves.</param>
    public static IEnumerable<string> Printed(IReadOnlyList<(int RowId, bool IsLeaf, MonthLight Light)> lights) =>
        [Head, .. lights.OrderBy(l => l.RowId).Select(l => Line(l.Light, l.Light.Light, l.Light.Rule, l.Light.Override, l.Light.Done)),
            .. Sums(lights.Where(l => l.IsLeaf).Select(l => l.Light.Shown))];

    /// <summary>
    /// Each light judged again by its edition of the rules, its target or its leaves; the share again from its report; both, and what a person
    /// set instead, as of an entry of the chain.
    /// </summary>
    public static async Task<IReadOnlyList<string>> AgainAsync(MaodingContext db, int closeId, long sequence, CancellationToken stop)
    {
        var close = await db.MonthCloses.AsNoTracking().SingleAsync(c => c.Id == closeId, stop);
        var lights = await db.MonthLights.AsNoTracking().Where(l => l.PlanId == close.PlanId && l.Month == close.Month)
            .OrderBy(l => l.CommitmentId).ToListAsync(stop);
        var rows = await db.Commitments.AsNoTracking().Where(c => c.PlanId == close.PlanId)
            .Select(c => new { c.Id, c.ParentId, c.IsLeaf, c.Kind }).ToDictionaryAsync(c => c.Id, stop);
        var rules = LightKind.RulesOf(await db.RuleEditions.AsNoTracking().SingleAsync(e => e.Id == close.RuleEditionId, stop));
        var targets = await db.TargetMonths.AsNoTracking().Where(m => m.Month == close.Month)
            .Join(db.Targets, m => m.TargetId, t => t.Id, (m, t) => new { t.CommitmentId, m.Light }).ToDictionaryAsync(t => t.CommitmentId, t => t.Light, stop);
        var ids = lights.Select(l => l.ReportId).OfType<int>().ToList();
        var reports = await db.Reports.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Share, r.IsTyped })
            .ToDictionaryAsync(r => r.Id, stop);
        var reported = await PastValues.AtAsync(db, nameof(ProgressReport), sequence, stop);
        var given = await PastValues.AtAsync(db, nameof(MonthLight), sequence, stop);
        var judged = lights.Where(l => rows[l.CommitmentId].IsLeaf).ToDictionary(l => l.CommitmentId, l => l.Rule == Judgement.ByTarget
            ? new Judgement(targets.GetValueOrDefault(l.CommitmentId), Judgement.ByTarget) : rules.Judge(LightFacts.Of(l)));
        var leaves = judged.ToLookup(j => rows[j.Key].ParentId ?? 0, j => j.Value);
        var (lines, shown) = (new List<string> { Head }, new List<Light>());
        foreach (var light in lights)
        {
            var row = rows[light.CommitmentId];
            var found = row.IsLeaf ? judged[row.Id] : ParentMonth.Worst(leaves[row.Id]);
            var instead = given.Choice(light.Id, nameof(MonthLight.Override), light.Override);
            var share = light.ReportId is not { } report ? light.Done
                : row.Kind == CommitmentKind.Target && reports[report].IsTyped ? null
                : reported.Number(report, nameof(ProgressReport.Share), reports[report].Share);
            lines.Add(Line(light, found.Light, found.Rule, instead, share));
            if (row.IsLeaf) shown.Add(instead ?? found.Light);
        }

        return [.. lines, .. Sums(shown)];
    }

    private static string Line(MonthLight light, Light shown, int rule, Light? instead, int? share) => KeptNumbers.Line(
        light.CommitmentId, LightWords.Of(shown), instead is { } given ? LightWords.Of(given) : "", rule, light.Planned, share,
        light.MissedMonths, light.MissingMonths, light.DaysLeft, light.IdleMonths, light.ReportId);

    private static IEnumerable<string> Sums(IEnumerable<Light> shown)
    {
        var counts = shown.CountBy(l => l).ToDictionary();
        return LightMark.Order.Select(l => KeptNumbers.Line("合计", LightWords.Of(l), counts.GetValueOrDefault(l)));
    }
}
