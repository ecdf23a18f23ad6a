using System.Text;

namespace Maoding.Text.Tests.Ledgers;

/// <summary>Builds a text with tables from drawings: cells parted by |, “&lt;” merges with the cell to the left, “^” with the one above.</summary>
internal static class TableText
{
    public static SourceText Of(params string[] drawings)
    {
        var text = new StringBuilder();
        var lines = new List<SourceLine>();
        var tables = new List<SourceTable>();
        foreach (var drawing in drawings)
        {
            var rows = new List<IReadOnlyList<SourceCell>>();
            foreach (var line in drawing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var start = text.Length;
                var cells = new List<SourceCell>();
                foreach (var words in line.Split('|').Select(cell => cell.Trim()))
                {
                    if (words == "<") cells.Add(cells[^1]);
                    else if (words == "^") cells.Add(rows[^1][cells.Count]);
                    else
                    {
                        cells.Add(new SourceCell(words, new TextSpan(text.Length, words.Length)));
                        text.Append(words).Append('\t');
                    }
                }

                rows.Add(cells);
                lines.Add(new SourceLine(TextSpan.FromBounds(start, text.Length), new Place(PlaceKind.Row, rows.Count, $"表{tables.Count + 1}")));
                text.Append('\n');
            }

            tables.Add(new SourceTable($"表{tables.Count + 1}", 1, rows));
        }

        return new SourceText(text.ToString(), lines, tables);
    }
}
