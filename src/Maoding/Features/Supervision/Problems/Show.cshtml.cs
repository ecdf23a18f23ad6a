using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Supervision.Problems;

/// <summary>A problem: where it stands, what can be done now, what was done, what it is like.</summary>
public sealed class ShowModel(ProblemReader reader, ProblemService service) : MovePage
{
    /// <summary>What the form of a move asks beside a reason.</summary>
    [BindProperty]
    public int? UnitId { get; set; }

    [BindProperty]
    public int? LeaderPostId { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public Tier? To { get; set; }

    [BindProperty]
    public string? Beyond { get; set; }

    [BindProperty]
    public string? Tried { get; set; }

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
    public IReadOnlyList<MoveForm> Moves { get; private set; } = [];

    public Judge Judge { get; private set; }

    public bool SeesAll => Permissions.ScopeOf(Actor, Permission.SeeProblems) == Scope.All;

    public bool MaySetSteps => Ladder.Runs(Problem.State) && May(Permission.EscalateProblem) && ProblemService.MaySetSteps(Actor, Problem);

    /// <summary>Days past the time given; 0 for none.</summary>
    public int OverdueDays => Ladder.Runs(Problem.State) && Problem.Due < Today ? Today.DayNumber - Problem.Due!.Value.DayNumber : 0;

    public Tier? NextTier => Ladder.Above(Problem.Tier);

    public DateOnly? TierLastDay => Of.LastDay(Problem, Directory.Calendar);

    public bool IsTierOver => Of.IsOver(Problem, Today, Directory.Calendar);

    /// <summary>The ladder as the page draws it.</summary>
    public IReadOnlyList<TierStep> Tiers => [.. Enum.GetValues<Tier>().Select(r => TierStep.Of(r, Problem, Of, Directory, Today))];

    private Ladder Of => Ladder.Of(Directory.Region);

    /// <summary>What happened, as the office says it.</summary>
    public static string NameOf(ProblemEvent happened) => happened.Move switch
    {
        null => "提出",
        ProblemMove.Reopen when happened.State == ProblemState.Raised => "重新提出",
        { } move => ProblemMoves.Table.Table.First(t => t.Move == move).Name,
    };

    [Needs(Permission.SeeProblems)]
    public Task OnGetAsync(int id) => LoadAsync(id);

    /// <summary>What the table asks for the move, the service demands.</summary>
    [Needs(Permission.SeeProblems)]
    public Task<IActionResult> OnPostMoveAsync(int id) => MoveAsync(
        id,
        // Handed back, it is the unit's to see no longer.
        Move == nameof(ProblemMove.HandBack) ? ProblemLinks.Index : ProblemLinks.Problem(id),
        ask => service.MoveAsync(Actor, ask, new ProblemFields(UnitId, LeaderPostId, Due, To, Beyond, Tried), HttpContext.RequestAborted),
        () => LoadAsync(id));

    [Needs(Permission.EscalateProblem)]
    public Task<IActionResult> OnPostStepAsync(int id) =>
        StepAsync(id, "已定下一步，承办单位会在“今日”看到。", (key, stop) => service.AddStepAsync(Actor, id, Version, Text, StepUnitId, StepDue, key, stop));

    [Needs(Permission.HandleProblem)]
    public Task<IActionResult> OnPostDoneAsync(int id) =>
        StepAsync(id, "已报办结。", (key, stop) => service.DoStepAsync(Actor, id, Version, StepId, Result, key, stop));

    private Task<IActionResult> StepAsync(int id, string notice, Func<Domain.Audit.HandledRequest?, CancellationToken, Task> act) => Try(
        async () =>
        {
            await act(Once(ProblemLinks.Problem(id)), HttpContext.RequestAborted);
            Notice(notice);
            return Redirect(ProblemLinks.Problem(id));
        },
        () => LoadAsync(id));

    private async Task LoadAsync(int id)
    {
        var stop = HttpContext.RequestAborted;
        Details = await reader.ReadAsync(Actor, id, stop);
        Like = await reader.LikeAsync(Problem, stop);
        Judge = ProblemFacts.JudgeOf(Problem, Actor, Details.RaiserIsInPost);
        Moves = [.. MoveForms.Of(ProblemMoves.Table.Keys, Problem.State.ToString(), MayMake).Select(Said)];
        if (Moves.All(m => MoveOf(m) != ProblemMove.Assign) || Move == nameof(ProblemMove.Assign)) return;
        UnitId = Problem.UnitId ?? Details.ProjectUnitId;
        LeaderPostId = Problem.LeaderPostId ?? Details.ProjectLeaderPostId ?? Directory.LeaderOf(UnitId, Today)?.Id;
        Due = ProblemWriting.UsualDue(Current);
    }

    public static ProblemMove MoveOf(MoveForm form) => ((Transition<ProblemState, ProblemMove>)form.Step).Move;

    private bool MayMake(Transition step) => step.MoveKey switch
    {
        nameof(ProblemMove.Escalate) => NextTier is not null && May(step.Permission, ProblemFacts.For(Problem, step.Permission)),
        nameof(ProblemMove.Reopen) => Judge != Judge.None || May(Permission.AssignProblem, Details.Facts),
        _ when step.Permission == Permission.SeeProblems => Judge != Judge.None,
        _ => May(step.Permission, ProblemFacts.For(Problem, step.Permission)),
    };

    /// <summary>What the table cannot know of a move.</summary>
    private MoveForm Said(MoveForm form, int place)
    {
        var move = MoveOf(form);
        // An early way up is for the exception: it does not stand open.
        var isOpen = Move is null ? place == 0 && (move != ProblemMove.Escalate || IsTierOver) : Move == form.Step.MoveKey;
        return form with
        {
            IsOpen = isOpen,
            Button = move == ProblemMove.Escalate ? $"提到{ProblemWords.Of(NextTier!.Value)}" : form.Button,
            Reason = move == ProblemMove.Verify && Judge == Judge.InStead ? ProblemMoves.InStead : form.Reason,
        };
    }
}
