using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Problems;

/// <summary>A problem: where it stands, what can be done now, what was done, what it is like.</summary>
public sealed class ShowModel(ProblemReader reader, ProblemService service) : MaodingPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int? UnitId { get; set; }

    [BindProperty]
    public int? LeaderPostId { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Resolution { get; set; }

    [BindProperty]
    public Rung? To { get; set; }

    [BindProperty]
    public string? Beyond { get; set; }

    [BindProperty(Name = "Tried")]
    public string? TriedWords { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int? StepUnitId { get; set; }

    [BindProperty]
    public DateOnly? StepDue { get; set; }

    [BindProperty]
    public int StepId { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    public ProblemDetails Details { get; private set; } = null!;

    public Problem Problem => Details.Problem;

    public IReadOnlyList<LikeCandidate> Like { get; private set; } = [];

    /// <summary>The moves of the table that are open to the one who looks, in its order.</summary>
    public IReadOnlyList<(ProblemMove Move, string Name)> Moves { get; private set; } = [];

    /// <summary>The move whose form came back with a refusal.</summary>
    public ProblemMove? Tried { get; private set; }

    public Judge Judge { get; private set; }

    public bool SeesAll => Permissions.ScopeOf(Actor, Permission.SeeProblems) == Scope.All;

    public bool MaySetSteps => Ladder.Runs(Problem.State) && May(Permission.EscalateProblem) && ProblemService.MaySetSteps(Actor, Problem);

    /// <summary>Days past the time given; 0 for none.</summary>
    public int OverdueDays => Ladder.Runs(Problem.State) && Problem.Due < Today ? Today.DayNumber - Problem.Due!.Value.DayNumber : 0;

    public Rung? NextRung => Ladder.Above(Problem.Rung);

    public DateOnly? RungLastDay => Of.LastDay(Problem);

    public bool IsRungOver => Of.IsOver(Problem, Today);

    /// <summary>The ladder as the page draws it.</summary>
    public IReadOnlyList<RungStep> Rungs => [.. Enum.GetValues<Rung>().Select(r => RungStep.Of(r, Problem, Of, Directory, Today))];

    private Ladder Of => Ladder.Of(Directory.Region);

    /// <summary>What happened, as the office says it.</summary>
    public static string NameOf(ProblemEvent happened) => happened.Move switch
    {
        null => "提出",
        ProblemMove.Reopen when happened.State == ProblemState.Raised => "重新提出",
        { } move => ProblemMoves.Table.Table.First(t => t.Move == move).Name,
    };

    /// <summary>What the form of a move asks for in words.</summary>
    public string AskFor(ProblemMove move) => move switch
    {
        ProblemMove.Decline => "不予受理的原因（必填）",
        ProblemMove.HandBack => "为什么不归本单位办理、应该由谁办理（必填）",
        ProblemMove.Verify when Judge == Judge.InStead => "提出人已不在岗：您看到什么、凭什么判断已经解决（必填）",
        ProblemMove.Verify => "验收意见",
        ProblemMove.Refuse => "还差什么（必填）",
        _ => "原因（必填）",
    };

    public bool IsReasonNeeded(ProblemMove move) => move != ProblemMove.Verify || Judge == Judge.InStead;

    [Needs(Permission.SeeProblems)]
    public Task OnGetAsync(int id) => LoadAsync(id);

    [Needs(Permission.AssignProblem)]
    public Task<IActionResult> OnPostAssignAsync(int id) =>
        MakeAsync(id, ProblemMove.Assign, "已交办。", (key, stop) => service.AssignAsync(Actor, id, Version, new Assignment(UnitId, LeaderPostId, Due, Note ?? ""), key, stop));

    [Needs(Permission.AssignProblem)]
    public Task<IActionResult> OnPostDeclineAsync(int id) =>
        MakeAsync(id, ProblemMove.Decline, "已记为不予受理，提出人能看到原因。", (key, stop) => service.DeclineAsync(Actor, id, Version, Reason, key, stop));

    [Needs(Permission.HandleProblem)]
    public Task<IActionResult> OnPostTakeAsync(int id) => MakeAsync(id, ProblemMove.Take, "已接办。", (key, stop) => service.TakeAsync(Actor, id, Version, key, stop));

    [Needs(Permission.HandleProblem)]
    public Task<IActionResult> OnPostHandBackAsync(int id) =>
        MakeAsync(id, ProblemMove.HandBack, "已退回督查室重新交办。", (key, stop) => service.HandBackAsync(Actor, id, Version, Reason, key, stop), ProblemLinks.Index);

    [Needs(Permission.HandleProblem)]
    public Task<IActionResult> OnPostResolveAsync(int id) =>
        MakeAsync(id, ProblemMove.Resolve, "已报告解决，等提出人验收。", (key, stop) => service.ResolveAsync(Actor, id, Version, Resolution, key, stop));

    [Needs(Permission.SeeProblems)]
    public Task<IActionResult> OnPostVerifyAsync(int id) =>
        MakeAsync(id, ProblemMove.Verify, "验收通过，由督查室销号。", (key, stop) => service.JudgeAsync(Actor, id, Version, true, Reason, key, stop));

    [Needs(Permission.SeeProblems)]
    public Task<IActionResult> OnPostRefuseAsync(int id) =>
        MakeAsync(id, ProblemMove.Refuse, "已退回办理单位继续解决。", (key, stop) => service.JudgeAsync(Actor, id, Version, false, Reason, key, stop));

    [Needs(Permission.AssignProblem)]
    public Task<IActionResult> OnPostCloseAsync(int id) => MakeAsync(id, ProblemMove.Close, "已销号。", (key, stop) => service.CloseAsync(Actor, id, Version, Reason, key, stop));

    [Needs(Permission.SeeProblems)]
    public Task<IActionResult> OnPostReopenAsync(int id) =>
        MakeAsync(id, ProblemMove.Reopen, "已重新打开。", (key, stop) => service.ReopenAsync(Actor, id, Version, Reason, key, stop));

    [Needs(Permission.EscalateProblem)]
    public Task<IActionResult> OnPostEscalateAsync(int id) =>
        MakeAsync(id, ProblemMove.Escalate, "已提级。", (key, stop) => service.EscalateAsync(Actor, id, Version, To, new EarlyGrounds(Beyond ?? "", TriedWords ?? ""), key, stop));

    [Needs(Permission.EscalateProblem)]
    public Task<IActionResult> OnPostStepAsync(int id) =>
        MakeAsync(id, null, "已定下一步，承办单位会在“今日”看到。", (key, stop) => service.AddStepAsync(Actor, id, Version, Text, StepUnitId, StepDue, key, stop));

    [Needs(Permission.HandleProblem)]
    public Task<IActionResult> OnPostDoneAsync(int id) => MakeAsync(id, null, "已报办结。", (key, stop) => service.DoStepAsync(Actor, id, Version, StepId, Result, key, stop));

    private Task<IActionResult> MakeAsync(int id, ProblemMove? move, string notice, Func<Domain.Audit.HandledRequest?, CancellationToken, Task> act, string? next = null) => Try(
        async () =>
        {
            await act(Once(next ?? ProblemLinks.Problem(id)), HttpContext.RequestAborted);
            Notice(notice);
            return Redirect(next ?? ProblemLinks.Problem(id));
        },
        async () =>
        {
            Tried = move;
            await LoadAsync(id);
        });

    private async Task LoadAsync(int id)
    {
        var stop = HttpContext.RequestAborted;
        Details = await reader.ReadAsync(Actor, id, stop);
        Like = await reader.LikeAsync(Problem, stop);
        Judge = ProblemFacts.JudgeOf(Problem, Actor, Details.RaiserIsInPost);
        Moves = [.. ProblemMoves.Table.From(Problem.State).Where(m => MayMake(m.Move))];
        if (Moves.All(m => m.Move != ProblemMove.Assign) || Tried == ProblemMove.Assign) return;
        UnitId = Problem.UnitId ?? Details.ProjectUnitId;
        LeaderPostId = Problem.LeaderPostId ?? Details.ProjectLeaderPostId ?? Directory.LeaderOf(UnitId, Today)?.Id;
        Due = ProblemWriting.UsualDue(Current);
    }

    private bool MayMake(ProblemMove move) => move switch
    {
        ProblemMove.Assign or ProblemMove.Decline or ProblemMove.Close => May(Permission.AssignProblem, Details.Facts),
        ProblemMove.Take or ProblemMove.HandBack or ProblemMove.Resolve => May(Permission.HandleProblem, ProblemFacts.OfHandler(Problem)),
        ProblemMove.Escalate => NextRung is not null && May(Permission.EscalateProblem, ProblemFacts.OfCharge(Problem)),
        ProblemMove.Reopen => Judge != Judge.None || May(Permission.AssignProblem, Details.Facts),
        _ => Judge != Judge.None,
    };
}
