using Maoding.Contracts;

namespace Maoding.Features.Home.Drafts;

/// <summary>没有提交的内容: what somebody typed is kept while the form is not sent.</summary>
internal sealed class DraftsFeature : Feature
{
    public override string Name => "没有提交的内容";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<DraftService>();
    }
}
