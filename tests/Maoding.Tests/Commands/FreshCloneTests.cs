using System.Diagnostics;
using System.Net;
using System.Text;
using Maoding.TestKit;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Commands;

/// <summary>What a stranger does first: a clone, then the two commands at the head of the README from its root.</summary>
public sealed class FreshCloneTests : IDisposable
{
    private const string OneTest = "Every_listed_code_is_in_the_sources_and_listed_once";

    private readonly TempFolder _folder = new();

    private string Clone => _folder.At("clone");

    public void Dispose() => _folder.Dispose();

    /// <summary>Of what is committed: a change that is not yet is not in the clone.</summary>
    [Fact]
    [Trait("Part", "long")]
    public async Task Both_commands_of_the_readme_run_in_a_clone_and_leave_nothing_that_git_sees()
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(Corpus.Root, ".git")), "The sources are no git checkout.");
        await FinishAsync(_folder.Root, $"git clone --quiet '{Corpus.Root}' clone");
        var commands = File.ReadLines(Path.Combine(Clone, "README.md")).SkipWhile(l => l != "```").Skip(1).TakeWhile(l => l != "```").ToList();
        Assert.Equal(2, commands.Count);
        await DemonstrateAsync(commands[0] + " --urls http://127.0.0.1:0");
        Assert.EndsWith("1 passed, 0 failed\n", await FinishAsync(Clone, $"{commands[1]} {OneTest}"), StringComparison.Ordinal);
        Assert.Equal("", await FinishAsync(Clone, "git status --porcelain"));
        // It is there, and git was told to look away.
        Assert.True(File.Exists(Path.Combine(Clone, "maoding-demo", "maoding.db")));
    }

    /// <summary>Comes up and answers.</summary>
    private async Task DemonstrateAsync(string command)
    {
        const string Started = "锚定已启动：";
        using var process = Process.Start(Shell(Clone, command))!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            var told = new StringBuilder();
            string? line;
            while ((line = await process.StandardOutput.ReadLineAsync()) is not null && !line.StartsWith(Started, StringComparison.Ordinal))
                told.AppendLine(line);
            if (line is null) Assert.Fail($"{command} ended:\n{told}{await errors}");
            using var visitor = new WebClient(new Uri(line[Started.Length..]), null);
            Assert.Contains("冯晓岚", (await visitor.PageAsync("/own-account/sign-in")).Body!.TextContent, StringComparison.Ordinal);
            // Brought by npm in the first build.
            using var styles = await visitor.GetAsync("/lib/tabler.min.css");
            Assert.Equal(HttpStatusCode.OK, styles.StatusCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<string> FinishAsync(string folder, string command)
    {
        using var process = Process.Start(Shell(folder, command))!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}:\n{output}{await errors}");
        return output;
    }

    private static ProcessStartInfo Shell(string folder, string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // No server of the build stays behind that holds the folder.
        (start.Environment["MSBUILDDISABLENODEREUSE"], start.Environment["UseSharedCompilation"]) = ("1", "false");
        return start;
    }
}
