using System.Globalization;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Maoding.TestKit;

namespace Maoding.Domain.Tests.Targets;

/// <summary>Reads the specifications beside this file: an example is a target with what was known before the year, a line is a month of the year.</summary>
internal static class TargetSpec
{
    public static IReadOnlyList<SpecExample> Read(string name) => SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Targets", name));

    public static TargetFacts Of(SpecExample example)
    {
        var indicator = Indicator(Line(example, "指标")!.Split(' '));
        var words = Line(example, "目标")!.Split(' ');
        var value = words[1] == "无" ? [] : words[1].Split('—');
        var target = new Target
        {
            Kind = Enum.GetValues<TargetKind>().Single(k => TargetNames.Of(k) == words[0]),
            Value = value.Length > 0 ? Decimal(value[0]) : null,
            Value2 = value.Length > 1 ? Decimal(value[1]) : null,
            Decimals = value.Length > 0 ? Decimals(value[0]) : 0,
            Measure = Enum.GetValues<FigureMeasure>().Single(m => FigureWords.Of(m) == words[2]),
            Nature = words[3] == "约束性" ? TargetNature.Binding : TargetNature.Expected,
            Margin = Decimal(words[4]["幅度".Length..]),
            Shape = Enum.GetValues<CurveShape>().Single(s => TargetNames.Of(s) == words[5]),
            Curve = words.Length > 6 ? words[6] : "",
        };
        return new TargetFacts(target, indicator, 2026, Line(example, "对比")?.Split(' ')[0] ?? "");
    }

    public static Evaluation Evaluate(SpecExample example, TargetFacts facts, IReadOnlyDictionary<string, string> cells)
    {
        var year = Figures(cells["数据"]).ToList();
        var figures = new TargetFigures(
            [.. Figures(Line(example, "以前") ?? ""), .. year],
            Figures(Line(example, "对比") is { } partner ? partner[(partner.IndexOf(' ', StringComparison.Ordinal) + 1)..] : ""),
            Figures(Line(example, "权重") ?? ""));
        var month = year.Count == 0 ? 202603 : year.Max(f => f.Month);
        return Evaluation.Of(facts, figures, month, cells.TryGetValue("应出", out var due) && due != "无" ? int.Parse(due, CultureInfo.InvariantCulture) : null);
    }

    public static string Number(decimal? value) => value is { } number ? number.ToString("0.######", CultureInfo.InvariantCulture) : "无";

    private static Indicator Indicator(string[] words) => new()
    {
        Code = "X",
        Name = words[0],
        Unit = words[1],
        Frequency = Enum.GetValues<Frequency>().Single(f => FigureWords.Of(f) == words[2]),
        January = Enum.GetValues<January>().Single(j => FigureWords.Of(j) == words[3]),
        Kind = Enum.GetValues<FigureKind>().Single(k => FigureWords.Of(k) == words[4]),
        Accumulation = Enum.GetValues<Accumulation>().Single(a => FigureWords.Of(a) == words[5]),
        Direction = Enum.GetValues<Direction>().Single(d => FigureWords.Of(d) == words[6]),
        MayFall = words.Length > 7 && words[7] == "可以减少",
    };

    private static string? Line(SpecExample example, string name) =>
        example.Text.Split('\n').FirstOrDefault(l => l.StartsWith(name + "：", StringComparison.Ordinal))?[(name.Length + 1)..];

    /// <summary>202602 5.1, 202603 5.9: month and value as published.</summary>
    private static IEnumerable<DatedFigure> Figures(string text) => text is "" or "无"
        ? []
        : text.Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split(' '))
            .Select(p => new DatedFigure(int.Parse(p[0], CultureInfo.InvariantCulture), Decimal(p[1]), Decimals(p[1])));

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static int Decimals(string text) => text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? text.Length - at - 1 : 0;
}
