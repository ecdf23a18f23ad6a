namespace Maoding.Features.Building.Wall;

/// <summary>Addresses of the wall.</summary>
public static class WallLinks
{
    public const string Index = "/wall";

    public const string Sheet = "/wall/sheet";

    public const string Map = "/wall/map";
}
