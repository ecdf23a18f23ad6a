using System.Text;

namespace Maoding.Commands.Decomposing;

/// <summary>A ruled table of a plain text, in terminal columns: a Chinese character takes two.</summary>
internal sealed class TextTable(params string[] heads)
{
    private const int Narrowest = 8;

    private readonly List<string[]> _rows = [];

    /// <summary>Columns that are never broken into lines.</summary>
    public int[] Whole { get; init; } = [];

    /// <summary>Whether a rule stands between rows.</summary>
    public bool Ruled { get; init; }

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <param name="width">Terminal columns of the whole table at most, where its whole columns leave room.</param>
    public void Write(TextWriter to, int width)
    {
        var widths = Widths(width - (3 * heads.Length) - 1);
        WriteRule(to, widths);
        WriteRow(to, widths, heads);
        for (var i = 0; i < _rows.Count; i++)
        {
            if (i == 0 || Ruled) WriteRule(to, widths);
            WriteRow(to, widths, _rows[i]);
        }

        WriteRule(to, widths);
    }

    /// <summary>As wide as the longest line of each column; where that is too much, the widest give way.</summary>
    private int[] Widths(int available)
    {
        var widths = new int[heads.Length];
        for (var column = 0; column < widths.Length; column++)
        {
            widths[column] = Math.Max(1, WidthOf(heads[column]));
            foreach (var row in _rows)
                foreach (var line in row[column].Split('\n')) widths[column] = Math.Max(widths[column], WidthOf(line));
        }

        var total = 0;
        foreach (var width in widths) total += width;
        for (; total > available; total--)
        {
            var widest = -1;
            for (var column = 0; column < widths.Length; column++)
                if (widths[column] > Narrowest && Array.IndexOf(Whole, column) < 0 && (widest < 0 || widths[column] > widths[widest])) widest = column;
            if (widest < 0) break;
            widths[widest]--;
        }

        return widths;
    }

    /// <summary>Plain signs: many Chinese terminals draw box lines two columns wide.</summary>
    private static void WriteRule(TextWriter to, int[] widths)
    {
        var line = new StringBuilder();
        for (var column = 0; column < widths.Length; column++) line.Append('+').Append('-', widths[column] + 2);
        to.WriteLine(line.Append('+').ToString());
    }

    private static void WriteRow(TextWriter to, int[] widths, string[] cells)
    {
        var lines = new List<string>[cells.Length];
        var height = 1;
        for (var column = 0; column < cells.Length; column++)
        {
            lines[column] = Wrapped(cells[column], widths[column]);
            height = Math.Max(height, lines[column].Count);
        }

        for (var i = 0; i < height; i++)
        {
            var line = new StringBuilder();
            for (var column = 0; column < cells.Length; column++)
            {
                var words = i < lines[column].Count ? lines[column][i] : "";
                line.Append("| ").Append(words).Append(' ', widths[column] - WidthOf(words) + 1);
            }

            to.WriteLine(line.Append('|').ToString());
        }
    }

    private static List<string> Wrapped(string cell, int width)
    {
        var lines = new List<string>();
        foreach (var words in cell.Split('\n'))
        {
            int start = 0, taken = 0;
            for (var i = 0; i < words.Length; i++)
            {
                var wide = WidthOf(words[i]);
                if (taken + wide > width && i > start && !char.IsLowSurrogate(words[i]))
                {
                    lines.Add(words[start..i]);
                    (start, taken) = (i, 0);
                }

                taken += wide;
            }

            lines.Add(words[start..]);
        }

        return lines;
    }

    private static int WidthOf(string words)
    {
        var width = 0;
        foreach (var c in words) width += WidthOf(c);
        return width;
    }

    private static int WidthOf(char c) =>
        c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF'
            or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6' ? 2 : 1;
}
