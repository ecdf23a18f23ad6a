using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Problems;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Problems;

/// <summary>A problem as it is raised.</summary>
/// <param name="Project">Code or name of the project, or enough of it; empty for none.</param>
/// <param name="RowId">The ledger's row it was met in; null for none.</param>
/// <param name="HeldBack">万元; null when nobody knows.</param>
/// <param name="UnitId">For which of the actor's units; null: the first of them, or for nobody by those who raise without one.</param>
public sealed record RaisedValues(string Title, string Text, ProblemCause? Cause, ProblemOrigin? Origin, string Project, int? RowId, string Enterprise, decimal? HeldBack, int? UnitId);

/// <summary>The life of problems: raised, assigned, handled, judged, closed; the moves of the ladder are in its other part.</summary>
public sealed partial class ProblemService(MaodingContext db, AuditedSave save, ProjectFinder projects, CurrentRequest current)
{
    /// <summary>万元.</summary>
    private const decimal MostMoney = 100_000_000m;

    /// <returns>The problem's id.</returns>
    /// <exception cref="RefusalException">PER001; PRB003–PRB009: a value is missing or wrong.</exception>
    public async Task<int> RaiseAsync(Actor actor, RaisedValues values, HandledRequest? request = null, CancellationToken stop = default)
    {
        var unit = values.UnitId ?? (Permissions.ScopeOf(actor, Permission.RaiseProblem) == Scope.All ? null : actor.Units.Cast<int?>().FirstOrDefault());
        Permissions.Demand(actor, Permission.RaiseProblem, AccessFacts.OfUnit(unit));
        if (unit is { } own && !actor.Units.Contains(own)) throw new RefusalException("PER001", "只能以自己所在单位的名义提出。请重新选择。", RefusalKind.Forbidden);
        var problem = await NewAsync(actor, values, stop);
        problem.RaisedUnitId = unit;
        problem.Happened(null, current.Today, actor, "");
        db.Problems.Add(problem);
        await save.SaveNumberedAsync(db, actor, "提出问题", [problem], request, r => r.Location = new ProblemFilter(All: true, Text: ProblemWords.Number(problem.Number)).Href(), stop);
        return problem.Id;
    }

    /// <summary>Gives it to a unit, or to another one.</summary>
    /// <exception cref="RefusalException">PER001; PRB001; PRB002; PRB013–PRB015; SYS001.</exception>
    public async Task AssignAsync(Actor actor, int id, int version, Assignment to, HandledRequest? request = null, CancellationToken stop = default)
    {
        var problem = await LoadAsync(actor, Permission.AssignProblem, id, version, ProblemFacts.Of, stop);
        problem.Assign(actor, to, current);
        await save.SaveAsync(actor, "交办问题", to.Note.Trim(), request, stop);
    }

    /// <exception cref="RefusalException">PER001; PRB001; PRB002; PRB016; SYS001.</exception>
    public async Task DeclineAsync(Actor actor, int id, int version, string? reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        var problem = await LoadAsync(actor, Permission.AssignProblem, id, version, ProblemFacts.Of, stop);
        await MoveAsync(actor, problem, ProblemMove.Decline, ProblemWriting.Needed(reason, "请写明为什么不予受理，提出人会看到", "Reason"), request, stop);
    }

    /// <summary>The unit takes it up.</summary>
    /// <exception cref="RefusalException">PER001; PRB001; PRB002; SYS001.</exception>
    public async Task TakeAsync(Actor actor, int id, int version, HandledRequest? request = null, CancellationToken stop = default) =>
        await MoveAsync(actor, await LoadAsync(actor, Permission.HandleProblem, id, version, ProblemFacts.OfHandler, stop), ProblemMove.Take, "", request, stop);

    /// <summary>The unit says that it is not its.</summary>
    /// <exception cref="RefusalException">PER001; PRB001; PRB002; PRB016; SYS001.</exception>
    public async Task HandBackAsync(Actor actor, int id, int version, string? reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        var problem = await LoadAsync(actor, Permission.HandleProblem, id, version, ProblemFacts.OfHandler, stop);
        var said = ProblemWriting.Needed(reason, "请写明为什么不归本单位办理、应该由谁办理", "Reason");
        var after = ProblemMoves.Table.After(problem.State, ProblemMove.HandBack);
        var text = $"{current.Directory.UnitName(problem.UnitId)}退回：{said}";
        (problem.State, problem.UnitId, problem.Due, problem.Rung, problem.RungSince) = (after, null, null, Rung.Unit, null);
        problem.Happened(ProblemMove.HandBack, current.Today, actor, text);
        await save.SaveAsync(actor, "退回交办", said, request, stop);
    }

