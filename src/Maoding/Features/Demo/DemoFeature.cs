using Maoding.Contracts;

namespace Maoding.Features.Demo;

/// <summary>演示.</summary>
internal sealed class DemoFeature : Feature
{
    public override string Name => "演示";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<DemoDate>();
    }
}
