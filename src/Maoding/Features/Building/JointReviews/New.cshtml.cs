using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.JointReviews;

/// <summary>Which departments get the package of a project, and what they are asked.</summary>
public sealed class NewModel(JointReviewReader reader, JointReviewService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Project { get; set; }

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
        await LoadAsync();
        Title = $"{Of.Name}联审联批";
        Parts = PartsForm.Offer(Open, null);
    }

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var id = await service.PrepareAsync(Actor, Project, Title, Text, Parts, Once(ReviewLinks.OfProject(Project)), HttpContext.RequestAborted);
            Notice("已准备好。请放入资料，核对以后发出。");
            return Redirect(ReviewLinks.Review(id));
        },
        LoadAsync);

    private async Task LoadAsync() => (Of, Open) = await reader.OfferAsync(Actor, Project, HttpContext.RequestAborted);
}
