using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Building.JointReviews;

/// <summary>Joint reviews that wait for the leader's ruling.</summary>
internal sealed class ReviewsLeaderPart(MaodingContext db, CurrentRequest current) : LeaderPart
{
    public override async Task<IReadOnlyList<LeaderDecision>> ReadAsync(int post, CancellationToken stop)
    {
        var reviews = await ReviewPosts.ToDecideAsync(db, current.Directory, [post], current.Today, stop);
        return [.. reviews.Select(r => new LeaderDecision("联审", r.Title, r.ProjectName, r.Since, ReviewLinks.Review(r.ReviewId)))];
    }
}
