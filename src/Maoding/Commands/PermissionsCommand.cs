using System.CommandLine;
using Maoding.Domain.Access;

namespace Maoding.Commands;

/// <summary>maoding permissions: prints who may do what as a table.</summary>
internal static class PermissionsCommand
{
    public static Command Create()
    {
        var command = new Command("permissions", "列出各类岗位的权限（Markdown）");
        command.SetAction(_ => Console.Out.Write(PermissionPage.Draw()));
        return command;
    }
}
