using System.Diagnostics;
using System.Globalization;
using System.Text;
using Maoding.TestKit;

namespace Maoding.Tests.Commands;

/// <summary>What a run of maoding as a process of its own gave back.</summary>
/// <param name="PeakMegabytes">The most memory it held.</param>
internal sealed record CliRun(int ExitCode, byte[] Bytes, string Errors, long PeakMegabytes)
{
    public string Output => Encoding.UTF8.GetString(Bytes);
}

/// <summary>Runs the built maoding.dll, as a user's shell would.</summary>
internal static class Cli
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(5);
    private static readonly string _host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "maoding.dll");

    public static string Speech { get; } = Path.Combine(Corpus.Root, "samples", "plenary-speech.txt");

    public static string Plan { get; } = Path.Combine(Corpus.Root, "samples", "breakdown-plan.txt");

    public static string Units { get; } = Path.Combine(Corpus.Root, "samples", "units.txt");

    public static CliRun Run(params string[] arguments) => Start(_host, [_program, .. arguments]);

    /// <summary>By dotnet run on the built project, from a folder.</summary>
    public static CliRun RunByDotnet(string folder, params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Start(_host, ["run", "--no-build", "-c", configuration, "--project", Path.Combine(Corpus.Root, "src", "Maoding"), "--", .. arguments], folder);
    }

    /// <summary>As an account that owns nothing; null where this account may not become another.</summary>
    public static CliRun? RunAsNobody(params string[] arguments)
    {
        if (Environment.UserName != "root") return null;
        if (!File.Exists("/usr/bin/setpriv")) return null;
        return Start("/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", _host, _program, .. arguments]);
    }

    /// <summary>With standard output sent to a file or device by a shell.</summary>
    public static CliRun RunInto(string target, params string[] arguments) =>
        Start("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" > \"$out\"", "sh", target, _host, _program, .. arguments]);

    private static CliRun Start(string program, string[] arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = PeakAsync(process);
        var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        process.WaitForExit();
        return new CliRun(process.ExitCode, bytes.ToArray(), errors.GetAwaiter().GetResult(), peak.GetAwaiter().GetResult());
    }

    /// <summary>The kernel keeps the peak while the process lives, so the last look before its end is near enough.</summary>
    private static async Task<long> PeakAsync(Process process)
    {
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakNow(process.Id));
            await Task.Delay(_look);
        }

        return peak >> 10;
    }

    /// <summary>Kilobytes; 0 once the process is gone.</summary>
    private static long PeakNow(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 8), CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}

/// <summary>A folder of its own for one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Root = Directory.CreateTempSubdirectory("maoding-").FullName;

    public string Root { get; }

    /// <summary>Everything in it, hidden files included.</summary>
    public IReadOnlyList<string> Names => [.. Directory.GetFileSystemEntries(Root).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal)];

    public string At(string name) => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
