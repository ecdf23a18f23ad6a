using System.Globalization;
using System.Text;

namespace Maoding.Shared.Charts;

/// <summary>A curve as small as a word, for a cell of a list: the row's figures stand beside it.</summary>
public static class Sparkline
{
    private const int Width = 96;

    private const int Height = 22;

    private const int Margin = 3;

    /// <param name="values">In the order of time; fewer than two draw nothing.</param>
    /// <param name="line">A level to be drawn across: the threshold; null: none.</param>
    public static Markup? Of(IReadOnlyList<decimal> values, decimal? line = null)
    {
        if (values.Count < 2) return null;
        var (low, high) = (Math.Min(values.Min(), line ?? values.Min()), Math.Max(values.Max(), line ?? values.Max()));
        var span = high == low ? 1 : high - low;
        string Y(decimal value) => Number(Margin + ((high - value) / span * (Height - (2 * Margin))));
        string X(int index) => Number(Margin + (index * (decimal)(Width - (2 * Margin)) / (values.Count - 1)));
        var html = new StringBuilder($"<svg class=\"spark\" viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\">");
        if (line is { } level)
            html.Append(CultureInfo.InvariantCulture, $"<line class=\"spark-line\" x1=\"0\" x2=\"{Width}\" y1=\"{Y(level)}\" y2=\"{Y(level)}\"/>");
        html.Append("<polyline points=\"");
        for (var i = 0; i < values.Count; i++) html.Append(CultureInfo.InvariantCulture, $"{X(i)},{Y(values[i])} ");
        html.Append(CultureInfo.InvariantCulture, $"\"/><circle cx=\"{X(values.Count - 1)}\" cy=\"{Y(values[^1])}\" r=\"2.5\"/></svg>");
        return new Markup(html.ToString());
    }

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
