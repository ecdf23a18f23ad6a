using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Rules;

namespace Maoding.Features.Administration.Rules;

/// <summary>规则.</summary>
internal sealed class RulesFeature : Feature
{
    public override string Name => "规则";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Administration, 5, "规则", RuleLinks.All, "rules", Permission.EditRules),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<RuleStore>();
    }
}
