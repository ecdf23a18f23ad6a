using Maoding.Contracts;

namespace Maoding.Features.Administration.Verifying;

/// <summary>校验.</summary>
internal sealed class VerifyingFeature : Feature
{
    public override string Name => "校验";

    public override void AddServices(IServiceCollection services)
    {
        services.AddHostedService<AuditHeadKeeper>();
    }
}
