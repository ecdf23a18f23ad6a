using System.CommandLine;
using Maoding.Documents.Reading;
using Maoding.Domain;
using Maoding.Commands.Evaluating;
using Maoding.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Maoding.Commands;

/// <summary>The commands of maoding and what every one of them does with errors.</summary>
internal static class CommandLine
{
    /// <summary>SQLite's result codes.</summary>
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

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
        LifeCyclesCommand.Create(),
        FloorsCommand.Create(),
        PermissionsCommand.Create(),
    };

    /// <summary>What an error says and how the process ends; null for one that nobody foresaw.</summary>
    private static (string Line, int Exit)? Answer(Exception error) => error switch
    {
        RefusalException refused => Coded(refused.Code, refused.Message, ExitCode.BadInput),
        DocumentException refused => Coded(refused.Code, refused.Message, ExitCode.BadInput),
        EvaluationException refused => Coded(refused.Code, refused.Message, ExitCode.BadInput),
        OutputException refused => Coded(refused.Code, refused.Message, ExitCode.BadOutput),
        NpgsqlException refused => Coded("STO006", Postgres(refused), ExitCode.BadInput),
        SqliteException { SqliteErrorCode: NotADatabase or Corrupt } =>
            Coded("STO009", $"数据目录里的 {Database.FileName} 不是锚定的数据库，或者已经损坏。请换一个 --data 目录，或用 maoding restore 把备份恢复到一个空目录。", ExitCode.BadInput),
        SqliteException or UnauthorizedAccessException or IOException => Coded("STO008", "数据目录不能读写。请检查 --data 的路径、权限，以及磁盘是否已满。", ExitCode.BadOutput),
        OperationCanceledException => ("已中断，没有留下不完整的结果。", ExitCode.Interrupted),
        { InnerException: { } cause } => Answer(cause),
        _ => null,
    };

    private static (string Line, int Exit) Coded(string code, string message, int exit) => ($"{code} {message}", exit);

    /// <summary>SQLSTATE 28: who may come in; 3D: which database.</summary>
    private static string Postgres(NpgsqlException error) => error.SqlState switch
    {
        { } state when state.StartsWith("28", StringComparison.Ordinal) => "PostgreSQL 不认这个用户或密码。请检查连接字符串里的 Username 和 Password。",
        { } state when state.StartsWith("3D", StringComparison.Ordinal) => "PostgreSQL 里没有这个数据库。请先建好，或检查连接字符串里的 Database。",
        { } state => $"PostgreSQL 不能完成操作（SQLSTATE {state}）。请检查数据库的状态和这个用户的权限。",
        null => "连不上 PostgreSQL。请检查连接字符串里的主机和端口，以及数据库服务是否在运行。",
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
