using System.Globalization;
using System.Text;
using Maoding.Domain.Lights;
using Maoding.Features.Projects;
using Maoding.Shared;

namespace Maoding.Features.Wall;

/// <summary>The district's boundary with its projects as numbered marks; no picture comes from outside.</summary>
public sealed class MapDrawing
{
    private const double Width = 900;
    private const double Most = 900;
    private const double Edge = 24;

    /// <summary>Pixels: points closer to the last one drawn are left out.</summary>
    private const double Fine = 0.6;

    private readonly double _west;
    private readonly double _north;
    private readonly double _scale;
    private readonly double _squeeze;
    private readonly double _height;

    /// <param name="rows">Those with a place.</param>
    private MapDrawing(Boundary? boundary, IReadOnlyList<WallRow> rows)
    {
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
    public static Markup? Of(Boundary? boundary, IReadOnlyList<WallRow> rows)
    {
        if (boundary is null && rows.Count == 0) return null;
        var map = new MapDrawing(boundary, rows);
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"wall-map\" viewBox=\"0 0 {Width:0} {map._height:0}\" role=\"img\" aria-label=\"项目分布图，{rows.Count}个项目\">"));
        foreach (var area in boundary?.Areas ?? []) map.Area(svg, area);
        for (var i = 0; i < rows.Count; i++) map.Mark(svg, rows[i], i + 1);
        return new Markup(svg.Append("</svg>").ToString());
    }

    private void Area(StringBuilder svg, GeoArea area)
    {
        var path = new StringBuilder();
        foreach (var ring in area.Rings) Ring(path, ring);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"wall-area\" fill-rule=\"evenodd\" d=\"{path}\"/>");
        if (area.Name.Length == 0 || area.Rings.Count == 0) return;
        var outer = area.Rings[0].Select(At).ToList();
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"wall-area-name\" text-anchor=\"middle\" x=\"{N((outer.Min(p => p.X) + outer.Max(p => p.X)) / 2)}\" y=\"{N((outer.Min(p => p.Y) + outer.Max(p => p.Y)) / 2)}\">{Markup.Encoder.Encode(area.Name)}</text>");
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
        svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{ProjectLinks.Project(row.Id)}\"><title>{Markup.Encoder.Encode($"{row.Name}，{LightWords.Of(row.Light)}")}</title><g class=\"{css}\"><path d=\"{shape}\"/></g><text class=\"wall-number\" text-anchor=\"middle\" x=\"{N(x)}\" y=\"{N(y + (row.Light == Light.Yellow ? 8 : 4))}\">{number}</text></a>");
    }

    private (double X, double Y) At(GeoPoint point) => (Edge + ((point.Longitude - _west) * _squeeze * _scale), Edge + ((_north - point.Latitude) * _scale));

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
