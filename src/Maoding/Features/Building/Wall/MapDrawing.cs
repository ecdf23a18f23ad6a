using System.Globalization;
using System.Text;
using Maoding.Domain.Lights;
using Maoding.Shared;

namespace Maoding.Features.Building.Wall;

/// <summary>The district's boundary with its projects as numbered marks; no picture comes from outside.</summary>
public sealed class MapDrawing
{
    private const double Width = 900;
    private const double Most = 900;
    private const double Edge = 24;

    /// <summary>Pixels: points closer to the last one drawn are left out.</summary>
    private const double Fine = 0.6;

    /// <summary>Pixels: a letter of a name, and what it keeps from the middle of a mark.</summary>
    private const double Letter = 15;
    private const double Clear = 12;

    /// <summary>Parts of an area's width and height between which a name is tried.</summary>
    private const int Tries = 24;

    private readonly double _west;
    private readonly double _north;
    private readonly double _scale;
    private readonly double _squeeze;
    private readonly double _height;
    private readonly Func<int, string> _link;

    /// <param name="rows">Those with a place.</param>
    private MapDrawing(Boundary? boundary, IReadOnlyList<WallRow> rows, Func<int, string> link)
    {
        _link = link;
        var points = (boundary?.Areas.SelectMany(a => a.Rings).SelectMany(r => r) ?? []).Concat(rows.Select(r => r.Place!.Value)).ToList();
        (_west, _north) = (points.Min(p => p.Longitude), points.Max(p => p.Latitude));
        var (east, south) = (points.Max(p => p.Longitude), points.Min(p => p.Latitude));
        // A degree of longitude is shorter than one of latitude.
        _squeeze = Math.Cos((_north + south) / 2 * Math.PI / 180);
        var (wide, high) = (Math.Max((east - _west) * _squeeze, 0.001), Math.Max(_north - south, 0.001));
        _scale = Math.Min((Width - (2 * Edge)) / wide, (Most - (2 * Edge)) / high);
        _height = (high * _scale) + (2 * Edge);
    }

    /// <summary>Null when there is neither a boundary nor a place.</summary>
    /// <param name="rows">Those with a place, numbered from 1 as in the list beside the map.</param>
    /// <param name="link">The page of a project by its id.</param>
    public static Markup? Of(Boundary? boundary, IReadOnlyList<WallRow> rows, Func<int, string> link)
    {
        if (boundary is null && rows.Count == 0) return null;
        var map = new MapDrawing(boundary, rows, link);
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"wall-map\" viewBox=\"0 0 {Width:0} {map._height:0}\" role=\"img\" aria-label=\"项目分布图，{rows.Count}个项目\">"));
        var marks = rows.Select(r => map.At(r.Place!.Value)).ToList();
        foreach (var area in boundary?.Areas ?? []) map.Area(svg, area, marks);
        for (var i = 0; i < rows.Count; i++) map.Mark(svg, rows[i], i + 1);
        return new Markup(svg.Append("</svg>").ToString());
    }

    private void Area(StringBuilder svg, GeoArea area, List<(double X, double Y)> marks)
    {
        var path = new StringBuilder();
        foreach (var ring in area.Rings) Ring(path, ring);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"wall-area\" fill-rule=\"evenodd\" d=\"{path}\"/>");
        if (area.Name.Length == 0 || area.Rings.Count == 0) return;
        var (x, y) = NamePlace([.. area.Rings[0].Select(At)], area.Name.Length * Letter / 2, marks);
        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"wall-area-name\" text-anchor=\"middle\" x=\"{N(x)}\" y=\"{N(y)}\">{Markup.Encoder.Encode(area.Name)}</text>");
    }

    /// <summary>Where a name stands clear of marks and inside its area, as near to the middle as can be; the middle where there is no such place.</summary>
    /// <param name="half">Of the name's width.</param>
    private static (double X, double Y) NamePlace(List<(double X, double Y)> ring, double half, List<(double X, double Y)> marks)
    {
        var (left, right, top, bottom) = (ring.Min(p => p.X), ring.Max(p => p.X), ring.Min(p => p.Y), ring.Max(p => p.Y));
        var middle = (X: (left + right) / 2, Y: (top + bottom) / 2);
        var places = from row in Enumerable.Range(1, Tries - 1)
                     from column in Enumerable.Range(1, Tries - 1)
                     let at = (X: left + ((right - left) * column / Tries), Y: top + ((bottom - top) * row / Tries))
                     orderby Math.Pow(at.X - middle.X, 2) + Math.Pow(at.Y - middle.Y, 2)
                     where Holds(ring, at.X - half, at.Y) && Holds(ring, at.X + half, at.Y)
                         && !marks.Exists(m => Math.Abs(m.X - at.X) < half + Clear && Math.Abs(m.Y - at.Y + (Letter / 3)) < Letter + (Clear / 2))
                     select at;
        return places.Cast<(double X, double Y)?>().FirstOrDefault() ?? middle;
    }

    private static bool Holds(List<(double X, double Y)> ring, double x, double y)
    {
        var isInside = false;
        for (var i = 1; i < ring.Count; i++)
        {
            var ((ax, ay), (bx, by)) = (ring[i - 1], ring[i]);
            if (ay > y != by > y && x < ax + ((y - ay) / (by - ay) * (bx - ax))) isInside = !isInside;
        }

        return isInside;
    }

    private void Ring(StringBuilder path, IReadOnlyList<GeoPoint> ring)
    {
        (double X, double Y)? last = null;
        foreach (var point in ring)
        {
            var at = At(point);
            if (last is { } before && Math.Abs(at.X - before.X) < Fine && Math.Abs(at.Y - before.Y) < Fine) continue;
            path.Append(last is null ? 'M' : 'L').Append(N(at.X)).Append(' ').Append(N(at.Y));
            last = at;
        }

        path.Append('Z');
    }

    private void Mark(StringBuilder svg, WallRow row, int number)
    {
        var (x, y) = At(row.Place!.Value);
        var (css, shape) = row.Light switch
        {
            Light.Yellow => ("wall-yellow", $"M{N(x)} {N(y - 11)}l11 20h-22z"),
            Light.Red => ("wall-red", $"M{N(x)} {N(y - 13)}l13 13l-13 13l-13 -13z"),
            Light.Green => ("wall-green", $"M{N(x - 10)} {N(y)}a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z"),
            _ => ("wall-none", $"M{N(x - 10)} {N(y)}a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z"),
        };
        svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{Markup.Encoder.Encode(_link(row.Id))}\">"
            + $"<title>{Markup.Encoder.Encode($"{row.Name}，{LightWords.Of(row.Light)}")}</title><g class=\"{css}\"><path d=\"{shape}\"/></g><text "
            + $"class=\"wall-number\" text-anchor=\"middle\" x=\"{N(x)}\" y=\"{N(y + (row.Light == Light.Yellow ? 8 : 4))}\">{number}</text></a>");
    }

    private (double X, double Y) At(GeoPoint point) => (Edge + ((point.Longitude - _west) * _squeeze * _scale), Edge + ((_north - point.Latitude) * _scale));

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
