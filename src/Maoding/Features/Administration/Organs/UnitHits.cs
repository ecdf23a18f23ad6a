using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Administration.Organs;

/// <summary>Units of the directory, which is in memory.</summary>
internal sealed class UnitHits : HitPart
{
    public override int Place => 90;

    public override string Kind => "单位";

    public override Permission Needs => Permission.SeeDirectory;

    public override Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var former = scene.Directory.Changes.Where(c => c.Kind == OrganChangeKind.Renamed).ToLookup(c => c.UnitId, c => c.Name);
        var units = scene.Directory.Units.Where(u => scene.IsIn([u.Name, u.ShortName, u.Functions, .. former[u.Id]])).ToList();
        return Task.FromResult(new Hits(
            [.. units.Take(HitScene.Most).Select(u => new Hit("", u.Name, Words(scene.Directory, u), DirectoryLinks.Unit(u.Id)))], units.Count));
    }

    private static string Words(DirectorySnapshot directory, Unit unit) => unit switch
    {
        { IsClosed: false } => unit.Functions,
        _ => directory.Present(unit) is { } present ? $"已撤销，由{present.ShortName}接续" : "已撤销",
    };
}
