using System.CommandLine;
using Maoding.Documents.Reading;
using Maoding.Documents.Units;
using Maoding.Commands.Decomposing;
using Maoding.Text;

namespace Maoding.Commands;

/// <summary>maoding decompose FILE: reads a document and prints or writes what it promises.</summary>
internal static class DecomposeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("文件") { Description = "讲话、报告或任务分解方案：txt、docx、pdf、xlsx" };
        var format = new Option<string?>("--format", "-f") { Description = "text（给人看）、json、xlsx、docx、md；不写时看 -o 的扩展名" };
        format.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && given.Tokens[0].Value is not ("text" or "json" or "xlsx" or "docx" or "md"))
                given.AddError($"不认识格式“{given.Tokens[0].Value}”，只能写 text、json、xlsx、docx 或 md");
        });
        var output = new Option<string?>("--output", "-o") { Description = "写到这个文件；不写时打印出来" };
        var units = new Option<string?>("--units") { Description = "本区县的单位名单（xlsx、docx 表格或 txt），用来把职能换成单位" };
        var year = new Option<int?>("--year") { Description = "计划年度；不写时从文中判断" };
        year.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && (!int.TryParse(given.Tokens[0].Value, out var value) || value is < 1990 or > 2100))
                given.AddError($"计划年度“{given.Tokens[0].Value}”不对，请写四位数的年份，例如 2026");
        });
        var explain = new Option<bool>("--explain") { Description = "写出每个判断依据的规则和词语" };
        var command = new Command("decompose", "把一份文件拆解成指标、任务和专题") { file, format, output, units, year, explain };
        command.SetAction(parsed => Run(new Request(
            parsed.GetValue(file)!,
            parsed.GetValue(format),
            parsed.GetValue(output),
            parsed.GetValue(units),
            parsed.GetValue(year),
            parsed.GetValue(explain))));
        return command;
    }

    /// <summary>Reads, then writes; the format is that of the output's extension unless it is named.</summary>
    public static int Run(Request request)
    {
        var format = request.Format ?? FormatOf(request.Output);
        if (request.Output is not null && Path.GetFullPath(request.Output) == Path.GetFullPath(request.File))
            throw new OutputException("OUT006", "输出和输入是同一个文件，原文会被覆盖，请换一个 -o 位置。");
        if (format is "xlsx" or "docx" && request.Output is null && !Console.IsOutputRedirected)
            throw new OutputException("OUT004", $"{format} 不能直接显示在屏幕上，请用 -o 写上文件名，例如 -o 台账.{format}。");
        var report = Progress.While("正在拆解", progress => Read(request, progress));
        if (request.Output is null)
        {
            OutputFile.WriteToScreen(stream => ReportWriter.Write(report, format, stream, Screen.Width));
            return 0;
        }

        OutputFile.Write(request.Output, stream => ReportWriter.Write(report, format, stream, ReportWriter.FileWidth));
        Console.Error.WriteLine($"已写入 {request.Output}：任务 {report.Read.Commitments.Count} 条，指标 {report.Read.Targets.Count} 项，待核 {report.Read.Review.Count} 处。");
        return 0;
    }

    private static Report Read(Request request, Action<double> progress)
    {
        var source = DocumentReader.Read(request.File);
        progress(0.1);
        var units = request.Units is null ? null : UnitListReader.Read(request.Units);
        var reader = new SpeechReader();
        var read = reader.Read(source, request.Year, TimeProvider.System.GetLocalNow().Year, share => progress(0.1 + (0.9 * share)));
        return new Report(reader, read, units, request.Explain);
    }

    private static string FormatOf(string? output) => Path.GetExtension(output)?.ToLowerInvariant() switch
    {
        ".json" => "json",
        ".xlsx" => "xlsx",
        ".docx" => "docx",
        ".md" => "md",
        null or "" or ".txt" => "text",
        var other => throw new OutputException("OUT005", $"不认识扩展名“{other}”，请用 .txt、.md、.json、.xlsx 或 .docx，或用 --format 写明格式。"),
    };

    /// <summary>What the command line asked for.</summary>
    public sealed record Request(string File, string? Format, string? Output, string? Units, int? Year, bool Explain);
}
