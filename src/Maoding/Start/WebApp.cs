using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Moves;
using Maoding.Shared.Signing;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Net.Http.Headers;

namespace Maoding.Start;

/// <summary>Puts the web application together; the database is migrated before it listens.</summary>
public static class WebApp
{
    /// <summary>The largest upload with its form around it, in bytes.</summary>
    private const long LargestRequest = 21 * 1024 * 1024;

    /// <summary>Up to here, in bytes, an upload that is too large is heard out before it is refused.</summary>
    private const long Endured = 10 * LargestRequest;

    /// <summary>
    /// Requests and SQL are not for the console; that keys lie in the database is known, see docs/adr/0010; that no page with a form is cached is meant.
    /// </summary>
    private static readonly Dictionary<string, string?> QuietLogging = new()
    {
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        // What the database refuses is thrown as well, and answered or logged where it is caught.
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Critical",
        ["Logging:LogLevel:Microsoft.AspNetCore.Antiforgery"] = "Error",
    };

    /// <param name="database">Where the data is.</param>
    /// <param name="args">ASP.NET's own settings: --urls, --Logging:…</param>
    /// <param name="adjust">Last changes to services, for tests.</param>
    /// <param name="guests">Features of others than the product, for tests.</param>
    public static WebApplication Build(
        Database database, string[] args, Action<WebApplicationBuilder>? adjust = null, IReadOnlyList<Feature>? guests = null)
    {
        IReadOnlyList<Feature> features = [.. FeatureList.All, .. guests ?? []];
        // Slim: without HTTP/3, IIS and loggers that nobody reads. The program's own folder: it may be started from anywhere.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(WebApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Lowest in rank: arguments and environment may ask for more.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietLogging });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        AddServices(builder.Services, features, database, builder.Configuration);
        adjust?.Invoke(builder);
        var app = builder.Build();
        Use(app, features);
        return app;
    }

    private static void AddServices(IServiceCollection services, IReadOnlyList<Feature> features, Database database, IConfiguration configuration)
    {
        services.AddSingleton(database);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BusinessClock>();
        services.AddSingleton<District>();
        services.AddSingleton(Markup.Encoder);
        services.AddDbContextPool<MaodingContext>(database.Configure);
        services.AddScoped<AuditedSave>();
        services.AddHttpContextAccessor();
        services.AddScoped<MoveRunner>();
        services.AddScoped<Downloads>();
        services.AddScoped<CountedRows>();
        services.AddScoped<DelegationService>();
        services.AddScoped<CurrentRequest>();
        services.AddDataProtection().SetApplicationName("Maoding").PersistKeysToDbContext<MaodingContext>();
        services.AddSignIn(configuration);
        services.AddSingleton(features);
        foreach (var feature in features) feature.AddServices(services);
        services.AddHostedService<Housekeeper>();
        services.AddJobs(features, database, configuration);
        services.AddRouting(options => (options.LowercaseUrls, options.LowercaseQueryStrings) = (true, false));
        services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options =>
            {
                options.Filters.Add<AccessGate>();
                options.Filters.Add<StaleForms>();
                options.Filters.Add<YearRedirects>();
                // Services say what is missing, in words of the field.
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                options.Filters.Add<ShellFilter>();
                options.Filters.Add<SentDrafts>();
                options.ModelBinderProviders.Insert(0, new TypedBinders());
            })
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<MvcOptions>(ChineseMessages.Use);
        services.AddAntiforgery(options => (options.Cookie.Name, options.SuppressXFrameOptionsHeader) = ("maoding.form", true));
    }

    /// <summary>Whoever asks for the head alone gets that of the page; Kestrel remembers what was asked for and leaves out the body.</summary>
    private static Task AnswerHeadAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Items[Downloads.OnlyHead] = true;
        }

        return next(context);
    }

    /// <summary>The page of a refused PUT or DELETE is read like any other.</summary>
    private static Task ShowStatusAsGet(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    /// <summary>Text is UTF-8 here; a name of another writing would break where the form is read.</summary>
    private static Task DemandReadable(HttpContext context, RequestDelegate next)
    {
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.Length > 0
            && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("The text is not UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        return next(context);
    }

    /// <summary>A browser that is cut off while it sends shows its own error page, not ours.</summary>
    private static async Task HearOut(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength is > LargestRequest and <= Endured
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Endured;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            throw new BadHttpRequestException("The upload is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        await next(context);
    }

    private static void Use(WebApplication app, IReadOnlyList<Feature> features)
    {
        app.Use(AnswerHeadAsGet);
        app.UseSecurityHeaders(SignIn.ProviderOrigin(app.Configuration));
        app.UseMiddleware<RefusalAnswers>();
        app.Use(DemandReadable);
        app.Use(HearOut);
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.Use(ShowStatusAsGet);
        app.UseRouting();
        app.UseAuthentication();
        // After the callbacks of sign-in, which lie at addresses of their own.
        app.Use(OldAddresses.Redirect);
        app.Use((context, next) => AccessGate.ForEndpoints(context, next));
        app.MapStaticAssets().Needs(Permission.Open);
        app.MapRazorPages().WithStaticAssets();
        app.MapHealth();
        foreach (var feature in features) feature.MapEndpoints(app);
    }
}
