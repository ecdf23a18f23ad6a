using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Completing;

/// <summary>A row with its version as the actor saw it.</summary>
public sealed record SeenRow(int RowId, int Version);

/// <summary>Rows are applied for, verified, settled, and taken up again when they were settled too early.</summary>
public sealed class CompletionService(MaodingContext db, AuditedSave save, CurrentRequest current, TimeProvider clock)
{
    private const int LongestWords = 1000;

    /// <summary>The lead unit says that a row is done, and what shows it.</summary>
    /// <exception cref="RefusalException">PER001, CPL001–CPL005, LED001; SYS001: changed in between.</exception>
    public async Task ApplyAsync(Actor actor, SeenRow seen, string evidence, HandledRequest? request = null, CancellationToken stop = default)
    {
        var (row, plan) = await LoadAsync(seen, stop);
        Permissions.Demand(actor, Permission.ApplyCompletion, RowFacts.Of(row));
        if (row.LeadUnitId is not { } lead || !actor.Units.Contains(lead))
            throw new RefusalException("CPL003", "销号由牵头单位申请。请告诉牵头单位的联络员。", RefusalKind.Forbidden);
        Versions.Demand(row.Version, seen.Version);
        CompletionRules.DemandApplicable(row, plan.Year, current.Today);
        var words = Words(evidence, "Evidence", "请写明凭什么说已经完成：文件、数字、地点（1000 字以内）。");
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.ApplyCompletion);
        db.Completions.Add(new Completion { CommitmentId = row.Id, Evidence = words, AppliedOn = current.Today, AppliedById = actor.AccountId });
        await save.SaveAsync(actor, "申请销号", request: request, stop: stop);
    }

    /// <summary>The coordinator asks a second unit to verify, or takes it back to do so himself.</summary>
    /// <param name="unitId">Neither the lead unit nor a closed one; null: the coordinator verifies.</param>
    /// <exception cref="RefusalException">PER001, CPL004, CPL006–CPL008; SYS001: changed in between.</exception>
    public async Task AskAsync(Actor actor, SeenRow seen, int? unitId, HandledRequest? request = null, CancellationToken stop = default)
    {
        var (row, _) = await LoadAsync(seen, stop);
        DemandCoordinator(actor);
        Versions.Demand(row.Version, seen.Version);
        var completion = await OpenAsync(row, stop);
        if (unitId is { } unit && (unit == row.LeadUnitId || current.Directory.Unit(unit) is not { IsClosed: false }))
            throw new RefusalException("CPL006", "请选一个在用的、不是牵头单位的单位来核验。") { Field = "UnitId" };
        completion.VerifierUnitId = unitId;
        await save.SaveAsync(actor, unitId is null ? "改由督查室核验" : "请单位核验", request: request, stop: stop);
    }

    /// <summary>Verified: settled at once by the coordinator; by a second unit, the coordinator settles it then.</summary>
    /// <exception cref="RefusalException">PER001, CPL002, CPL004, CPL005, CPL007, CPL008, LED001; SYS001: changed in between.</exception>
    public async Task VerifyAsync(Actor actor, SeenRow seen, string finding, HandledRequest? request = null, CancellationToken stop = default)
    {
        var (row, plan) = await LoadAsync(seen, stop);
        var completion = await DecidableAsync(actor, row, stop);
        Versions.Demand(row.Version, seen.Version);
        CompletionRules.DemandDecember(row, plan.Year, current.Today);
        Decide(actor, completion, CompletionState.Verified, Words(finding, "Finding", "请写明核验情况：看了什么、看到什么（1000 字以内）。"));
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Verify);
        var settles = IsCoordinator(actor);
        if (settles) await CloseAsync(row, stop);
        await save.SaveAsync(actor, settles ? "核验通过并销号" : "核验通过", request: request, stop: stop);
    }

    /// <summary>Not done yet: back to work, with the reason.</summary>
    /// <exception cref="RefusalException">PER001, CPL004, CPL005, CPL007, CPL008, LED001; SYS001: changed in between.</exception>
    public async Task RefuseAsync(Actor actor, SeenRow seen, string reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        var (row, _) = await LoadAsync(seen, stop);
        var completion = await DecidableAsync(actor, row, stop);
        Versions.Demand(row.Version, seen.Version);
        var words = Words(reason, "Finding", "请写明为什么不通过、还差什么（1000 字以内）。");
        Decide(actor, completion, CompletionState.Refused, words);
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.RefuseCompletion);
        await save.SaveAsync(actor, "核验未通过", words, request, stop);
    }

    /// <summary>销号 of a row that a second unit has verified.</summary>
    /// <exception cref="RefusalException">PER001, CPL004, LED001; SYS001: changed in between.</exception>
    public async Task SettleAsync(Actor actor, SeenRow seen, HandledRequest? request = null, CancellationToken stop = default)
    {
        var (row, _) = await LoadAsync(seen, stop);
        DemandCoordinator(actor);
        Versions.Demand(row.Version, seen.Version);
        await CloseAsync(row, stop);
        await save.SaveAsync(actor, "销号", request: request, stop: stop);
    }

    /// <summary>Takes a settled row up again, which stands among its amendments: it is one.</summary>
    /// <param name="decision">Who decided and by what paper.</param>
    /// <exception cref="RefusalException">PER001, CPL001, CPL004, CPL005, LED001; SYS001: changed in between.</exception>
    public async Task ResumeAsync(Actor actor, SeenRow seen, string reason, string decision, HandledRequest? request = null, CancellationToken stop = default)
    {
        var (row, _) = await LoadAsync(seen, stop);
        DemandCoordinator(actor);
        Versions.Demand(row.Version, seen.Version);
        if (!row.IsLeaf) throw new RefusalException("CPL001", "这一项分成了子项，请恢复有问题的子项，这一项随之恢复。", RefusalKind.Conflict);
        var why = Words(reason, "Reason", "请写明为什么恢复推进（500 字以内）。", 500);
        var basis = Words(decision, "Decision", "请写明由谁决定、依据什么（200 字以内），如“8月20日督查室实地复核”。", 200);
        var before = CommitmentMoves.NameOf(row.State);
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Resume);
        db.Amendments.Add(new Amendment
        {
            CommitmentId = row.Id,
            Changes = RowDifference.Lines([new RowDifference("State", "状态", before, CommitmentMoves.NameOf(row.State))]),
            Reason = why,
            Decision = basis,
            DecidedOn = current.Today,
            AmendedById = actor.AccountId,
            AmendedAt = clock.GetUtcNow().UtcDateTime,
        });
        await SettleParentAsync(row, stop);
        await save.SaveAsync(actor, "恢复推进", why, request, stop);
    }

    private async Task CloseAsync(Commitment row, CancellationToken stop)
    {
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Close);
        await SettleParentAsync(row, stop);
    }

    private async Task SettleParentAsync(Commitment row, CancellationToken stop)
    {
        if (row.ParentId is not { } parentId) return;
        var family = await db.Commitments.Where(c => c.Id == parentId || c.ParentId == parentId).ToListAsync(stop);
        Family.SettleState(family.Single(c => c.Id == parentId), family);
    }

    private async Task<(Commitment Row, Plan Plan)> LoadAsync(SeenRow seen, CancellationToken stop)
    {
        var row = await db.Commitments.Include(c => c.CoUnits).SingleOrDefaultAsync(c => c.Id == seen.RowId, stop)
            ?? throw new RefusalException("CPL004", "台账里没有这一项。请从“销号”栏目进入。", RefusalKind.Missing);
        Permissions.Demand(current.Actor, Permission.SeeRow, RowFacts.Of(row));
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == row.PlanId, stop);
        if (plan.State == PlanState.Closed || await db.Settlements.AnyAsync(s => s.CommitmentId == row.Id, stop))
            throw new RefusalException("CPL009", "这一项已经年底交账，不能再办销号。", RefusalKind.Conflict);
        return (row, plan);
    }

    private async Task<Completion> OpenAsync(Commitment row, CancellationToken stop) =>
        await FindOpenAsync(row, stop) ?? throw NoneOpen();

    private Task<Completion?> FindOpenAsync(Commitment row, CancellationToken stop) =>
        db.Completions.Where(c => c.CommitmentId == row.Id && c.State == CompletionState.Applied).OrderByDescending(c => c.Id).FirstOrDefaultAsync(stop);

    /// <summary>The open application, if the actor is to decide on it; nobody verifies the work of his own unit.</summary>
    private async Task<Completion> DecidableAsync(Actor actor, Commitment row, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.VerifyCompletion);
        var completion = await FindOpenAsync(row, stop);
        if (!IsCoordinator(actor) && !(completion?.VerifierUnitId is { } unit && unit != row.LeadUnitId && actor.Units.Contains(unit))) throw NotAsked();
        return completion ?? throw NoneOpen();
    }

    private void Decide(Actor actor, Completion completion, CompletionState state, string finding) =>
        (completion.State, completion.Finding, completion.DecidedOn, completion.DecidedById) = (state, finding, current.Today, actor.AccountId);

    internal static bool IsCoordinator(Actor actor) => Permissions.ScopeOf(actor, Permission.VerifyCompletion) == Scope.All;

    private static void DemandCoordinator(Actor actor)
    {
        if (!IsCoordinator(actor)) throw NotAsked();
    }

    private static RefusalException NoneOpen() => new("CPL008", "这一项没有等着核验的申请，可能刚被别人办过。请刷新页面看最新状态。", RefusalKind.Conflict);

    private static RefusalException NotAsked() => new("CPL007", "这一项没有请贵单位核验。销号由督查室或督查室请的单位核验。", RefusalKind.Forbidden);

    private static string Words(string words, string field, string message, int longest = LongestWords) =>
        words.Trim() is { Length: > 0 } text && text.Length <= longest ? text : throw new RefusalException("CPL005", message) { Field = field };
}
