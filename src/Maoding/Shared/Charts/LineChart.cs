using System.Globalization;
using System.Text;

namespace Maoding.Shared.Charts;

/// <summary>A line of a chart; lines are told apart by dashes and marks before colour.</summary>
/// <param name="Values">One for each label; null leaves a gap that is bridged.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, ChartStyle Style);

/// <summary>How a line is drawn: the class gives the colour, the rest is seen without it.</summary>
public enum ChartStyle
{
    /// <summary>Solid with round marks: what happened.</summary>
    Actual = 1,

    /// <summary>Dashed with square marks: what was planned.</summary>
    Planned = 2,

    /// <summary>Dotted with triangles: what others did.</summary>
    Other = 3,

    /// <summary>Thin, dash and dot, without marks: the year before.</summary>
    Before = 4,

    /// <summary>Short dashes with hollow marks: what is expected.</summary>
    Expected = 5,
}

/// <summary>A shaded stretch between two values.</summary>
public sealed record ChartBand(string Name, IReadOnlyList<(decimal Low, decimal High)?> Values);

/// <summary>A horizontal line with its words at the end.</summary>
public sealed record ChartLevel(string Words, decimal Value);

/// <summary>A line chart as SVG made on the server: no script, no style attributes, readable in black and white.</summary>
/// <param name="Id">Unique on its page.</param>
/// <param name="Labels">Of the months, from left to right.</param>
/// <param name="Unit">Beside the scale.</param>
public sealed record LineChart(string Id, string Title, string Description, IReadOnlyList<string> Labels, string Unit)
{
    private const int Left = 58;
    private const int Top = 40;
    private const int Bottom = 30;

    private int Width => IsSmall ? 380 : 760;

    private int Height => IsSmall ? 220 : 300;

    /// <summary>Words of levels stand there.</summary>
    private int Right => Levels.Count > 0 ? 96 : 24;

    /// <summary>One of many beside each other: words keep their size while the chart has half its width.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Values that the scale holds beside its own, so that charts beside each other can be compared.</summary>
    public IReadOnlyList<decimal> Scaled { get; init; } = [];

    public IReadOnlyList<ChartSeries> Series { get; init; } = [];

    public ChartBand? Band { get; init; }

    public IReadOnlyList<ChartLevel> Levels { get; init; } = [];

    /// <summary>Down is better: ranks.</summary>
    public bool IsUpsideDown { get; init; }

