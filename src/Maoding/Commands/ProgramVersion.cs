using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Maoding.Storage;
using Maoding.Storage.Migrating;

namespace Maoding.Commands;

/// <summary>maoding --version: which program this is, and up to which tables it brings a database.</summary>
internal sealed class ProgramVersion : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine($"锚定 {typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}");
        // Nothing is opened: the folder is of no account.
        using var db = Database.InFolder(".").Open();
        output.WriteLine($"数据库版本 {SchemaVersion.Known(db)}");
        return 0;
    }
}
