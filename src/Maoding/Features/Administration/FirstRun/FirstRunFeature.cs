using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Hosting;

namespace Maoding.Features.Administration.FirstRun;

/// <summary>首次设置.</summary>
internal sealed class FirstRunFeature : Feature
{
    public override string Name => "首次设置";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<FirstRunService>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGet(FirstRunTemplate.Address, FirstRunTemplate.Answer).Needs(Permission.FirstRun);
    }
}
