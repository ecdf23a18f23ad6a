using Maoding.Contracts;

namespace Maoding.Features.Building.Analysis;

/// <summary>Where the year's investment goes; a tab of the projects.</summary>
internal sealed class AnalysisFeature : Feature
{
    public override string Name => "投资分析";

    public override void AddServices(IServiceCollection services) => services.AddScoped<AnalysisReader>();
}
