using Maoding.Domain.Access;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Settling;
using Maoding.Features.Planning.Ledger.Amending;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Overviews;

/// <summary>A batch issued between the two dates.</summary>
public sealed record IssuedLine(Issue Issue, int Rows);

/// <summary>What an amendment did to its row, by the most telling of its changes.</summary>
public enum AmendedHow
{
    /// <summary>停办.</summary>
    Stopped = 1,

    /// <summary>恢复推进.</summary>
    Resumed,

    /// <summary>改期.</summary>
    Redated,

    /// <summary>调整.</summary>
    Changed,
}

/// <summary>An amendment decided between the two dates.</summary>
public sealed record AmendedLine(
    AmendedHow How, int RowId, string Number, string Title, DateOnly DecidedOn, string Reason, string Decision, IReadOnlyList<AmendedField> Changes);

/// <summary>A row verified between the two dates.</summary>
public sealed record DoneLine(int RowId, string Number, string Title, int? LeadUnitId, DateOnly On, string Finding, string By);

/// <summary>A row whose light is another one.</summary>
public sealed record TurnedLine(int RowId, string Number, string Title, int? LeadUnitId, Light Before, Light After);

/// <summary>What moved between two dates, and who decided.</summary>
/// <param name="Before">The last month closed by the first date, yyyymm; null for none.</param>
/// <param name="After">The same for the second date.</param>
/// <param name="Turned">Those that got worse first.</param>
/// <param name="IsCut">A list is longer than is shown.</param>
public sealed record CompareView(
    DateOnly From, DateOnly To, IReadOnlyList<IssuedLine> Issued, IReadOnlyList<AmendedLine> Amended,
    IReadOnlyList<DoneLine> Done, int? Before, int? After, IReadOnlyList<TurnedLine> Turned, bool IsCut)
{
    public IEnumerable<AmendedLine> Of(AmendedHow how) => Amended.Where(a => a.How == how);
}

/// <summary>Compares the ledger on two dates by the decisions and closings between them.</summary>
public sealed class CompareService(MaodingContext db, CountedRows counted)
{
    /// <summary>Lines of one kind shown at once.</summary>
    public const int ShownAtMost = 300;

    /// <param name="from">The state at the end of this day is compared.</param>
    /// <param name="to">With that at the end of this one; earlier than <paramref name="from"/>: the two change places.</param>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<CompareView> ReadAsync(Actor actor, Plan plan, DateOnly from, DateOnly to, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeOverview);
        if (from > to) (from, to) = (to, from);
        var rows = counted.Of(plan.Id);
        var issued = await (from issue in db.Issues.AsNoTracking()
                            where issue.PlanId == plan.Id && issue.IssuedOn > @from && issue.IssuedOn <= to
                            orderby issue.IssuedOn, issue.Batch
                            select new IssuedLine(issue, rows.Count(c => c.IssueId == issue.Id))).ToListAsync(stop);
        var amended = await AmendedAsync(plan.Id, from, to, stop);
        var done = await DoneAsync(plan.Id, from, to, stop);
        var closed = await db.MonthCloses.AsNoTracking().Where(c => c.PlanId == plan.Id && c.ClosedOn <= to)
            .Select(c => new { c.Month, c.ClosedOn }).ToListAsync(stop);
        var (before, after) = (closed.Where(c => c.ClosedOn <= from).Max(c => (int?)c.Month), closed.Max(c => (int?)c.Month));
        var turned = before != after && before is { } first && after is { } second ? await TurnedAsync(plan.Id, first, second, stop) : [];
        var isCut = amended.Count > ShownAtMost || done.Count > ShownAtMost || turned.Count > ShownAtMost;
        return new CompareView(
            from, to, issued, [.. amended.Take(ShownAtMost)], [.. done.Take(ShownAtMost)], before, after, [.. turned.Take(ShownAtMost)], isCut);
    }

    internal static AmendedHow HowOf(IReadOnlyList<AmendedField> changes)
    {
        if (changes.FirstOrDefault(c => c.Label == "状态") is { } state)
            return state.After == CommitmentMoves.NameOf(CommitmentState.Stopped) ? AmendedHow.Stopped : AmendedHow.Resumed;
        return changes.Any(c => c.Label == "完成时限") ? AmendedHow.Redated : AmendedHow.Changed;
    }

    private async Task<IReadOnlyList<AmendedLine>> AmendedAsync(int planId, DateOnly from, DateOnly to, CancellationToken stop)
    {
        var found = await (from amendment in db.Amendments.AsNoTracking()
                           join row in db.Commitments on amendment.CommitmentId equals row.Id
                           where row.PlanId == planId && amendment.DecidedOn > @from && amendment.DecidedOn <= to
                           orderby amendment.DecidedOn, row.Order, amendment.Id
                           select new { Amendment = amendment, row.Number, row.Title }).Take(ShownAtMost + 1).ToListAsync(stop);
        return [.. found.Select(f =>
        {
            var changes = AmendmentText.Read(f.Amendment.Changes);
            return new AmendedLine(
                HowOf(changes), f.Amendment.CommitmentId, f.Number, f.Title, f.Amendment.DecidedOn, f.Amendment.Reason, f.Amendment.Decision, changes);
        })];
    }

    private async Task<IReadOnlyList<DoneLine>> DoneAsync(int planId, DateOnly from, DateOnly to, CancellationToken stop)
    {
        var found = await (from completion in db.Completions.AsNoTracking()
                           join row in db.Commitments on completion.CommitmentId equals row.Id
                           where row.PlanId == planId && completion.State == CompletionState.Verified
                               && completion.DecidedOn > @from && completion.DecidedOn <= to
                           orderby completion.DecidedOn, row.Order, completion.Id
                           select new { Completion = completion, row.Number, row.Title, row.LeadUnitId }).Take(ShownAtMost + 1).ToListAsync(stop);
        var names = await db.NamesAsync([.. found.Select(f => f.Completion.DecidedById ?? 0).Distinct()], stop);
        return [.. found.Select(f => new DoneLine(
            f.Completion.CommitmentId, f.Number, f.Title, f.LeadUnitId, f.Completion.DecidedOn!.Value,
            f.Completion.Finding, names.GetValueOrDefault(f.Completion.DecidedById ?? 0, "")))];
    }

    private async Task<IReadOnlyList<TurnedLine>> TurnedAsync(int planId, int before, int after, CancellationToken stop) =>
        await (from old in db.MonthLights.AsNoTracking()
               join now in db.MonthLights on old.CommitmentId equals now.CommitmentId
               join row in counted.Of(planId) on now.CommitmentId equals row.Id
               let was = old.Override ?? old.Light
               let shown = now.Override ?? now.Light
               where old.PlanId == planId && old.Month == before && now.Month == after && was != shown
                   // Not to be judged any more, or for the first time and well, is no turn.
                   && shown != Light.None && (was != Light.None || shown != Light.Green)
               orderby (int)shown - (int)was descending, shown descending, row.Order, row.Id
               select new TurnedLine(row.Id, row.Number, row.Title, row.LeadUnitId, was, shown)).Take(ShownAtMost + 1).ToListAsync(stop);
}
