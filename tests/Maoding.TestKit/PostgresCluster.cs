using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Maoding.TestKit;

/// <summary>A throw-away PostgreSQL cluster, started by the first test of a process that asks for a database and gone with the process.</summary>
public static class PostgresCluster
{
    // The shell outlives this process just long enough to clean up: its standard input ends however the process dies.
    private const string Script = """
        "$BIN/postgres" -D "$DATA" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories="$DATA" -c max_connections=200 \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off >"$DATA/log" 2>&1 &
        read -r _
        kill -QUIT $!
        wait
        rm -rf "$DATA"
        """;

    private static readonly string? _bin = Programs.Find("initdb", Folders()) is { } initdb ? Path.GetDirectoryName(initdb) : null;
    private static readonly Lazy<int> _port = new(Start);
    private static int _databases;

    /// <summary>Why no PostgreSQL test can run here; null when it is installed.</summary>
    public static string? Missing { get; } = _bin is null ? "PostgreSQL is missing: install the package postgresql." : null;

    /// <summary>Creates a database and returns its connection string.</summary>
    /// <param name="template">The connection string of a database to copy, to which nobody is connected; null for an empty one.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is missing or does not start; the message says which and why.</exception>
    public static string CreateDatabase(string? template = null)
    {
        var name = $"maoding_{Interlocked.Increment(ref _databases)}";
        var port = _port.Value;
        var copied = template is null ? "" : $" TEMPLATE {new NpgsqlConnectionStringBuilder(template).Database}";
        var (code, output) = Psql(port, $"CREATE DATABASE {name}{copied}");
        if (code != 0) throw new InvalidOperationException($"PostgreSQL did not create {name}: {output}");
        return string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database={name};Include Error Detail=true");
    }

    private static int Start()
    {
        if (Missing is not null) throw new InvalidOperationException(Missing);
        var data = Path.Combine(Path.GetTempPath(), $"maoding-postgres-{Guid.NewGuid():N}");
        var port = FreePort();
        var (code, output) =
            Finish(AsPostgres(Path.Combine(_bin!, "initdb"), "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"));
        if (code != 0) throw new InvalidOperationException($"initdb ended with exit code {code}: {output}");
        var server = AsPostgres("/bin/sh", "-c", Script);
        server.RedirectStandardInput = true;
        server.Environment["BIN"] = _bin;
        server.Environment["DATA"] = data;
        server.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var shell = Process.Start(server)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => shell.StandardInput.Dispose();
        for (var i = 0; i < 150; i++)
        {
            if (Psql(port, "SELECT 1").Code == 0) return port;
            Thread.Sleep(100);
        }

        var log = Path.Combine(data, "log");
        throw new InvalidOperationException($"PostgreSQL did not start in 15 s:\n{(File.Exists(log) ? File.ReadAllText(log) : "it wrote no log")}");
    }

    private static (int Code, string Output) Psql(int port, string sql) =>
        Finish(new ProcessStartInfo(Path.Combine(_bin!, "psql"),
            ["-X", "-q", "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-c", sql, "postgres"]));

    // PostgreSQL refuses to run as root; its package brings a user for it.
    private static ProcessStartInfo AsPostgres(string program, params string[] arguments) =>
        Environment.UserName == "root"
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--", program, .. arguments])
            {
                WorkingDirectory = Path.GetTempPath(),
            }
            : new ProcessStartInfo(program, arguments);

    private static (int Code, string Output) Finish(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Debian keeps the server's programs off PATH, one folder per version: the newest first.
    private static IEnumerable<string> Folders() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(f => int.TryParse(Path.GetFileName(f), out var version) ? version : 0).Select(f => Path.Combine(f, "bin"))
            : [];
}
