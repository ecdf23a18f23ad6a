using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Planning.Consulting;

/// <summary>征求意见.</summary>
internal sealed class ConsultingFeature : Feature
{
    public override string Name => "征求意见";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Planning, 30, "征求意见", ConsultLinks.Index, "consult", Permission.SeeRowWorkings),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ConsultService>();
        services.AddScoped<ConsultReader>();
        services.AddScoped<TodayPart, ConsultToday>();
        services.AddScoped<TodayPart, AnswerToday>();
        services.AddScoped<RowPart, OpinionsRowPart>();
        services.AddScoped<HandoverPart, OpinionsHandover>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app) => app.MapOpinions();
}