    /// <summary>The chart; empty where no line has a value.</summary>
    public Markup Html()
    {
        if (!Series.Any(s => s.Values.Any(v => v is not null))) return new Markup("");
        var values = Series.SelectMany(s => s.Values).OfType<decimal>().Concat(Scaled)
            .Concat(Levels.Select(l => l.Value)).Concat(Bands().SelectMany(b => new[] { b.Low, b.High })).ToList();
        var scale = ChartScale.Of(values.Min(), values.Max(), values.TrueForAll(decimal.IsInteger));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{Id}-title "
            + $"{Id}-desc\"><title id=\"{Id}-title\">{Encode(Title)}</title><desc id=\"{Id}-desc\">{Encode(Description)}</desc>");
        Axes(svg, scale);
        if (Band is not null) DrawBand(svg, scale);
        foreach (var level in Levels) Draw(svg, scale, level);
        foreach (var series in Series) Draw(svg, scale, series);
        Legend(svg);
        return new Markup(svg.Append("</svg>").ToString());
    }

    private IEnumerable<(decimal Low, decimal High)> Bands() => Band is null ? [] : Band.Values.OfType<(decimal Low, decimal High)>();

    private void Axes(StringBuilder svg, ChartScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            var y = Number(Y(scale, tick));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" "
                + $"y2=\"{y}\"/><text x=\"{Left - 6}\" y=\"{y}\" dy=\"4\" text-anchor=\"end\">{scale.Words(tick)}</text>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Top - 12}\" text-anchor=\"end\">{Encode(Unit)}</text>");
        for (var i = 0; i < Labels.Count; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(X(i))}\" y=\"{Height - 10}\" text-anchor=\"middle\">{Encode(Labels[i])}</text>");
    }

    private void DrawBand(StringBuilder svg, ChartScale scale)
    {
        var at = Band!.Values.Select((v, i) => (v, i)).Where(p => p.v is not null).ToList();
        if (at.Count == 0) return;
        // A band of one month is drawn as a bar, or nobody would see it.
        if (at.Count == 1)
        {
            var (x, low, high) = (X(at[0].i), Y(scale, at[0].v!.Value.Low), Y(scale, at[0].v!.Value.High));
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"band\" x=\"{Number(x - 7)}\" width=\"14\" y=\"{Number(Math.Min(low, high))}\" height=\"{Number(Math.Abs(high - low))}\"/>");
            return;
        }

        var points = at.Select(p => Point(X(p.i), Y(scale, p.v!.Value.High)))
            .Concat(Enumerable.Reverse(at).Select(p => Point(X(p.i), Y(scale, p.v!.Value.Low))));
        svg.Append(CultureInfo.InvariantCulture, $"<polygon class=\"band\" points=\"{string.Join(' ', points)}\"/>");
    }

    private void Draw(StringBuilder svg, ChartScale scale, ChartLevel level)
    {
        var y = Number(Y(scale, level.Value));
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"level\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\" "
            + $"stroke-dasharray=\"10 3\"/><text class=\"level-words\" x=\"{Width - Right + 5}\" y=\"{y}\" dy=\"4\">{Encode(level.Words)}</text>");
    }

    private void Draw(StringBuilder svg, ChartScale scale, ChartSeries series)
    {
        var points = series.Values.Select((v, i) => (Value: v, Index: i)).Where(p => p.Value is not null)
            .Select(p => (X: X(p.Index), Y: Y(scale, p.Value!.Value))).ToList();
        var name = series.Style.ToString().ToLowerInvariant();
        if (points.Count > 1) svg.Append(CultureInfo.InvariantCulture,
            $"<polyline class=\"line line-{name}\" fill=\"none\"{Dash(series.Style)} points=\"{string.Join(' ', points.Select(p => Point(p.X, p.Y)))}\"/>");
        foreach (var (x, y) in points) svg.Append(Mark(series.Style, x, y));
    }

    private void Legend(StringBuilder svg)
    {
        var x = (decimal)Left;
        foreach (var series in Series.Where(s => s.Values.Any(v => v is not null)))
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<line class=\"line line-{series.Style.ToString().ToLowerInvariant()}\" x1=\"{Number(x)}\" x2=\"{Number(x + 28)}\" y1=\"12\" "
                    + $"y2=\"12\"{Dash(series.Style)}/>{Mark(series.Style, x + 14, 12)}<text x=\"{Number(x + 33)}\" y=\"16\">{Encode(series.Name)}</text>");
            x += 48 + (series.Name.Length * 12.5m);
        }

        if (Band is not null) svg.Append(CultureInfo.InvariantCulture,
            $"<rect class=\"band\" x=\"{Number(x)}\" y=\"6\" width=\"28\" height=\"12\"/><text x=\"{Number(x + 33)}\" y=\"16\">{Encode(Band.Name)}</text>");
    }

    private static string Dash(ChartStyle style) => style switch
    {
        ChartStyle.Planned => " stroke-dasharray=\"7 4\"",
        ChartStyle.Other => " stroke-dasharray=\"2 4\"",
        ChartStyle.Before => " stroke-dasharray=\"8 3 2 3\"",
        ChartStyle.Expected => " stroke-dasharray=\"4 3\"",
        _ => "",
    };

    private static string Mark(ChartStyle style, decimal x, decimal y) => style switch
    {
        ChartStyle.Actual => $"<circle class=\"mark-actual\" cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"3.5\"/>",
        ChartStyle.Planned => $"<rect class=\"mark-planned\" x=\"{Number(x - 3)}\" y=\"{Number(y - 3)}\" width=\"6\" height=\"6\"/>",
        ChartStyle.Other => $"<polygon class=\"mark-other\" points=\"{Point(x, y - 4)} {Point(x - 4, y + 3)} {Point(x + 4, y + 3)}\"/>",
        ChartStyle.Expected => $"<circle class=\"mark-expected\" cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"3.5\"/>",
        _ => "",
    };

    private decimal X(int index) => Labels.Count == 1 ? (Left + Width - Right) / 2m : Left + 12 + (index * (Width - Left - Right - 24m) / (Labels.Count - 1));

    private decimal Y(ChartScale scale, decimal value)
    {
        var part = (value - scale.From) / (scale.To - scale.From);
        return IsUpsideDown ? Top + (part * (Height - Top - Bottom)) : Height - Bottom - (part * (Height - Top - Bottom));
    }

    private static string Point(decimal x, decimal y) => $"{Number(x)},{Number(y)}";

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Encode(string words) => Markup.Encoder.Encode(words);
}
