namespace Maoding.Text;

/// <summary>What a line of the text is in the original file.</summary>
public enum PlaceKind
{
    /// <summary>A line of a plain text file, counted from 1.</summary>
    Line,

    /// <summary>A paragraph of a word-processor file, counted from 1.</summary>
    Paragraph,

    /// <summary>A page of a PDF file, counted from 1.</summary>
    Page,

    /// <summary>A row of a table or sheet, counted from 1; <see cref="Place.Container"/> names the table.</summary>
    Row,
}

/// <summary>Where something stands in the original file, as a person would look it up.</summary>
public readonly record struct Place(PlaceKind Kind, int Number, string? Container = null)
{
    public override string ToString() => Kind switch
    {
        PlaceKind.Line => $"第{Number}行",
        PlaceKind.Paragraph => $"第{Number}段",
        PlaceKind.Page => $"第{Number}页",
        _ => $"{Container}第{Number}行",
    };
}

/// <summary>One line of a <see cref="SourceText"/>, without its line end.</summary>
public readonly record struct SourceLine(TextSpan Span, Place Place);

/// <summary>One cell of a table. A cell merged over several rows or columns is given at each place it covers.</summary>
/// <param name="Text">Its words; line breaks inside the cell are one space.</param>
/// <param name="Span">Where the words stand in <see cref="SourceText.Text"/>; empty for an empty cell.</param>
public readonly record struct SourceCell(string Text, TextSpan Span);

/// <summary>A table of the original: every row has as many cells as the widest.</summary>
/// <param name="Name">How a person would call it: 表1, or a sheet's name.</param>
/// <param name="FirstRow">The number of the first row in the original, from 1.</param>
public sealed record SourceTable(string Name, int FirstRow, IReadOnlyList<IReadOnlyList<SourceCell>> Rows);

/// <summary>The immutable text of a document with LF line ends, and where each line stands in the original file.</summary>
public sealed class SourceText
{
    public SourceText(string text, IReadOnlyList<SourceLine> lines, IReadOnlyList<SourceTable>? tables = null)
    {
        Text = text;
        Lines = lines;
        Tables = tables ?? [];
    }

    public string Text { get; }

    /// <summary>All lines in order, empty ones included.</summary>
    public IReadOnlyList<SourceLine> Lines { get; }

    public IReadOnlyList<SourceTable> Tables { get; }

    /// <summary>The place of the line that holds <paramref name="offset"/>.</summary>
    public Place PlaceOf(int offset)
    {
        int low = 0, high = Lines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Lines[middle].Span.Offset <= offset) low = middle;
            else high = middle - 1;
        }

        return Lines.Count == 0 ? default : Lines[low].Place;
    }

    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Offset, span.Length);

    /// <summary>A text without any layout: every line is its own place. CR LF and CR become LF.</summary>
    public static SourceText FromPlain(string text)
    {
        if (text.Contains('\r')) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var lines = new Rows<SourceLine>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (start == text.Length && lines.Count > 0) break;
            lines.Add(new SourceLine(TextSpan.FromBounds(start, end), new Place(PlaceKind.Line, lines.Count + 1)));
            start = end + 1;
        }

        return new SourceText(text, lines);
    }
}
