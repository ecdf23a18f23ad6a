using Maoding.Domain;
using Maoding.Domain.Accounts;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Maoding.Hosting;

/// <summary>Accounts, cookies and their limits after GB/T 22239.</summary>
internal static class SignIn
{
    /// <summary>Minutes without a request of the person's own after which a session ends.</summary>
    public const int IdleMinutes = 30;

    /// <summary>The scheme of the configured OpenID Connect provider.</summary>
    public const string ProviderScheme = "OpenIdConnect";

    /// <summary>How a session says that the provider, not our password, let the person in.</summary>
    public const string ExternalMethod = "external";

    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

    /// <summary>Requests with this header are the page's own (looking for others' edits) and do not keep a session alive.</summary>
    public const string PollHeader = "X-Poll";

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = PasswordLimits.Of(PasswordPolicy.Gbt22239);
        services.AddIdentityCore<Account>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = limits.LockoutFailures;
                options.Lockout.DefaultLockoutTimeSpan = limits.Lockout;
                options.User.AllowedUserNameCharacters = null!;
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        if (ProviderOrigin(configuration) is not null) authentication.AddProvider(configuration);
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "maoding";
            options.LoginPath = "/own-account/sign-in";
            options.ExpireTimeSpan = TimeSpan.FromMinutes(IdleMinutes);
            options.SlidingExpiration = true;
            options.Events = new CookieAuthenticationEvents
            {
                OnCheckSlidingExpiration = context =>
                {
                    // The framework renews after half the time only, which would end a session fifteen minutes after the last request.
                    context.ShouldRenew = context.ElapsedTime > RenewAfter && !context.Request.Headers.ContainsKey(PollHeader);
                    return Task.CompletedTask;
                },
            };
        });
    }

    /// <summary>Where the OpenID Connect provider is; null when none is configured.</summary>
    public static string? ProviderOrigin(IConfiguration configuration) =>
        configuration["OpenIdConnect:Authority"] is { Length: > 0 } authority ? new Uri(authority).GetLeftPart(UriPartial.Authority) : null;

    /// <summary>Settings OpenIdConnect: Authority, ClientId, ClientSecret, Claim (default preferred_username).</summary>
    private static void AddProvider(this AuthenticationBuilder authentication, IConfiguration configuration) =>
        authentication.AddOpenIdConnect(ProviderScheme, options =>
        {
            var section = configuration.GetSection("OpenIdConnect");
            options.Authority = section["Authority"];
            options.ClientId = section["ClientId"];
            options.ClientSecret = section["ClientSecret"];
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.CallbackPath = "/account/oidc";
            options.ResponseType = "code";
            // The answer comes back as a link: an answer posted by another site would arrive without our cookies.
            options.ResponseMode = "query";
            options.MapInboundClaims = false;
            options.Events.OnRemoteFailure = context =>
            {
                Notices.Put(context.HttpContext, new RefusalException("ACC008", "统一身份认证没有完成，可能是中途取消或等得太久。请再试一次；仍不行请用账号和密码登录，并告诉系统管理员。"));
                context.Response.Redirect("/own-account/sign-in");
                context.HandleResponse();
                return Task.CompletedTask;
            };
            options.GetClaimsFromUserInfoEndpoint = section.GetValue("UserInfo", false);
            options.RequireHttpsMetadata = !new Uri(section["Authority"]!).IsLoopback;
            // Cookies without the Secure mark where the site itself has no https, as on one machine.
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            (options.CorrelationCookie.SameSite, options.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
        });
}
