using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Administration.Accounts;

/// <summary>账号.</summary>
internal sealed class AccountsFeature : Feature
{
    public override string Name => "账号";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Administration, 20, "账号", AccountLinks.Index, "accounts", Permission.ManageAccounts),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<AccountService>();
        services.AddScoped<TodayPart, AccountToday>();
    }
}
