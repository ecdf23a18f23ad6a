using Maoding.Contracts;

namespace Maoding.Features.Building.JointReviews;

/// <summary>联审联批.</summary>
internal sealed class JointReviewsFeature : Feature
{
    public override string Name => "联审联批";

    public override IEnumerable<TimedPlan> Works => [TimedPlan.Nightly<ReviewEscalation>("review-escalation")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<JointReviewService>();
        services.AddScoped<JointReviewReader>();
        services.AddScoped<TodayPart, ReviewToday>();
        services.AddScoped<ReviewEscalation>();
        services.AddScoped<LeaderPart, ReviewsLeaderPart>();
        services.AddScoped<HandoverPart, ReviewsHandover>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapJointReviews();
    }
}
