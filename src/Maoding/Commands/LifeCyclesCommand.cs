using System.CommandLine;
using Maoding.Domain;

namespace Maoding.Commands;

/// <summary>maoding life-cycles: prints every table of legal moves as a diagram.</summary>
internal static class LifeCyclesCommand
{
    public static Command Create()
    {
        var command = new Command("life-cycles", "画出任务、填报、项目、问题等各类事项的流转图（Markdown）");
        command.SetAction(_ => Console.Out.Write(LifeCycles.Page()));
        return command;
    }
}
