using Maoding.Contracts;
using Maoding.Domain.Access;
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
        var units = scene.Directory.Units.Where(u => scene.IsIn(u.Name, u.ShortName, u.Functions)).ToList();
        return Task.FromResult(new Hits(
            [.. units.Take(HitScene.Most).Select(u => new Hit("", u.Name, u.IsClosed ? "已撤销" : u.Functions, DirectoryLinks.Unit(u.Id)))], units.Count));
    }
}
