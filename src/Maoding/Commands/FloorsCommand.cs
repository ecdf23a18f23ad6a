using System.CommandLine;
using Maoding.Contracts;
using Maoding.Start;

namespace Maoding.Commands;

/// <summary>maoding floors: prints who may know whom inside the program as a diagram, for docs/architecture.md.</summary>
internal static class FloorsCommand
{
    public static Command Create()
    {
        var command = new Command("floors", "画出程序各层和各功能的先后（Markdown）");
        command.SetAction(_ => Console.Out.Write(Picture()));
        return command;
    }

    /// <summary>From the ground up: each knows only those below it. Features stand in their written order, those of one area beside each other.</summary>
    public static string Picture()
    {
        var features = FeatureList.All.Select(f => (Name: f.GetType().Name[..^nameof(Feature).Length], f.GetType().Namespace)).ToList();
        var areas = features.Where(f => f.Namespace!.Split('.').Length > 3).Select((f, at) => (f.Name, Area: f.Namespace!.Split('.')[2], Rank: at + 1))
            .GroupBy(f => f.Area).Select(g => $"        {g.Key}[\"{g.Key}: {string.Join(", ", g.Select(f => $"{f.Rank} {f.Name}"))}\"]");
        return string.Join('\n', (string[])
        [
            "```mermaid",
            "flowchart BT",
            "    Domain --> Storage --> Districts --> Shared --> Contracts --> Hosting --> Features --> Demo --> Start --> Commands",
            "    Text --> Documents --> Shared",
            "    subgraph Features [Features, each knowing those of a lower number]",
            .. areas,
            "    end",
            "```",
            "",
        ]);
    }
}
