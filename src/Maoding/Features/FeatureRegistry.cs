using Maoding.Domain.Access;
using Maoding.Features.Accounts;
using Maoding.Features.FirstRun;
using Maoding.Features.Organs;
using Maoding.Features.OwnAccount;
using Maoding.Features.Settings;
using Maoding.Hosting;

namespace Maoding.Features;

/// <summary>The services and endpoints of every feature: one line each.</summary>
internal static class FeatureRegistry
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<Navigation>();
        services.AddSingleton<FirstRunCode>();
        services.AddScoped<FirstRunService>();
        services.AddScoped<PasswordService>();
        services.AddScoped<SignInService>();
        services.AddScoped<SecondFactorService>();
        services.AddScoped<AccountService>();
        services.AddScoped<SettingsService>();
        services.AddSingleton<FunctionNames>();
        services.AddScoped<UnitService>();
        services.AddScoped<PostService>();
        services.AddScoped<DivisionService>();
        services.AddScoped<DirectoryBook>();
        services.AddScoped<DirectoryImport>();
    }

    public static void MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.Redirect("/today")).Needs(Permission.Open);
        app.MapGet(DirectoryLinks.Export, DirectoryExport.AnswerAsync).Needs(Permission.SeeDirectory);
    }
}
