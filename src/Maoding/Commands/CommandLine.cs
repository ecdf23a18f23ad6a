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
        var root = Commands();
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
        catch (Exception error) when (Answer(error) is { } answer)
        {
            Console.Error.WriteLine(answer.Line);
            return answer.Exit;
        }
    }

    private static RootCommand Commands() => new("锚定：把讲话变成一年的台账。")
    {
        DecomposeCommand.Create(),
        EvaluateCommand.Create(),
        ServeCommand.Create(),
        DemoCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
        VerifyCommand.Create(),
    };

    /// <summary>What an error says and how the process ends; null for one that nobody foresaw.</summary>
    private static (string Line, int Exit)? Answer(Exception error) => error switch
    {
        RefusalException refused => ($"{refused.Code} {refused.Message}", ExitCode.BadInput),
        DocumentException refused => ($"{refused.Code} {refused.Message}", ExitCode.BadInput),
        EvaluationException refused => ($"{refused.Code} {refused.Message}", ExitCode.BadInput),
        OutputException refused => ($"{refused.Code} {refused.Message}", ExitCode.BadOutput),
        OperationCanceledException => ("已中断，没有留下不完整的结果。", ExitCode.Interrupted),
        _ => null,
    };
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
