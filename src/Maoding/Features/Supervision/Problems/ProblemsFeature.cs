using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Supervision.Problems;

/// <summary>问题清单.</summary>
internal sealed class ProblemsFeature : Feature
{
    public override string Name => "问题清单";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Supervision, 10, "问题清单", ProblemLinks.Index, "problems", Permission.SeeProblems)
        {
            AtHandOf = [PostKind.Leader, PostKind.Coordinator, PostKind.UnitHead, PostKind.UnitClerk, PostKind.Assessor, PostKind.Inspector],
        },
    ];

    public override IEnumerable<TimedPlan> Works => [TimedPlan.Nightly<ProblemCatchUp>("problem-ladder")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ProblemList>();
        services.AddScoped<ProblemReader>();
        services.AddScoped<ProjectFinder>();
        services.AddScoped<ProblemService>();
        services.AddScoped<CauseReader>();
        services.AddScoped<TodayPart, ProblemToday>();
        services.AddScoped<ProblemCatchUp>();
        services.AddScoped<RowPart, ProblemRowPart>();
        services.AddScoped<ProjectPart, ProblemsProjectPart>();
        services.AddScoped<LeaderPart, ProblemsLeaderPart>();
        services.AddScoped<HitPart, ProblemHits>();
        services.AddScoped<ClockPart, ProblemClocks>();
        services.AddScoped<HandoverPart, ProblemsHandover>();
        services.AddScoped<HandoverPart, StepsHandover>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapProblems();
    }
}
