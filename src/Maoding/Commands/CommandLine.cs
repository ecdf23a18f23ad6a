using System.CommandLine;
using Maoding.Documents.Reading;
using Maoding.Domain;
using Maoding.Features.Evaluate;

namespace Maoding.Commands;

/// <summary>The commands of maoding and what every one of them does with errors.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        var root = new RootCommand("锚定：把讲话变成一年的台账。");
        root.Subcommands.Add(DecomposeCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(RestoreCommand.Create());
        root.Subcommands.Add(VerifyCommand.Create());
        Usage.Translate(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine($"命令没写对：{Usage.Error(parsed)}。用 --help 看用法。");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (RefusalException error)
        {
            Console.Error.WriteLine($"{error.Code} {error.Message}");
            return ExitCode.BadInput;
        }
        catch (DocumentException error)
        {
            Console.Error.WriteLine($"{error.Code} {error.Message}");
            return ExitCode.BadInput;
        }
        catch (EvaluationException error)
        {
            Console.Error.WriteLine($"{error.Code} {error.Message}");
            return ExitCode.BadInput;
        }
        catch (OutputException error)
        {
            Console.Error.WriteLine($"{error.Code} {error.Message}");
            return ExitCode.BadOutput;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("已中断，没有留下不完整的结果。");
            return ExitCode.Interrupted;
        }
    }
}

/// <summary>What the process says to its caller.</summary>
internal static class ExitCode
{
    public const int Usage = 2;

    /// <summary>The document could not be read.</summary>
    public const int BadInput = 3;

    /// <summary>The result could not be written.</summary>
    public const int BadOutput = 4;

    /// <summary>Someone pressed Ctrl+C.</summary>
    public const int Interrupted = 130;
}
