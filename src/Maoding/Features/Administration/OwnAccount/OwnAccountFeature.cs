using Maoding.Contracts;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>我的账号.</summary>
internal sealed class OwnAccountFeature : Feature
{
    public override string Name => "我的账号";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<GuessService>();
        services.AddScoped<PasswordService>();
        services.AddScoped<MailboxService>();
        services.AddScoped<SignInService>();
        services.AddScoped<SecondFactorService>();
    }
}
