using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Moves;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.JointReviews;

/// <summary>One joint review: its package, what the departments said, and what the reader has to do.</summary>
public sealed class ReviewModel(JointReviewReader reader, JointReviewService service) : MovePage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public int AnswerId { get; set; }

    /// <summary>How often the department had answered when the form was opened.</summary>
    [BindProperty]
    public int Said { get; set; }

    [BindProperty]
    public AnswerKind? Kind { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? LegalBasis { get; set; }

    [BindProperty]
    public bool IsRequired { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ReviewView View { get; private set; } = null!;

    public bool MayRun => May(Permission.RunProcedures, ProjectFacts.Of(View.Project));

    private bool IsOpen => View.Review.State == ReviewState.Reviewing;

    /// <summary>What the actor's departments have not answered.</summary>
    public IEnumerable<ReviewAnswer> ToAnswer => View.Review.Answers.Where(a => IsOpen && a.Kind is null && Actor.Units.Contains(a.UnitId));

    /// <summary>What the actor's departments said and may still change.</summary>
    public IEnumerable<ReviewAnswer> ToChange => View.Review.Answers.Where(a => IsOpen && ReviewRules.MayChange(a, Today) && Actor.Units.Contains(a.UnitId));

    /// <summary>What went up to the actor.</summary>
    public IEnumerable<ReviewAnswer> ToDecide =>
        View.Review.Answers.Where(a => IsOpen && ReviewRules.NeedsDecision(a, Today) && May(Permission.DecideReview, ReviewPosts.FactsOf(PostOf(a))));

    /// <summary>Departments that are still awaited.</summary>
    public IReadOnlyList<string> Awaited => [.. View.Review.Answers.Where(a => !ReviewRules.IsSettled(a)).Select(a => Directory.UnitName(a.UnitId)).Distinct()];

    /// <summary>The moves open to the actor; it is concluded when nobody is awaited any more.</summary>
    /// <param name="awaited">Says who is.</param>
    public MoveForms Moves(Func<object, IHtmlContent> awaited)
    {
        MoveForm Draw(MoveForm form) => ((Transition<ReviewState, ReviewMove>)form.Step).Move switch
        {
            ReviewMove.Send => form with { Confirm = $"同时送 {View.Review.Answers.Select(a => a.UnitId).Distinct().Count()} 个部门？发出以后不能再改部门和时限。" },
            ReviewMove.Conclude when Awaited.Count > 0 => form with { IsOpen = true, IsBlocked = true, More = awaited(this) },
            ReviewMove.Conclude => form with { IsOpen = true, Words = Proposed },
            _ => form,
        };

        var open = MoveForms.Of(ReviewMoves.Table.Keys, View.Review.State.ToString(), t => May(t.Permission, ProjectFacts.Of(View.Project)));
        return Forms($"{ReviewLinks.Review(Id)}?handler=Move", View.Review.Version, open.Select(Draw));
    }

    /// <summary>A conclusion to start from.</summary>
    private string Proposed =>
        string.Join("，", new[] { Of(AnswerKind.Agree), Of(AnswerKind.Conditional), Of(AnswerKind.Disagree) }.Where(w => w.Length > 0)) + "。";

    public int? PostOf(ReviewAnswer answer) => ReviewPosts.Of(Directory, answer, View.Project, Today);

    /// <summary>Empty for an opinion only.</summary>
    public string ProcedureName(ReviewAnswer answer) => answer.ProcedureId is { } key ? View.Procedures[key].Name : "";

    [Needs(Permission.AnswerReview)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.AnswerReview)]
    public Task<IActionResult> OnPostAnswerAsync() => DoAsync(
        Said > 0 ? "意见已改，原来的意见仍然看得到。" : "已反馈。", (here, stop) => service.AnswerAsync(Actor, Id, AnswerId, Said, Kind, Text, LegalBasis, Once(here), stop));

    [Needs(Permission.DecideReview)]
    public Task<IActionResult> OnPostDecideAsync() =>
    DoAsync("已记下您的决定。", (here, stop) => service.DecideAsync(Actor, Id, AnswerId, IsRequired, Decision, Once(here), stop));

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostAttachAsync() => DoAsync("资料已放入。", (here, stop) => service.AttachAsync(Actor, Id, Upload, Once(here), stop));

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostMoveAsync() =>
        MoveAsync(Id, ReviewLinks.Review(Id), ask => service.MoveAsync(Actor, ask, HttpContext.RequestAborted), LoadAsync);

    private string Of(AnswerKind kind) => View.Review.Answers.Count(a => a.Kind == kind) is > 0 and var count
        ? string.Create(CultureInfo.InvariantCulture, $"{count} 个部门{ReviewWords.Of(kind)}")
        : "";

    private Task<IActionResult> DoAsync(string notice, Func<string, CancellationToken, Task> act) => Try(
        async () =>
        {
            var here = ReviewLinks.Review(Id);
            await act(here, HttpContext.RequestAborted);
            Notice(notice);
            return Redirect(here);
        },
        LoadAsync);

    private async Task LoadAsync() => View = await reader.FindAsync(Actor, Id, HttpContext.RequestAborted);
}
