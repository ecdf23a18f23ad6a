using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Start;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Maoding.Storage.Auditing;
using Maoding.Storage.Migrating;
using Maoding.TestKit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Maoding.Tests.Hosting;

/// <summary>The real application on a real port, with a database of its own.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly SharedHost? _shared;
    private readonly string? _folder;
    private readonly WebApplication _app;

    private TestApp(WebApplication app, Database database, SharedHost? shared, string? folder) =>
        (_app, Database, _shared, _folder) = (app, database, shared, folder);

    public Database Database { get; }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    /// <summary>
    /// Starts on a fresh SQLite file, or on <paramref name="database"/>, which is migrated first. Without arguments it is a host that tests share.
    /// </summary>
    /// <param name="settings">Configuration as the command line gives it: --OpenIdConnect:Authority=…</param>
    public static async Task<TestApp> StartAsync(Database? database = null, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        if (database is null && adjust is null && settings.Length == 0)
        {
            var shared = await SharedHost.TakeAsync();
            return new TestApp(shared.App, shared.Database, shared, null);
        }

        var folder = database is null ? System.IO.Directory.CreateTempSubdirectory("maoding-test-").FullName : null;
        if (folder is not null) database = await MigratedDatabase.InFolderAsync(folder);
        else await Migrator.MigrateAsync(database!);
        var app = Build(database!, adjust, settings);
        await app.StartAsync();
        return new TestApp(app, database!, null, folder);
    }

    /// <summary>The same on a fresh file with features that are not the product's, whose pages lie in the tests.</summary>
    internal static async Task<TestApp> WithGuestsAsync(params Feature[] guests)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("maoding-test-").FullName;
        var database = await MigratedDatabase.InFolderAsync(folder);
        var app = BuildWith(guests, database, builder => builder.Services.AddMvcCore().ConfigureApplicationPartManager(
            parts => parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(TestApp).Assembly))), []);
        await app.StartAsync();
        return new TestApp(app, database, null, folder);
    }

    /// <summary>The application as it would serve the database, on a free port and without work by the clock.</summary>
    internal static WebApplication Build(Database database, Action<WebApplicationBuilder>? adjust, params string[] settings) =>
        BuildWith([], database, adjust, settings);

    private static WebApplication BuildWith(
        IReadOnlyList<Feature> guests, Database database, Action<WebApplicationBuilder>? adjust, string[] settings) =>
        WebApp.Build(database, ["--urls", "http://127.0.0.1:0", "--Jobs:Run", "false", .. settings], builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            adjust?.Invoke(builder);
        }, guests);

    /// <summary>Reads or prepares data past the pages; writes through <see cref="SaveAsync"/> only.</summary>
    public MaodingContext Open() => Database.Open();

    public static Task SaveAsync(MaodingContext db, string action = "准备测试数据") =>
        new AuditedSave(db, TimeProvider.System).SaveAsync(new Actor(0, null, "测试", false, []), action);

    /// <summary>A service as one request would have it.</summary>
    public AsyncServiceScope Scope() => _app.Services.CreateAsyncScope();

    /// <summary>Nobody signed in.</summary>
    public WebClient Visitor() => new(Address, null);

    /// <summary>Signed in as the account, without going through the sign-in page.</summary>
    public async Task<WebClient> AsAsync(string userName)
    {
        await using var scope = Scope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByNameAsync(userName) ?? throw new ArgumentException("There is no such account.", nameof(userName));
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.UtcNow;
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        return new WebClient(Address, options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_shared is not null)
        {
            await _shared.GiveBackAsync();
            return;
        }

        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_folder is null) return;
        using (var connection = new SqliteConnection(Database.ConnectionString)) SqliteConnection.ClearPool(connection);
        System.IO.Directory.Delete(_folder, recursive: true);
    }
}
