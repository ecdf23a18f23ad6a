using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;
using Maoding.Features.Measuring.Figures;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>A version of a target.</summary>
public sealed record RevisionLine(TargetRevision Revision, string Words, string By);

/// <summary>A row that serves the target.</summary>
public sealed record WorkLine(int Id, string Number, string Title, CommitmentState State, int? LeadUnitId, int? Share, Light Light)
{
    /// <summary>Yellow or red: what a target that is behind asks after first.</summary>
    public bool IsLate => Light is Light.Yellow or Light.Red;
}

/// <summary>A part of the breakdown with what came of it so far.</summary>
public sealed record PartLine(TargetPart Part, Area Area, DatedFigure? Figure);

/// <summary>Everything that a target's page shows.</summary>
/// <param name="City">The city's figures of the year in the same measure; empty for totals, which are no yardstick.</param>
/// <param name="Before">Last year's figures by month 1 to 12.</param>
public sealed record TargetDetails(
    Plan Plan,
    TargetLine Line,
    IReadOnlyList<Quote> Quotes,
    IReadOnlyList<RevisionLine> Revisions,
    IReadOnlyList<PartLine> Parts,
    Breakdown Breakdown,
    IReadOnlyList<WorkLine> Works,
    Difficulty Difficulty,
    IReadOnlyList<DatedFigure> City,
    IReadOnlyList<DatedFigure> Before,
    IReadOnlyList<TargetMonth> Months)
{
    /// <summary>Late ones first where the target is behind.</summary>
    public IEnumerable<WorkLine> OrderedWorks => Line.Evaluation.Verdict is Verdict.Behind or Verdict.Missed ? Works.OrderByDescending(w => w.Light) : Works;
}

/// <summary>Reads one target with all that belongs to it.</summary>
public sealed class TargetDetailsReader(MaodingContext db, TargetReader reader, FigureReader figures, TargetReferences references)
{
    /// <summary>Null when there is no such target, or none that the actor may see.</summary>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<TargetDetails?> ReadAsync(CurrentRequest current, int id, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeTargets);
        var planId = await db.Targets.Where(t => t.Id == id).Select(t => (int?)t.PlanId).SingleOrDefaultAsync(stop);
        if (current.Directory.Ledger.Plans.FirstOrDefault(p => p.Id == planId) is not { } plan) return null;
        var board = await reader.ReadAsync(current.Actor, plan, current.Today, stop, id);
        if (board.Lines is not [var line]) return null;
        var areas = await db.Areas.AsNoTracking().OrderBy(a => a.Kind).ThenBy(a => a.Order).ThenBy(a => a.Id).ToListAsync(stop);
        var works = await db.Commitments.AsNoTracking().Where(c => db.Targets.Any(t => t.Id == id && t.Works.Any(w => w.CommitmentId == c.Id)))
            .VisibleTo(db, current.Actor).OrderBy(c => c.Order).ThenBy(c => c.Id)
            .Select(c => new WorkLine(c.Id, c.Number, c.Title, c.State, c.LeadUnitId, c.Share, c.Light)).ToListAsync(stop);
        var known = (await references.OfAsync([line], plan, stop))[line.Target.Id];
        var isTotal = line.Facts.IsBuiltUp || line.Facts.IsStock || line.Facts.Measure == FigureMeasure.Rank;
        return new TargetDetails(
            plan,
            line,
            await db.Quotes.AsNoTracking().Where(q => q.CommitmentId == line.Row.Id).OrderBy(q => q.Id).ToListAsync(stop),
            await RevisionsAsync(line, stop),
            await PartsAsync(line, areas, plan.Year, current.Today, stop),
            Breakdown.Of(line.Facts, line.Target.Parts),
            works,
            known,
            isTotal || areas.Find(a => a.Kind == AreaKind.City) is not { } city ? [] : await SeriesAsync(line, city.Id, plan.Year, current.Today, stop),
            [.. line.Figures.All.Where(f => f.Month / 100 == plan.Year - 1)],
            await db.TargetMonths.AsNoTracking().Where(m => m.TargetId == id).OrderBy(m => m.Month).ToListAsync(stop));
    }

    private async Task<IReadOnlyList<DatedFigure>> SeriesAsync(TargetLine line, int area, int year, DateOnly today, CancellationToken stop) =>
        [.. (await figures.ReadAsync([line.Target.IndicatorId], [area], (year * 100) + 1, Until(year, today), stop))
            .Where(s => s.Measure == line.Target.Measure).SelectMany(s => s.Points).Select(p => new DatedFigure(p.Month, p.Value, p.Decimals))];

    private async Task<IReadOnlyList<PartLine>> PartsAsync(TargetLine line, List<Area> areas, int year, DateOnly today, CancellationToken stop)
    {
        var of = line.Target.Parts.Select(p => p.AreaId).ToList();
        var series = (await figures.ReadAsync([line.Target.IndicatorId], of, (year * 100) + 1, Until(year, today), stop))
            .Where(s => s.Measure == line.Target.Measure).ToDictionary(s => s.AreaId, s => s.Points[^1]);
        return [.. from area in areas
                   join part in line.Target.Parts on area.Id equals part.AreaId
                   select new PartLine(
                       part, area, series.TryGetValue(area.Id, out var point) ? new DatedFigure(point.Month, point.Value, point.Decimals) : null)];
    }

    private async Task<IReadOnlyList<RevisionLine>> RevisionsAsync(TargetLine line, CancellationToken stop)
    {
        var revisions = await db.Set<TargetRevision>().AsNoTracking()
            .Where(r => r.TargetId == line.Target.Id).OrderByDescending(r => r.Number).ToListAsync(stop);
        var names = await db.NamesAsync([.. revisions.Select(r => r.ById).Distinct()], stop);
        return [.. revisions.Select(r => new RevisionLine(r, Words(line, r), names.GetValueOrDefault(r.ById, "系统")))];
    }

    private static string Words(TargetLine line, TargetRevision revision) => TargetPhrase.Of(line.Facts with
    {
        Target =
            new Target { Kind = revision.Kind, Measure = line.Target.Measure, Value = revision.Value, Value2 = revision.Value2, Decimals = revision.Decimals },
    });

    private static int Until(int year, DateOnly today) => Math.Min(Period.MonthOf(today), (year * 100) + 12);
}
