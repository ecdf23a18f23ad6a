using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.JointReviews;

/// <summary>Which departments get a package that is not sent yet, and how long they have.</summary>
public sealed class EditModel(JointReviewReader reader, JointReviewService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<TypedPart> Parts { get; set; } = [];

    public Domain.Projects.Project Of { get; private set; } = null!;

    public IReadOnlyList<Procedure> Open { get; private set; } = [];

    [Needs(Permission.RunProcedures)]
    public async Task OnGetAsync()
    {
        var review = await LoadAsync();
        if (review.State != ReviewState.Preparing) throw JointReviewService.Sent();
        (Version, Title, Text) = (review.Version, review.Title, review.Text);
        Parts = PartsForm.Offer(Open, [.. review.Answers]);
    }

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            await service.ChangeAsync(Actor, Id, Version, Title, Text, Parts, Once(ReviewLinks.Review(Id)), HttpContext.RequestAborted);
            Notice("部门和时限已改。");
            return Redirect(ReviewLinks.Review(Id));
        },
        LoadAsync);

    private async Task<JointReview> LoadAsync()
    {
        var view = await reader.FindAsync(Actor, Id, HttpContext.RequestAborted);
        (Of, Open) = await reader.OfferAsync(Actor, view.Project.Id, HttpContext.RequestAborted);
        return view.Review;
    }
}
