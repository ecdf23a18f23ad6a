using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Problems;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Shared.Moves;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>A problem as it is raised.</summary>
/// <param name="Project">Code or name of the project, or enough of it; empty for none.</param>
/// <param name="RowId">The ledger's row it was met in; null for none.</param>
/// <param name="HeldBack">万元; null when nobody knows.</param>
/// <param name="UnitId">For which of the actor's units; null: the first of them, or for nobody by those who raise without one.</param>
public sealed record RaisedValues(
    string Title, string Text, ProblemCause? Cause, ProblemOrigin? Origin, string Project, int? RowId, string Enterprise, decimal? HeldBack, int? UnitId);

/// <summary>What moves ask for beside a reason; a move takes what is its own.</summary>
/// <param name="To">The tier that the page showed as the next; null: whatever is next.</param>
public sealed record ProblemFields(
    int? UnitId = null, int? LeaderPostId = null, DateOnly? Due = null, Tier? To = null, string? Beyond = null, string? Tried = null)
{
    public static ProblemFields None { get; } = new();

    public EarlyGrounds Grounds => new(Beyond ?? "", Tried ?? "");
}

/// <summary>The life of problems: raised, assigned, handled, judged, closed; the moves of the ladder are in its other part.</summary>
public sealed partial class ProblemService(MaodingContext db, AuditedSave save, MoveRunner moves, ProjectFinder projects, CurrentRequest current)
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
        await save.SaveNumberedAsync(
            db, actor, "提出问题", [problem], request, r => r.Location = new ProblemFilter(All: true, Text: ProblemWords.Number(problem.Number)).Href(), stop);
        return problem.Id;
    }

    /// <summary>Makes a move of the table.</summary>
    /// <exception cref="RefusalException">PER001; PRB001; PRB002; PRB010–PRB017: by the move; SYS001.</exception>
    public Task<Transition> MoveAsync(Actor actor, MoveAsk ask, ProblemFields fields, CancellationToken stop)
    {
        var course = new Course<Problem>(ProblemMoves.Table.Keys)
        {
            Find = FindAsync,
            State = problem => problem.State.ToString(),
            Enter = (problem, state) => problem.State = Enum.Parse<ProblemState>(state),
            Facts = ProblemFacts.For,
            Guard = DemandJudgeAsync,
            Action = step => step.MoveKey switch { nameof(ProblemMove.Assign) => "交办问题", nameof(ProblemMove.HandBack) => "退回交办", _ => $"问题{step.Name}" },
            Happened = turn => turn.Thing.Happened(MoveOf(turn), current.Today, actor, turn.Told ?? turn.Said),
        };
        return moves.MakeAsync(actor, course, ask, turn => ChangeAsync(turn, fields, stop), stop);
    }

    private static ProblemMove MoveOf(Turn<Problem> turn) => ((Transition<ProblemState, ProblemMove>)turn.Step).Move;

    /// <summary>What a move changes beside the state.</summary>
    private async Task ChangeAsync(Turn<Problem> turn, ProblemFields fields, CancellationToken stop)
    {
        var problem = turn.Thing;
        switch (MoveOf(turn))
        {
            case ProblemMove.Assign:
                turn.Told = problem.Give(new Assignment(fields.UnitId, fields.LeaderPostId, fields.Due, turn.Said), current);
                break;
            case ProblemMove.HandBack:
                turn.Told = $"{current.Directory.UnitName(problem.UnitId)}退回：{turn.Said}";
                (problem.UnitId, problem.Due, problem.Tier, problem.TierSince) = (null, null, Tier.Unit, null);
                break;
            case ProblemMove.Resolve:
                (problem.Resolution, problem.ResolvedOn) = (turn.Said, current.Today);
                break;
            case ProblemMove.Close:
                problem.ClosedOn = current.Today;
                break;
            case ProblemMove.Escalate:
                Climb(turn, fields.To, fields.Grounds);
                break;
            case ProblemMove.Verify or ProblemMove.Refuse:
                await JudgeAsync(turn, stop);
                break;
            case ProblemMove.Reopen:
                Resume(problem);
                break;
        }
    }

    private async Task<Problem> FindAsync(int id, CancellationToken stop) =>
        await db.Problems.Include(p => p.Steps).SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw ProblemReader.Missing();

    private async Task<Problem> LoadAsync(Actor actor, Permission permission, int id, int version, Func<Problem, AccessFacts> facts, CancellationToken stop)
    {
        Permissions.Demand(actor, permission);
        var problem = await FindAsync(id, stop);
        Permissions.Demand(actor, permission, facts(problem));
        Versions.Demand(problem.Version, version, "这个问题");
        return problem;
    }

    private async Task<Problem> NewAsync(Actor actor, RaisedValues values, CancellationToken stop)
    {
        var title = values.Title.Trim();
        if (title.Length is 0 or > ProblemWriting.LongestTitle)
            throw new RefusalException("PRB003", $"请用一句话写明是什么问题（{ProblemWriting.LongestTitle} 字以内）。") { Field = "Fields.Title" };
        if (values.Text.Trim().Length > ProblemWriting.LongestText)
            throw new RefusalException("PRB004", $"情况说明请控制在 {ProblemWriting.LongestText} 字以内。") { Field = "Fields.Text" };
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
