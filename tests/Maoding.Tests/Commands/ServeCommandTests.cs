using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Maoding.Tests.Commands;

/// <summary>What stands in the way of a start is told in one Chinese sentence with its code.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_port_in_use_is_told_in_one_message_and_leaves_nothing_behind()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        foreach (var command in (string[])["serve", "demo"])
        {
            var told = Cli.Run(command, "--data", _folder.At("data"), "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
            Demand("STO005", 3, told);
            Assert.Empty(told.Bytes);
            Assert.False(Directory.Exists(_folder.At("data")));
        }
    }

    [Fact]
    public async Task A_folder_is_served_once()
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "maoding.dll"), "serve", "--data", _folder.At("served"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        using var first = Process.Start(start)!;
        try
        {
            Assert.StartsWith("锚定已启动", await first.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
            Demand("STO013", 3, Cli.Run("serve", "--data", _folder.At("served"), "--urls", "http://127.0.0.1:0"));
            Demand("STO013", 3, Cli.Run("demo", "--fresh", "--data", _folder.At("served"), "--urls", "http://127.0.0.1:0"));
        }
        finally
        {
            first.Kill();
            await first.WaitForExitAsync();
        }
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("Host=;Database=maoding")]
    [InlineData("Host=127.0.0.1;Port=many")]
    [InlineData("Server of ours=127.0.0.1")]
    public void A_malformed_connection_string_is_told(string given) => Demand("STO007", 3, Cli.Run("serve", "--database", given));

    [Fact]
    public void A_server_that_does_not_answer_is_told() =>
        Demand("STO006", 3, Cli.Run("serve", "--database", "Host=127.0.0.1;Port=1;Database=maoding;Username=x;Password=y;Timeout=2"));

    [Theory]
    [InlineData("serve")]
    [InlineData("verify")]
    [InlineData("backup")]
    public void A_file_that_is_no_database_is_told(string command)
    {
        Directory.CreateDirectory(_folder.At("data"));
        File.WriteAllText(_folder.At("data/maoding.db"), new string('x', 4096));
        string[] more = command == "backup" ? ["--output", _folder.At("backup.zip")] : [];
        Demand("STO009", 3, Cli.Run([command, "--data", _folder.At("data"), .. more]));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told() => Demand("STO008", 4, Cli.Run("serve", "--data", Path.Combine(_folder.Write("file", "x"), "data")));

    private static void Demand(string code, int exit, CliRun run)
    {
        Assert.StartsWith($"{code} ", run.Errors, StringComparison.Ordinal);
        Assert.Equal((exit, 1), (run.ExitCode, run.Errors.Count(c => c == '\n')));
        Assert.DoesNotMatch("[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", run.Errors);
    }
}
