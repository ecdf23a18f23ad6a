using System.Text.RegularExpressions;

namespace Maoding.Documents.Reading.Pdf;

/// <summary>Drops what is printed on pages but is no text of the document: running heads and feet, page numbers.</summary>
internal static partial class PageFurniture
{
    private const int EdgeLines = 3;
    private const double SameHeight = 4;
    private const double RepeatedOnShare = 0.3;

    public static void Drop(List<PdfPage> pages)
    {
        var repeated = FindRepeated(pages);
        foreach (var page in pages)
        {
            DropEdge(page, repeated, fromTop: true);
            DropEdge(page, repeated, fromTop: false);
        }
    }

    private static void DropEdge(PdfPage page, Dictionary<string, List<Seen>> repeated, bool fromTop)
    {
        for (var dropped = 0; dropped < EdgeLines && page.Lines.Count > 0; dropped++)
        {
            var at = fromTop ? 0 : page.Lines.Count - 1;
            var line = page.Lines[at];
            var isRunning = repeated.TryGetValue(Key(line.Words), out var seen) && seen.Exists(s => s.IsRunning && Math.Abs(s.Height - HeightOf(page, line)) < SameHeight);
            if (!isRunning && !IsPageNumber(page, at)) return;
            page.Lines.RemoveAt(at);
        }
    }

    private static bool IsPageNumber(PdfPage page, int at)
    {
        var line = page.Lines[at];
        if (line.Words.Length > 24 || !PageNumber().IsMatch(line.Words)) return false;
        // A bare figure may be the end of the text: it must stand apart, as page numbers do, unless it is this page's.
        if (!BareNumber().IsMatch(line.Words) || page.Lines.Count == 1) return true;
        var neighbour = page.Lines[at == 0 ? 1 : at - 1];
        return Math.Abs(neighbour.Y - line.Y) > 2.2 * line.Size || line.Words == page.Number.ToString();
    }

    /// <summary>Lines at the edges that stand at one height on several pages, figures aside.</summary>
    private static Dictionary<string, List<Seen>> FindRepeated(List<PdfPage> pages)
    {
        var seen = new Dictionary<string, List<Seen>>(StringComparer.Ordinal);
        if (pages.Count < 2) return seen;
        var needed = Math.Max(2, (int)Math.Ceiling(pages.Count * RepeatedOnShare));
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Lines.Count; i++)
            {
                if (i >= EdgeLines && i < page.Lines.Count - EdgeLines) continue;
                var line = page.Lines[i];
                var height = HeightOf(page, line);
                if (!seen.TryGetValue(Key(line.Words), out var places)) seen[Key(line.Words)] = places = [];
                var place = places.Find(p => Math.Abs(p.Height - height) < SameHeight);
                if (place is null) places.Add(place = new Seen(height));
                if (place.LastPage != page.Number) place.Pages++;
                place.LastPage = page.Number;
                place.IsRunning = place.Pages >= needed;
            }
        }

        return seen;
    }

    // Feet are measured from the bottom and heads from the top, so that pages of two sizes still agree.
    private static double HeightOf(PdfPage page, PdfLine line) => line.Y > page.Height / 2 ? page.Height - line.Y + 10_000 : line.Y;

    private static string Key(string words) => Figures().Replace(words, "#");

    private sealed class Seen(double height)
    {
        public double Height => height;

        public int Pages { get; set; }

        public int LastPage { get; set; }

        public bool IsRunning { get; set; }
    }

    [GeneratedRegex("^[\\s—–―‐_\\-－~～·•.|]*(?:第?\\s*(?:\\d{1,4}|[０-９]{1,4}|[一二三四五六七八九十百]{1,5}|[ivxlcIVXLC]{1,6})\\s*页?|第\\s*\\d{1,4}\\s*页\\s*[，,/（(]?\\s*共\\s*\\d{1,4}\\s*页[）)]?|\\d{1,4}\\s*[/／]\\s*\\d{1,4}|[Pp]age\\s*\\d{1,4}(?:\\s*of\\s*\\d{1,4})?|[Pp]\\.?\\s*\\d{1,4})[\\s—–―‐_\\-－~～·•.|]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex("^\\s*(?:\\d{1,4}|[０-９]{1,4}|[一二三四五六七八九十百]{1,5}|[ivxlcIVXLC]{1,6})\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    [GeneratedRegex("\\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
