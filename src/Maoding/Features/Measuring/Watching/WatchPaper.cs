using Maoding.Documents.Writing;
using Maoding.Domain.Indicators;
using Maoding.Domain.Lights;
using Maoding.Domain.Watching;

namespace Maoding.Features.Measuring.Watching;

/// <summary>经济运行分析 as a paper: the sentences and tables of the watch, in the order of a meeting's material.</summary>
internal static class WatchPaper
{
    public static string NameOf(WatchView view) => $"{view.District}经济运行分析（{view.Month / 100}年{view.Month % 100}月）";

    /// <param name="day">The day the paper was made.</param>
    public static OfficialPaper Of(WatchView view, DateOnly day)
    {
        var parts = new List<(string Title, IEnumerable<PaperPart> Blocks)> { ("主要指标", Headline(view)), ("主要变化", Changes(view)) };
        if (view.Leading.Any(l => l.Now is not null)) parts.Add(("先行指标", Leading(view)));
        if (view.Parts.Count > 0) parts.Add(("街道园区和重点企业的贡献", Contributions(view)));
        return new OfficialPaper(
            $"{view.District}经济运行分析",
            [
                .. parts.SelectMany(part => part.Blocks.Prepend(new PaperHeading(part.Title))),
                new PaperParagraph($"注：数据为截至{day:yyyy年M月d日}已审核的数据，初步数据以核定为准；标“测算”的由增速和上年占比推算，不作统计数据使用。"),
            ])
        {
            Note = $"{view.Month / 100}年{view.Month % 100}月",
        };
    }

    private static IEnumerable<PaperPart> Headline(WatchView view)
    {
        var lines = view.Development.Where(l => l.Now is not null).ToList();
        var headline = lines.Where(l => l.Indicator.Dimension == Dimension.Headline).ToList();
        if (headline.Count > 0)
            yield return new PaperParagraph(string.Join('；', headline.Select(Sentence)) + "。");
        yield return new PaperTable(
            [new("指标", 25), new("时期", 11, true), new("数据", 21, true), new("比较", 23), new("全年目标", 20), new("全市", 20), new("位次", 10, true)],
            [
                .. lines.GroupBy(l => l.Indicator.Dimension).OrderBy(g => g.Key).SelectMany(g => g.Select(Row).Prepend([FigureWords.Of(g.Key)])),
            ]);
    }

    private static string Sentence(WatchLine line)
    {
        var now = line.Now!;
        var city = line.City is { } other && FigureUnit.Of(line.Indicator, line.Measure).IsPercent && now.Value != other.Value
            ? $"，{(now.Value > other.Value ? "高于" : "低于")}全市"
                + $"{FigureUnit.Of(line.Indicator, line.Measure).DifferenceWords(now.Value - other.Value, Math.Max(now.Decimals, other.Decimals))}"
            : "";
        var level = line.Level is { } value ? $"{FigureUnit.Of(line.Indicator, WatchMeasures.LevelOf(line.Measure)).Words(value.Value, value.Decimals)}，" : "";
        var span = FigurePeriods.SpanOrYear(line.Indicator, line.Measure, now.Month);
        return $"{span}{line.Indicator.Name}{level}{WatchText.Told(line.Indicator, line.Measure, now.Value, now.Decimals)}{city}";
    }

    private static IReadOnlyList<string> Row(WatchLine line) =>
    [
        line.Indicator.Name,
        FigurePeriods.SpanOrYear(line.Indicator, line.Measure, line.Now!.Month),
        LineModel.Figure(line),
        LineModel.Change(line),
        line.Target is { } target ? $"{target.Words}{(target.Light == Light.None ? "" : $"（{LightWords.Of(target.Light)}）")}" : "",
        LineModel.City(line),
        line.Rank is { } rank ? $"第{rank.Value:0}位" : "",
    ];

    private static IEnumerable<PaperPart> Changes(WatchView view)
    {
        foreach (var (title, tone) in new[] { ("积极变化：", Tone.Good), ("需要关注：", Tone.Bad) })
        {
            var turns = view.Turns.Where(t => t.Tone == tone).OrderBy(t => t.Rule).ToList();
            yield return new PaperParagraph(turns.Count == 0 ? $"{title}按规则没有要说的变化。" : title);
            foreach (var (turn, i) in turns.Select((t, i) => (t, i))) yield return new PaperParagraph($"{i + 1}.{turn.Words}");
        }
    }

    private static IEnumerable<PaperPart> Leading(WatchView view) =>
    [
        new PaperTable(
            [new("指标", 26), new("时期", 12, true), new("数据", 30, true), new("比较", 28), new("分界线", 14, true)],
            [.. view.Leading.Where(l => l.Now is not null).Select(l => (IReadOnlyList<string>)[.. Row(l).Take(4), LineModel.Threshold(l)])]),
    ];

    private static IEnumerable<PaperPart> Contributions(WatchView view) => view.Parts.SelectMany(whole => (PaperPart[])
    [
        new PaperParagraph($"{FigurePeriods.SpanOrYear(whole.Indicator, FigureMeasure.CumulativeGrowth, whole.Growth.Month)}{whole.Indicator.Name}"
            + $"{WatchText.Told(whole.Indicator, FigureMeasure.CumulativeGrowth, whole.Growth.Value, whole.Growth.Decimals)}，"
            + $"{FigureWords.Of(whole.Kind)}的贡献（测算）如下。"),
        new PaperTable(
            [new("对象", 30), new("上年同期占比", 20, true), new("增速", 20, true), new("贡献（百分点，测算）", 30, true)],
            [.. whole.Parts.Select(p => (IReadOnlyList<string>)[p.Area.Name, $"{FigureText.Of(p.Part.BaseShare, 1)}%",
                $"{FigureText.Of(p.Part.Growth, 1)}%", FigureText.Of(p.Part.Points, 2)])]),
    ]);
}