    /// <summary>The unit says that it is solved.</summary>
    /// <exception cref="RefusalException">PER001; PRB001; PRB002; PRB016; SYS001.</exception>
    public async Task ResolveAsync(Actor actor, int id, int version, string? resolution, HandledRequest? request = null, CancellationToken stop = default)
    {
        var problem = await LoadAsync(actor, Permission.HandleProblem, id, version, ProblemFacts.OfHandler, stop);
        var said = ProblemWriting.Needed(resolution, "请写明做了什么、解决到什么程度", "Resolution");
        (problem.Resolution, problem.ResolvedOn) = (said, current.Today);
        await MoveAsync(actor, problem, ProblemMove.Resolve, said, request, stop);
    }

    /// <exception cref="RefusalException">PER001; PRB001; PRB002; SYS001.</exception>
    public async Task CloseAsync(Actor actor, int id, int version, string? note, HandledRequest? request = null, CancellationToken stop = default)
    {
        var problem = await LoadAsync(actor, Permission.AssignProblem, id, version, ProblemFacts.Of, stop);
        problem.ClosedOn = current.Today;
        await MoveAsync(actor, problem, ProblemMove.Close, (note ?? "").Trim(), request, stop);
    }

    /// <summary>What every move has in common: the state after the table, the event, the entry.</summary>
    private async Task MoveAsync(Actor actor, Problem problem, ProblemMove move, string text, HandledRequest? request, CancellationToken stop)
    {
        if (text.Length > ProblemWriting.LongestText) throw new RefusalException("PRB016", $"说明请控制在 {ProblemWriting.LongestText} 字以内。") { Field = "Note" };
        var name = ProblemMoves.Table.From(problem.State).FirstOrDefault(m => m.Move == move).Name;
        problem.State = ProblemMoves.Table.After(problem.State, move);
        problem.Happened(move, current.Today, actor, text);
        await save.SaveAsync(actor, $"问题{name}", text, request, stop);
    }

    private async Task<Problem> LoadAsync(Actor actor, Permission permission, int id, int version, Func<Problem, AccessFacts> facts, CancellationToken stop)
    {
        Permissions.Demand(actor, permission);
        var problem = await db.Problems.Include(p => p.Steps).SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw ProblemReader.Missing();
        Permissions.Demand(actor, permission, facts(problem));
        Versions.Demand(problem.Version, version, "这个问题");
        return problem;
    }

    private async Task<Problem> NewAsync(Actor actor, RaisedValues values, CancellationToken stop)
    {
        var title = values.Title.Trim();
        if (title.Length is 0 or > ProblemWriting.LongestTitle) throw new RefusalException("PRB003", $"请用一句话写明是什么问题（{ProblemWriting.LongestTitle} 字以内）。") { Field = "Fields.Title" };
        if (values.Text.Trim().Length > ProblemWriting.LongestText) throw new RefusalException("PRB004", $"情况说明请控制在 {ProblemWriting.LongestText} 字以内。") { Field = "Fields.Text" };
        if (values.Cause is not { } cause || !Enum.IsDefined(cause)) throw new RefusalException("PRB005", "请选原因类别，说不清的选“其他”。") { Field = "Fields.Cause" };
        if (values.Origin is not { } origin || !Enum.IsDefined(origin)) throw new RefusalException("PRB005", "请选问题从哪里来。") { Field = "Fields.Origin" };
        if (values.HeldBack is < 0 or > MostMoney) throw new RefusalException("PRB008", "影响投资按万元填写，不能是负数；说不清的空着。") { Field = "Fields.HeldBack" };
        if (values.Enterprise.Trim().Length > ProblemWriting.LongestTitle || (origin == ProblemOrigin.Enterprise && values.Enterprise.Trim().Length == 0))
            throw new RefusalException("PRB009", $"企业反映的问题，请写企业名称（{ProblemWriting.LongestTitle} 字以内）。") { Field = "Fields.Enterprise" };
        if (values.RowId is { } row && !await db.Commitments.VisibleTo(db, actor).AnyAsync(c => c.Id == row && c.State >= CommitmentState.Draft, stop))
            throw new RefusalException("PRB007", "没有这一项任务，或您看不到它。请从台账里的那一项点“提出问题”。", RefusalKind.Missing);
        return new Problem
        {
            Title = title,
            Text = values.Text.Trim(),
            Cause = cause,
            Origin = origin,
            ProjectId = values.Project.Trim() is { Length: > 0 } words ? await projects.FindAsync(words, "Fields.Project", stop) : null,
            CommitmentId = values.RowId,
            Enterprise = values.Enterprise.Trim(),
            HeldBack = values.HeldBack,
            RaisedOn = current.Today,
            RaisedById = actor.AccountId,
        };
    }
}
