using System.Text.Json;
using Maoding.Domain;

namespace Maoding.Features.Building.Wall;

/// <summary>A point of a map, in degrees.</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude);

/// <summary>An area of the boundary: its rings, the outer one first.</summary>
/// <param name="Name">The feature's name property; empty without one.</param>
public sealed record GeoArea(string Name, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings);

/// <summary>The boundary of the district from a GeoJSON file (RFC 7946): polygons and multi-polygons, alone, as features or as a collection of them.</summary>
public sealed record Boundary(IReadOnlyList<GeoArea> Areas)
{
    /// <summary>Bytes of a file.</summary>
    public const int Longest = 4 * 1024 * 1024;

    public const int MostPoints = 200_000;

    private const int Depth = 16;

    /// <exception cref="RefusalException">WAL002: it is no GeoJSON with areas, or too large.</exception>
    public static Boundary Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Depth });
            var areas = new List<GeoArea>();
            Collect(document.RootElement, "", areas);
            if (areas.Count == 0) throw Refused("里面没有面（Polygon 或 MultiPolygon）");
            if (areas.Sum(a => a.Rings.Sum(r => r.Count)) > MostPoints) throw Refused($"坐标点超过 {MostPoints} 个，请先抽稀");
            return new Boundary(areas);
        }
        catch (Exception error)
            when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw Refused("不是完整的 GeoJSON");
        }
    }

    private static void Collect(JsonElement element, string name, List<GeoArea> areas)
    {
        switch (element.GetProperty("type").GetString())
        {
            case "FeatureCollection":
                foreach (var feature in element.GetProperty("features").EnumerateArray()) Collect(feature, "", areas);
                break;
            case "Feature" when element.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } geometry:
                Collect(geometry, NameOf(element), areas);
                break;
            case "Polygon":
                areas.Add(new GeoArea(name, Rings(element.GetProperty("coordinates"))));
                break;
            case "MultiPolygon":
                foreach (var polygon in element.GetProperty("coordinates").EnumerateArray()) areas.Add(new GeoArea(name, Rings(polygon)));
                break;
        }
    }

    private static string NameOf(JsonElement feature) =>
        feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()!
            : "";

    private static List<IReadOnlyList<GeoPoint>> Rings(JsonElement polygon) =>
        [.. polygon.EnumerateArray().Select(ring => (IReadOnlyList<GeoPoint>)[.. ring.EnumerateArray().Select(Point)])];

    private static GeoPoint Point(JsonElement point)
    {
        var (longitude, latitude) = (point[0].GetDouble(), point[1].GetDouble());
        if (Math.Abs(longitude) > 180 || Math.Abs(latitude) > 90) throw Refused("坐标不是经纬度，请转成经纬度（度）");
        return new GeoPoint(longitude, latitude);
    }

    private static RefusalException Refused(string why) => new("WAL002", $"区界文件用不了：{why}。请从自然资源部门取 GeoJSON 格式的区界（.geojson），不超过 4 MB。") { Field = "Upload" };
}
