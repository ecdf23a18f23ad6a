using System.Globalization;
using Maoding.Features.Demo;
using Maoding.Features.Building.Wall;
using Xunit;

namespace Maoding.Tests.Features.Demo;

public sealed class DemoBoundaryTests
{
    [Fact]
    public void Every_project_lies_in_one_street()
    {
        var areas = Read().Areas;
        foreach (var project in new DemoProjects(2026).All)
        {
            var place = new GeoPoint(
                double.Parse(project.Longitude, CultureInfo.InvariantCulture), double.Parse(project.Latitude, CultureInfo.InvariantCulture));
            var found = areas.Where(a => Holds(a.Rings[0], place)).Select(a => a.Name).ToList();
            Assert.True(found.Count == 1, $"{project.Name} lies in {string.Join('、', found)}");
            // One street named as its site is that street.
            if (areas.Where(a => project.Site.StartsWith(a.Name, StringComparison.Ordinal)).ToList() is [var named])
                Assert.Equal((project.Name, named.Name), (project.Name, found[0]));
        }
    }

    [Fact]
    public void Streets_share_their_borders_and_make_one_outline()
    {
        var sides = new Dictionary<(GeoPoint, GeoPoint), int>();
        foreach (var ring in Read().Areas.Select(a => Assert.Single(a.Rings)))
        {
            Assert.Equal(ring[0], ring[^1]);
            for (var i = 1; i < ring.Count; i++) sides[(ring[i - 1], ring[i])] = sides.GetValueOrDefault((ring[i - 1], ring[i])) + 1;
        }

        Assert.All(sides.Values, times => Assert.Equal(1, times));
        // A side that no neighbour walks the other way is part of the outline, which is one closed line.
        var outline = sides.Keys.Where(s => !sides.ContainsKey((s.Item2, s.Item1))).ToDictionary(s => s.Item1, s => s.Item2);
        Assert.True(outline.Count >= 40, $"The outline has {outline.Count} points");
        var (start, walked) = (outline.Keys.First(), 0);
        var at = start;
        do
        {
            at = outline[at];
            walked++;
        }
        while (at != start);
        Assert.Equal(outline.Count, walked);
    }

    private static Boundary Read()
    {
        using var stream = DemoProjects.Boundary();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Boundary.Parse(bytes.ToArray());
    }

    /// <summary>Whether a ray to the east crosses the ring an odd number of times.</summary>
    private static bool Holds(IReadOnlyList<GeoPoint> ring, GeoPoint place)
    {
        var isInside = false;
        for (var i = 1; i < ring.Count; i++)
        {
            var (a, b) = (ring[i - 1], ring[i]);
            if (a.Latitude > place.Latitude == b.Latitude > place.Latitude) continue;
            if (place.Longitude < a.Longitude + ((place.Latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude))) isInside = !isInside;
        }

        return isInside;
    }
}
