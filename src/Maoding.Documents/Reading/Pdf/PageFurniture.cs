using System.Text.RegularExpressions;

namespace Maoding.Documents.Reading.Pdf;

/// <summary>Drops what is printed on pages but is no text of the document: running heads and feet, page numbers.</summary>
internal static partial class PageFurniture
{
    private const int EdgeLines = 3;
    private const double SameHeight = 4;
    private const double RepeatedOnShare = 0.3;
    private const double RepeatedSurely = 0.9;

    public static void Drop(List<PdfPage> pages)
    {
        var repeated = FindRepeated(pages);
        foreach (var page in pages)
        {
            var pitch = page.Pitch;
            DropEdge(page, repeated, pitch, fromTop: true);
            DropEdge(page, repeated, pitch, fromTop: false);
        }
    }

    private static void DropEdge(PdfPage page, Dictionary<string, List<Seen>> repeated, double pitch, bool fromTop)
    {
        for (var dropped = 0; dropped < EdgeLines && page.Lines.Count > 0; dropped++)
        {
            var at = fromTop ? 0 : page.Lines.Count - 1;
            if (!IsPageNumber(page, at)) break;
            page.Lines.RemoveAt(at);
        }

        var block = 0;
        while (block < EdgeLines && block < page.Lines.Count && RunningShare(page, block, repeated, fromTop) is var pages and > 0)
        {
            block++;
            // Text that happens to repeat goes on at the usual distance and in the same type; a running head does not.
            if (pages < RepeatedSurely && !StandsApart(page, block, pitch, fromTop)) continue;
            page.Lines.RemoveRange(fromTop ? 0 : page.Lines.Count - block, block);
            block = 0;
        }
    }

    private static bool StandsApart(PdfPage page, int block, double pitch, bool fromTop)
    {
        if (block >= page.Lines.Count) return true;
        var (outer, inner) = fromTop ? (page.Lines[block - 1], page.Lines[block]) : (page.Lines[^block], page.Lines[^(block + 1)]);
        return Math.Abs(outer.Y - inner.Y) > 1.25 * pitch || Math.Abs(outer.Size - inner.Size) > 0.1 * inner.Size;
    }

    /// <summary>The share of pages that have the line at this height; 0 when it does not run.</summary>
    private static double RunningShare(PdfPage page, int block, Dictionary<string, List<Seen>> repeated, bool fromTop)
    {
        var line = fromTop ? page.Lines[block] : page.Lines[^(block + 1)];
        if (!repeated.TryGetValue(Key(line.Words), out var seen)) return 0;
        return seen.Find(s => s.Share > 0 && Math.Abs(s.Height - HeightOf(page, line)) < SameHeight)?.Share ?? 0;
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
                place.Share = place.Pages >= needed ? (double)place.Pages / pages.Count : 0;
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

        /// <summary>Of the pages; 0 while there are too few.</summary>
        public double Share { get; set; }
    }

    [GeneratedRegex("^[\\s—–―‐_\\-－~～·•.|]*(?:第?\\s*(?:\\d{1,4}|[０-９]{1,4}|[一二三四五六七八九十百]{1,5}|[ivxlcIVXLC]{1,6})\\s*页?|第\\s*\\d{1,4}\\s*页\\s*[，"
        + ",/（(]?\\s*共\\s*\\d{1,4}\\s*页[）"
        + ")]?|\\d{1,4}\\s*[/／]\\s*\\d{1,4}|[Pp]age\\s*\\d{1,4}(?:\\s*of\\s*\\d{1,4})?|[Pp]\\.?\\s*\\d{1,4})[\\s—–―‐_\\-－~～·•.|]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex("^\\s*(?:\\d{1,4}|[０-９]{1,4}|[一二三四五六七八九十百]{1,5}|[ivxlcIVXLC]{1,6})\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    [GeneratedRegex("\\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
