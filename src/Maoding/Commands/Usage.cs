using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Maoding.Commands;

/// <summary>Help and the answer to a wrong call, in Chinese: without culture data the library speaks English alone.</summary>
internal sealed class Usage : SynchronousCommandLineAction
{
    private const int NameWidth = 24;

    public override bool Terminating => true;

    public override bool ClearsParseErrors => true;

    /// <summary>Lets every --help of <paramref name="root"/> answer in Chinese.</summary>
    public static void Translate(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption) (option.Action, option.Description) = (new Usage(), "显示用法");
            else if (option is VersionOption) (option.Action, option.Description) = (new ProgramVersion(), "显示程序和数据库的版本");
        }
    }

    /// <summary>What is wrong with a call, without stop.</summary>
    public static string Error(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count > 0) return $"不认识“{parsed.UnmatchedTokens[0]}”";
        if (command.Subcommands.Count > 0) return $"请写上要做什么：{string.Join('、', command.Subcommands.Select(c => c.Name))}";
        var error = parsed.Errors[0];
        return error.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } option => $"{option.IdentifierToken?.Value} 后面没有写值",
            OptionResult { Tokens.Count: > 1 } option => $"{option.IdentifierToken?.Value} 只能写一个值",
            OptionResult { Option: Option<bool> } option => $"{option.IdentifierToken?.Value} 后面不写值",
            ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } => $"{option.IdentifierToken?.Value} 后面没有写值",
            ArgumentResult { Tokens.Count: 0 } argument => $"{command.Name} 后面没有写{argument.Argument.Name}",
            CommandResult => $"{command.Name} 后面没有写{command.Arguments.FirstOrDefault()?.Name}",
            _ => error.Message,
        };
    }

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        var path = command is RootCommand ? command.Name : $"maoding {command.Name}";
        var arguments = string.Concat(command.Arguments.Select(a => $" <{a.Name}>"));
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"用法：{path}{(command.Subcommands.Count > 0 ? " <命令>" : "")}{arguments} [选项]");
        Write(output, "命令", command.Subcommands.Select(c => (c.Name, c.Description)));
        Write(output, "参数", command.Arguments.Select(a => ($"<{a.Name}>", a.Description)));
        var options = command.Options.Concat(command is RootCommand ? [] : parseResult.RootCommandResult.Command.Options.Where(o => o.Recursive));
        Write(output, "选项", options.Select(o => (string.Join(", ", o.Aliases.Order(StringComparer.Ordinal).Append(o.Name)), o.Description)));
        return 0;
    }

    private static void Write(TextWriter output, string heading, IEnumerable<(string Name, string? Description)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        output.WriteLine();
        output.WriteLine($"{heading}：");
        foreach (var (name, description) in list) output.WriteLine($"  {name.PadRight(NameWidth)}{description}");
    }
}
