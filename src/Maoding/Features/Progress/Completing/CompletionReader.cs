using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Completing;

/// <summary>One application with the people behind it.</summary>
public sealed record CompletionLine(Completion Completion, string AppliedBy, string DecidedBy);

/// <summary>What a row's page says of its completion.</summary>
/// <param name="Lines">Applications, oldest first.</param>
/// <param name="Buttons">What the actor can do, each on the completion's own page.</param>
public sealed record RowCompletion(int RowId, IReadOnlyList<CompletionLine> Lines, IReadOnlyList<string> Buttons)
{
    public static RowCompletion None { get; } = new(0, [], []);

    public bool IsShown => Lines.Count > 0 || Buttons.Count > 0;
}

/// <summary>A row of the list of what waits to be verified, settled or mended.</summary>
/// <param name="Files">How many files the row has.</param>
public sealed record WaitingRow(
    int Id, string Number, string Title, CommitmentState State, int? LeadUnitId, DueKind DueKind, DateOnly? Due, int? Share, int Files, Completion Completion);

/// <summary>How many rows wait for the actor: to be verified, to be settled, to be mended after a refusal.</summary>
public sealed record CompletionCounts(int Waiting, int Verified, int Refused);

/// <summary>Reads applications as far as the actor has to do with them.</summary>
public sealed class CompletionReader(MaodingContext db)
{
    /// <summary>Rows shown at once.</summary>
    public const int ShownAtMost = 200;

    /// <summary>A row's applications with the moves open to the actor.</summary>
    public async Task<RowCompletion> OfRowAsync(Actor actor, Commitment row, CancellationToken stop)
    {
        var completions = await db.Completions.AsNoTracking().Where(c => c.CommitmentId == row.Id).OrderBy(c => c.Id).ToListAsync(stop);
        var names = await db.NamesAsync([.. completions.SelectMany(c => new[] { c.AppliedById, c.DecidedById ?? 0 }).Where(id => id != 0).Distinct()], stop);
        string Name(int? id) => id is { } account ? names.GetValueOrDefault(account, "") : "";
        return new RowCompletion(row.Id, [.. completions.Select(c => new CompletionLine(c, Name(c.AppliedById), Name(c.DecidedById)))],
            [.. ButtonsOf(actor, row, completions.LastOrDefault())]);
    }

    /// <summary>Applications that wait: for the coordinator all, for a unit those it was asked to verify.</summary>
    public IQueryable<Commitment> Waiting(Actor actor, int planId)
    {
        var (all, units) = (CompletionService.IsCoordinator(actor), actor.Units);
        return db.Commitments.AsNoTracking().Where(c => c.PlanId == planId && c.State == CommitmentState.CompletionApplied
            && db.Completions.Any(a => a.CommitmentId == c.Id && a.State == CompletionState.Applied && (all || units.Contains(a.VerifierUnitId!.Value))));
    }

    /// <summary>Rows of the actor's units that were refused last and are still being worked on.</summary>
    public IQueryable<Commitment> Refused(Actor actor, int planId)
    {
        var units = actor.Units;
        return db.Commitments.AsNoTracking().Where(c => c.PlanId == planId && c.State == CommitmentState.InProgress && units.Contains(c.LeadUnitId!.Value)
            && db.Completions.Where(a => a.CommitmentId == c.Id).OrderByDescending(a => a.Id).Take(1).Any(a => a.State == CompletionState.Refused));
    }

    /// <summary>Verified by a second unit, to be settled by the coordinator.</summary>
    public IQueryable<Commitment> Verified(int planId) => db.Commitments.AsNoTracking().Where(c => c.PlanId == planId && c.State == CommitmentState.Verified);

    /// <summary>How many wait for the actor, in one statement.</summary>
    public async Task<CompletionCounts> CountsAsync(Actor actor, int planId, CancellationToken stop)
    {
        var coordinator = CompletionService.IsCoordinator(actor);
        var verified = coordinator ? Verified(planId) : Verified(planId).Where(_ => false);
        var (waiting, refused) = (Waiting(actor, planId), Refused(actor, planId));
        return await db.Plans.Where(p => p.Id == planId)
            .Select(_ => new CompletionCounts(waiting.Count(), verified.Count(), refused.Count())).SingleAsync(stop);
    }

    /// <summary>The rows with their last application, those that wait longest first.</summary>
    public async Task<IReadOnlyList<WaitingRow>> ReadAsync(IQueryable<Commitment> rows, CancellationToken stop) =>
        await (from row in rows
               join completion in db.Completions on row.Id equals completion.CommitmentId
               where completion.Id == db.Completions.Where(c => c.CommitmentId == row.Id).Max(c => c.Id)
               orderby completion.AppliedOn, row.Order, row.Id
               select new WaitingRow(row.Id, row.Number, row.Title, row.State, row.LeadUnitId, row.DueKind, row.Due,
                   row.Share, db.Files.Count(f => f.Subject == nameof(Commitment) && f.SubjectId == row.Id), completion)).Take(ShownAtMost).ToListAsync(stop);

    private static IEnumerable<string> ButtonsOf(Actor actor, Commitment row, Completion? last)
    {
        var coordinator = CompletionService.IsCoordinator(actor);
        if (row.IsLeaf && CommitmentMoves.Table.Allowed(row.State, CommitmentMove.ApplyCompletion) && Leads(actor, row)) yield return "申请销号";
        if (row.State == CommitmentState.CompletionApplied && (coordinator || Verifies(actor, row, last))) yield return "核验";
        if (row.State == CommitmentState.Verified && coordinator) yield return "销号";
        if (row.IsLeaf && row.State is CommitmentState.Verified or CommitmentState.Done && coordinator) yield return "恢复推进";
    }

    internal static bool Leads(Actor actor, Commitment row) =>
        row.LeadUnitId is { } lead && actor.Units.Contains(lead) && Permissions.Allows(actor, Permission.ApplyCompletion, RowFacts.Of(row));

    /// <summary>The second unit that was asked.</summary>
    internal static bool Verifies(Actor actor, Commitment row, Completion? last) =>
        last?.VerifierUnitId is { } unit && unit != row.LeadUnitId && actor.Units.Contains(unit);
}
