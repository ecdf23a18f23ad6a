using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Maoding.Features.Administration.Verifying;

/// <summary>The report in words for people and as JSON for programs.</summary>
public static class VerifyWriter
{
    private static readonly JsonSerializerOptions Json =
        new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void WriteText(VerifyReport report, TextWriter output)
    {
        output.WriteLine($"数据库版本 {report.Schema}");
        foreach (var (check, shown, count) in report.Results)
        {
            output.WriteLine(
                $"{(count == 0 ? "✓" : check.Severity == Severity.Hint ? "▲" : "✗")} {check.Code} {check.Name}{(count == 0 ? "" : $"：发现 {count} 处")}");
            if (count == 0) continue;
            output.WriteLine($"    应当：{check.What}");
            output.WriteLine($"    影响：{check.Why}");
            output.WriteLine($"    处理：{check.Remedy}");
            foreach (var finding in shown) output.WriteLine($"    - {finding}");
            if (count > shown.Count) output.WriteLine($"    - 另有 {count - shown.Count} 处没有列出");
        }

        var wrong = report.Results.Count(r => r.Count > 0 && r.Check.Severity == Severity.Error);
        output.WriteLine(report.IsClean ? $"核验通过：{report.Results.Count} 项检查没有发现错误。" : $"核验没有通过：{wrong} 项检查发现错误，请按“处理”逐项办理。");
    }

    public static void WriteJson(VerifyReport report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            Database = report.Schema,
            Clean = report.IsClean,
            Checks = report.Results.Select(r => new
            {
                r.Check.Code,
                r.Check.Name,
                r.Check.What,
                r.Check.Why,
                r.Check.Remedy,
                Severity = r.Check.Severity == Severity.Hint ? "hint" : "error",
                r.Count,
                Findings = r.Shown,
            }),
        },
        Json));
}
