using System.Text.Json;
using Xunit;

namespace Maoding.Tests.Commands;

/// <summary>The machine output of decompose, parsed.</summary>
internal static class Json
{
    public static JsonDocument Of(string file, params string[] options)
    {
        var run = Cli.Run(["decompose", file, "--format", "json", .. options]);
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        return JsonDocument.Parse(run.Bytes);
    }
}
