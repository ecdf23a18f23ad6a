using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Maoding.Start;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Maoding.WebBench;

/// <summary>A server process of its own.</summary>
internal sealed class Served : IDisposable
{
    private readonly Process _process;

    private Served(Process process, int port, long started) => (_process, Port, Started) = (process, port, started);

    public int Port { get; }

    /// <summary>Timestamp just before the process was started.</summary>
    public long Started { get; }

    /// <summary>Resident memory in MB.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>The published maoding.</summary>
    public static Served Maoding(string executable, Database database, string folder) => Start(executable, port =>
    [
        "serve", "--data", folder, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
        .. database.IsPostgres ? (string[])["--database", database.ConnectionString] : [],
    ]);

    /// <summary>This program again, as <see cref="Baseline"/>.</summary>
    public static Served Yardstick(Database database, int bytes) => Start(Environment.ProcessPath!, port =>
        ["baseline", database.IsPostgres ? "postgres" : "sqlite", database.ConnectionString,
            port.ToString(CultureInfo.InvariantCulture), bytes.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>The session cookie of an account, as signing in would set it: the keys are in the database.</summary>
    public static async Task<string> CookieAsync(Database database, string userName)
    {
        await using var app = WebApp.Build(database, ["--urls", "http://127.0.0.1:0"]);
        await using var scope = app.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(userName);
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account!);
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        // A browser takes over the session that is renewed once a minute; the load keeps one cookie, which is therefore new for as long as the bench runs.
        var properties = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow.AddHours(8), ExpiresUtc = DateTimeOffset.UtcNow.AddHours(9) };
        return options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Served Start(string executable, Func<int, string[]> arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(executable, arguments(port)) { RedirectStandardOutput = true };
        start.Environment["Logging__LogLevel__Default"] = "Error";
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return new Served(process, port, started);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
