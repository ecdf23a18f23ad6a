using Maoding.Storage;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Maoding.Hosting;

/// <summary>Accounts, cookies and their limits after GB/T 22239.</summary>
internal static class SignIn
{
    /// <summary>Minutes without a request of the person's own after which a session ends.</summary>
    public const int IdleMinutes = 30;

    /// <summary>Requests with this header are the page's own (looking for others' edits) and do not keep a session alive.</summary>
    public const string PollHeader = "X-Poll";

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddIdentityCore<Account>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(30);
                options.User.AllowedUserNameCharacters = null!;
            })
            .AddEntityFrameworkStores<MaodingContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "maoding";
            options.LoginPath = "/account/sign-in";
            options.ExpireTimeSpan = TimeSpan.FromMinutes(IdleMinutes);
            options.SlidingExpiration = true;
            options.Events = new CookieAuthenticationEvents
            {
                OnCheckSlidingExpiration = context =>
                {
                    if (context.Request.Headers.ContainsKey(PollHeader)) context.ShouldRenew = false;
                    return Task.CompletedTask;
                },
            };
        });
    }

    /// <summary>Where the OpenID Connect provider is; null when none is configured.</summary>
    public static string? ProviderOrigin(IConfiguration configuration) =>
        configuration["OpenIdConnect:Authority"] is { Length: > 0 } authority ? new Uri(authority).GetLeftPart(UriPartial.Authority) : null;
}
