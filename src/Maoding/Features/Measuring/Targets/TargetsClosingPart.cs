using Maoding.Contracts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>Targets are judged by their figures when a month is closed: their rows take that light, not one from a share that somebody typed.</summary>
public sealed class TargetsClosingPart(MaodingContext db, TargetReader reader) : ClosingPart
{
    public override int Place => 100;

    public override async Task<ClosingWord> ReadAsync(ClosingScene scene, CancellationToken stop)
    {
        var judged = await JudgeAsync(scene.PlanId, scene.Month, scene.Today, stop);
        return new ClosingWord
        {
            Lights = judged.ToDictionary(t => t.Target.CommitmentId, t => t.Month.Light),
            Freeze = (_, _) =>
            {
                foreach (var (target, kept) in judged)
                {
                    target.Light = kept.Light;
                    db.TargetMonths.Add(kept);
                }

                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Every target of a plan whose row is a leaf in force and whose figures tell something.</summary>
    /// <param name="month">yyyymm.</param>
    /// <param name="today">The business date; figures of later months than the one after the closed one are not looked at.</param>
    private async Task<IReadOnlyList<(Target Target, TargetMonth Month)>> JudgeAsync(int planId, int month, DateOnly today, CancellationToken stop)
    {
        var rows = await db.Commitments.AsNoTracking()
            .Where(c => c.PlanId == planId && c.IsLeaf && c.State >= CommitmentState.Issued
                && c.State != CommitmentState.Stopped && db.Targets.Any(t => t.CommitmentId == c.Id))
            .Select(c => new TargetRow(c.Id, c.Number, c.Title, c.State, c.Order, c.LeadUnitId, c.LeaderPostId, c.Target)).ToDictionaryAsync(r => r.Id, stop);
        if (rows.Count == 0) return [];
        var ids = rows.Keys.ToList();
        var targets = await db.Targets.Where(t => ids.Contains(t.CommitmentId)).ToListAsync(stop);
        var indicators = await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Id, stop);
        var next = Period.OfMonth(Period.AddMonths(month, 1)).End;
        var asOf = today < next ? today : next;
        var known = await reader.KnownAsync(targets, month / 100, asOf, stop);
        return [.. targets.Select(t => (Target: t, Line: TargetReader.Line(rows[t.CommitmentId], t, indicators, known, month / 100, asOf)))
            .Where(t => t.Line.Light.Light != Light.None).Select(t => (t.Target, Kept(t.Line, month)))];
    }

    private static TargetMonth Kept(TargetLine line, int month) => new()
    {
        TargetId = line.Target.Id,
        Month = month,
        Verdict = line.Evaluation.Verdict,
        Light = line.Light.Light,
        DataMonth = line.Evaluation.Figure?.Month,
        Value = line.Evaluation.Figure?.Value,
        Planned = line.Evaluation.Planned,
        Gap = line.Evaluation.Gap,
        Forecast = line.Outlook?.Forecast,
        Low = line.Outlook?.Low,
        High = line.Outlook?.High,
        Likelihood = line.Outlook?.Likelihood,
        Rule = TargetLightRule.Number,
        Words = $"{line.Evaluation.Words}；第{line.Light.Line}条：{line.Light.Why}",
    };
}
