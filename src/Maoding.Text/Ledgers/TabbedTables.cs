namespace Maoding.Text.Ledgers;

/// <summary>Tables of a plain text: lines whose cells are parted by tabs or bars, as a paste from a sheet leaves them.</summary>
internal static class TabbedTables
{
    public static List<SourceTable> Read(SourceText source)
    {
        var tables = new List<SourceTable>();
        var rows = new List<List<SourceCell>>();
        for (var i = 0; i <= source.Lines.Count; i++)
        {
            var cells = i < source.Lines.Count ? Cells(source, source.Lines[i].Span) : null;
            if (cells is { Count: > 1 }) rows.Add(cells);
            else if (cells is { Count: 0 } && rows.Count > 0) continue;
            else Close(tables, rows, i);
        }

        return tables;
    }

    private static void Close(List<SourceTable> tables, List<List<SourceCell>> rows, int line)
    {
        if (rows.Count > 1)
        {
            var width = rows.Max(row => row.Count);
            foreach (var row in rows)
                while (row.Count < width) row.Add(new SourceCell("", new TextSpan(row[^1].Span.End, 0)));
            tables.Add(new SourceTable($"表{tables.Count + 1}", line - rows.Count + 1, rows.ConvertAll(row => (IReadOnlyList<SourceCell>)row)));
        }

        rows.Clear();
    }

    // Null for a line without any separator; no cells for the rule under a Markdown head.
    private static List<SourceCell>? Cells(SourceText source, TextSpan line)
    {
        var words = source.Slice(line);
        var mark = words.Contains('\t') ? '\t' : words.TrimStart().StartsWith('|') ? '|' : '\0';
        if (mark == '\0') return null;
        if (words.IndexOfAnyExcept("|-: \t") < 0) return [];
        var cells = new List<SourceCell>();
        var (start, end) = (line.Offset, line.End);
        if (mark == '|')
        {
            start += words.IndexOf('|') + 1;
            if (words.TrimEnd()[^1] == '|') end = line.Offset + words.LastIndexOf('|');
        }

        while (start <= end)
        {
            var length = source.Text.AsSpan(start, end - start).IndexOf(mark);
            if (length < 0) length = end - start;
            cells.Add(Trimmed(source.Text, start, start + length));
            start += length + 1;
        }

        return cells;
    }

    private static SourceCell Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new SourceCell(text[start..end], TextSpan.FromBounds(start, end));
    }
}
