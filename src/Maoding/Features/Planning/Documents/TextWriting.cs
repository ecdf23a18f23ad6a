using System.Globalization;
using System.Text;
using Maoding.Shared;

namespace Maoding.Features.Planning.Documents;

/// <summary>Writes a document's paragraphs one after another, with nothing between the pieces: every space would show in the text.</summary>
internal sealed class TextWriting(TextView view)
{
    private readonly HashSet<int> _seen = [];

    public Markup Pieces(TextParagraph paragraph)
    {
        var html = new StringBuilder();
        foreach (var piece in paragraph.Pieces)
            if (piece.Marks.Count == 0) Plain(html, piece, piece.Start < paragraph.LeadEnd);
            else Quoted(html, piece, piece.Start < paragraph.LeadEnd);
        return new Markup(html.ToString());
    }

    private static void Plain(StringBuilder html, TextPiece piece, bool leads) =>
        html.Append(CultureInfo.InvariantCulture, $"<span{(leads ? " class=\"lead-words\"" : "")} data-start=\"{piece.Start}\">")
            .Append(Markup.Encoder.Encode(piece.Words)).Append("</span>");

    /// <summary>A link to the first row that quotes it; where a row's first quote begins, its anchor stands.</summary>
    private void Quoted(StringBuilder html, TextPiece piece, bool leads)
    {
        var begun = piece.Marks.Where(m => _seen.Add(m.RowId)).Select(m => m.RowId).ToList();
        foreach (var other in begun.Skip(1)) html.Append(CultureInfo.InvariantCulture, $"<span id=\"q{other}\"></span>");
        html.Append("<a");
        if (begun.Count > 0) html.Append(CultureInfo.InvariantCulture, $" id=\"q{begun[0]}\"");
        var isChosen = piece.Marks.Any(m => m.RowId == view.ChosenRow);
        html.Append(CultureInfo.InvariantCulture, $" class=\"{piece.Class}{(leads ? " lead-words" : "")}{(isChosen ? " quote-mark-selected" : "")}\"")
            .Append(CultureInfo.InvariantCulture, $" href=\"{Markup.Encoder.Encode(view.Link(piece.Marks[0].RowId))}\" data-start=\"{piece.Start}\"")
            .Append(CultureInfo.InvariantCulture, $" data-rows=\"{string.Join(' ', piece.Marks.Select(Row))}\">")
            .Append(Markup.Encoder.Encode(piece.Words)).Append("</a>");
    }

    private static string Row(TextMark mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{mark.RowId}:{(int)mark.Kind}:{(mark.IsOut ? 1 : 0)}");
}
