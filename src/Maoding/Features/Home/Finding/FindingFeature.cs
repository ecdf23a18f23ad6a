using Maoding.Contracts;

namespace Maoding.Features.Home.Finding;

/// <summary>查找.</summary>
internal sealed class FindingFeature : Feature
{
    public override string Name => "查找";

    public override void AddServices(IServiceCollection services) => services.AddScoped<FindService>();
}
