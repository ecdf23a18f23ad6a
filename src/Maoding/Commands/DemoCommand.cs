using System.CommandLine;

namespace Maoding.Commands;

/// <summary>maoding demo: decomposes the sample speech with the sample district's units.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "用云泽区的样例讲话演示拆解");
        command.SetAction(_ => DecomposeCommand.Run(new DecomposeCommand.Request(Sample("plenary-speech.txt"), "text", null, Sample("units.txt"), null, false)));
        return command;
    }

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name);
}
