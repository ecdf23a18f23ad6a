using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Problems;
using Maoding.Shared.Moves;

namespace Maoding.Features.Supervision.Problems;

/// <summary>Up the ladder, the judgement of a solution, and next steps.</summary>
public sealed partial class ProblemService
{
    /// <summary>Sends it one tier up.</summary>
    private void Climb(Turn<Problem> turn, Tier? to, EarlyGrounds grounds)
    {
        var (problem, ladder) = (turn.Thing, Ladder.Of(current.Directory.Region));
        var over = ladder.IsOver(problem, current.Today, current.Directory.Calendar);
        var from = problem.Tier;
        (problem.Tier, problem.TierSince) = (ladder.Demand(problem, current.Today, to, grounds, current.Directory.Calendar), current.Today);
        var why = over && grounds.Beyond.Trim().Length == 0
            ? $"{ProblemWords.Of(from)}期限已过"
            : $"超出{ProblemWords.Of(from)}权限：{ProblemWriting.Needed(grounds.Beyond, "请写明为什么超出权限", "Beyond", LongestGrounds)}。"
                + $"已做工作：{ProblemWriting.Needed(grounds.Tried, "请写明已做工作", "Tried", LongestGrounds)}";
        turn.Said = $"提到{ProblemWords.Of(problem.Tier)}。{why}";
    }

    /// <summary>Says that it is solved, or that it is not; a reason is needed from those who judge in place of somebody who has left.</summary>
    private async Task JudgeAsync(Turn<Problem> turn, CancellationToken stop)
    {
        var problem = turn.Thing;
        if (ProblemFacts.JudgeOf(problem, turn.Actor, await db.RaiserIsInPostAsync(problem, current, stop)) == Judge.InStead)
            turn.Said = $"提出人已离任，代为验收：{ProblemMoves.InStead.Demand(turn.Said, MoveForm.FieldOf(turn.Step))}";
        if (MoveOf(turn) != ProblemMove.Refuse || problem.ResolvedOn is not { } waited) return;
        // The unit could do nothing while it waited for the judgement.
        (problem.TierSince, problem.Due) = (Moved(problem.TierSince, waited), Moved(problem.Due, waited));
        problem.ResolvedOn = null;
    }

    /// <summary>It comes back to the tier that settled it, which gets its days anew; one that was declined had none.</summary>
    private void Resume(Problem problem)
    {
        if (problem.State == ProblemState.Declined) return;
        var days = Ladder.Of(current.Directory.Region).DaysOf(problem.Tier) ?? current.Directory.Region.ProblemChiefDays;
        (problem.TierSince, problem.Due) = (current.Today, current.Directory.Calendar.AddWorkdays(current.Today, days));
        (problem.ResolvedOn, problem.ClosedOn) = (null, null);
        problem.Reopened++;
    }

    /// <summary>Sets a next step at the desk: by those who coordinate, and by the leader in charge.</summary>
    /// <exception cref="RefusalException">PER001; PRB002; PRB018: incomplete, or nothing is to be done any more; SYS001.</exception>
    public async Task AddStepAsync(
        Actor actor, int id, int version, string? text, int? unitId, DateOnly? due, HandledRequest? request = null, CancellationToken stop = default)
    {
        var problem = await LoadAsync(actor, Permission.EscalateProblem, id, version, ProblemFacts.OfCharge, stop);
        if (!MaySetSteps(actor, problem)) throw new RefusalException("PER001", "下一步由督查室或分管领导定。请向他们提出。", RefusalKind.Forbidden);
        if (!Ladder.Runs(problem.State)) throw new RefusalException("PRB018", $"这个问题现在是“{ProblemMoves.NameOf(problem.State)}”，不用再定下一步。", RefusalKind.Conflict);
        problem.Steps.Add(NewStep(text, unitId, due, ""));
        await save.SaveAsync(actor, "定下一步", request: request, stop: stop);
    }

    /// <summary>A unit says what was done about a step.</summary>
    /// <exception cref="RefusalException">PER001; PRB002; PRB019: no such step, or done already; PRB016; SYS001.</exception>
    public async Task DoStepAsync(
        Actor actor, int id, int version, int stepId, string? result, HandledRequest? request = null, CancellationToken stop = default)
    {
        var problem = await LoadAsync(actor, Permission.HandleProblem, id, version, ProblemFacts.OfSteps, stop);
        var step = problem.Steps.Find(s => s.Id == stepId) ?? throw new RefusalException("PRB019", "没有这一步。请刷新页面查看。", RefusalKind.Missing);
        Permissions.Demand(actor, Permission.HandleProblem, AccessFacts.OfUnit(step.UnitId));
        if (step.DoneOn is not null) throw new RefusalException("PRB019", "这一步已经报过办结。请刷新页面查看。", RefusalKind.Conflict);
        (step.DoneOn, step.Result) = (current.Today, ProblemWriting.Needed(result, "请写明办理结果", "Result", ProblemWriting.LongestStep * 2));
        await save.SaveAsync(actor, "办结下一步", request: request, stop: stop);
    }

    /// <param name="field">Prefix of the form's fields, with its dot.</param>
    /// <exception cref="RefusalException">PRB018.</exception>
    internal ProblemStep NewStep(string? text, int? unitId, DateOnly? due, string field)
    {
        var words = (text ?? "").Trim();
        if (words.Length is 0 or > ProblemWriting.LongestStep)
            throw new RefusalException("PRB018", $"请写明下一步做什么（{ProblemWriting.LongestStep} 字以内）。") { Field = $"{field}Text" };
        if (current.Directory.Unit(unitId) is not { IsClosed: false } unit) throw new RefusalException("PRB018", "请选由哪个单位办。") { Field = $"{field}UnitId" };
        if (due is not { } day || day < current.Today || day > current.Today.AddYears(3))
            throw new RefusalException("PRB018", "请写完成日期，不能早于今天。") { Field = $"{field}Due" };
        return new ProblemStep { Text = words, UnitId = unit.Id, Due = day };
    }

    /// <summary>Those who coordinate, and the leader in charge.</summary>
    public static bool MaySetSteps(Actor actor, Problem problem) =>
        Permissions.ScopeOf(actor, Permission.EscalateProblem) == Scope.All || actor.LeaderPosts.Any(p => p == problem.LeaderPostId);

    private const int LongestGrounds = 500;

    private DateOnly? Moved(DateOnly? day, DateOnly since) => day is { } known ? Ladder.Resumed(known, since, current.Today, current.Directory.Calendar) : null;

    /// <summary>Whether it is solved says whoever raised it; those who assign problems may open one again, too.</summary>
    private async Task DemandJudgeAsync(Actor actor, Problem problem, Transition step, CancellationToken stop)
    {
        if (step.Permission != Permission.SeeProblems) return;
        if (step.MoveKey == nameof(ProblemMove.Reopen) && Permissions.Allows(actor, Permission.AssignProblem, ProblemFacts.Of(problem))) return;
        var inPost = await db.RaiserIsInPostAsync(problem, current, stop);
        if (ProblemFacts.JudgeOf(problem, actor, inPost) == Judge.None)
            throw new RefusalException("PRB017", inPost ? "问题由谁提出、由谁验收。请提出人登录验收。" : "提出人已不在岗，由督查室、分管领导或提出单位代为验收，办理单位不能验收自己的。", RefusalKind.Forbidden);
    }
}
