using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Building.JointReviews;

/// <summary>Joint reviews that the actor runs, answers or decides.</summary>
public sealed class IndexModel(JointReviewReader reader) : MaodingPage
{
    public JointReviewFilter Filter { get; private set; } = new();

    public IReadOnlyList<ReviewLine> Lines { get; private set; } = [];

    public bool HasMore { get; private set; }

    [Needs(Permission.AnswerReview)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = JointReviewFilter.From(Request.Query);
        (Lines, HasMore) = await reader.ListAsync(Actor, Filter, stop);
    }
}
