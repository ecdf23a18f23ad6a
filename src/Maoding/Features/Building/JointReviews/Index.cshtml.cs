using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.JointReviews;

/// <summary>Joint reviews that the actor runs, answers or decides.</summary>
public sealed class IndexModel(JointReviewReader reader) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Project { get; set; }

    [BindProperty(SupportsGet = true)]
    public ReviewState? State { get; set; }

    public IReadOnlyList<ReviewLine> Lines { get; private set; } = [];

    public bool HasMore { get; private set; }

    [Needs(Permission.AnswerReview)]
    public async Task OnGetAsync(CancellationToken stop) => (Lines, HasMore) = await reader.ListAsync(Actor, Project, State, stop);
}
