using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Overviews;

/// <summary>总览.</summary>
internal sealed class OverviewsFeature : Feature
{
    public override string Name => "总览";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Progress, 50, "总览", OverviewLinks.Index, "overview", Permission.SeeOverview)
        {
            AtHandOf = [PostKind.Leader, PostKind.Assessor, PostKind.Inspector],
        },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<OverviewService>();
        services.AddScoped<CompareService>();
        services.AddScoped<PartReader>();
    }
}
