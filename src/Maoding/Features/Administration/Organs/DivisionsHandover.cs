using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>领导分工 ends with the unit or the post; whoever takes over gets it from that day, where nobody has it yet.</summary>
internal sealed class DivisionsHandover(MaodingContext db) : HandoverPart
{
    public override int Place => 30;

    public override string Words => "项领导分工";

    public override string Subject => nameof(Division);

    public override bool Holds => false;

    public override Permission Needs => Permission.SeeDirectory;

    private IQueryable<Division> Open => db.Divisions.Where(d => d.To == null);

    public override string Href(Bearer bearer, int id) => DirectoryLinks.Division;

    public override async Task<IReadOnlyList<Borne>> ReadAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var wanted = ids.ToList();
        return bearer == Bearer.Unit
            ? await Open.Where(d => wanted.Contains(d.UnitId)).OrderBy(d => d.Id)
                .Select(d => new Borne(d.UnitId, d.Id, d.Post!.Name, null)).ToListAsync(stop)
            : await Open.Where(d => wanted.Contains(d.PostId)).OrderBy(d => d.Id)
                .Select(d => new Borne(d.PostId, d.Id, d.Unit!.ShortName, null)).ToListAsync(stop);
    }

    public override async Task HandOverAsync(Handover handover, IReadOnlyDictionary<int, int> to, CancellationToken stop)
    {
        var open = await Open.ToListAsync(stop);
        foreach (var ending in open.Where(d => to.ContainsKey(d.Id)).ToList())
        {
            var (post, unit) = handover.Bearer == Bearer.Unit ? (ending.PostId, to[ending.Id]) : (to[ending.Id], ending.UnitId);
            End(ending, handover.On);
            if (open.Exists(d => d != ending && d.UnitId == unit && (d.PostId == post || (d.Kind == ending.Kind && d.Kind == DivisionKind.InCharge)))) continue;
            var next = new Division { PostId = post, UnitId = unit, Kind = ending.Kind, From = handover.On };
            db.Divisions.Add(next);
            open.Add(next);
        }
    }

    /// <summary>One that had not begun by then never was; the log keeps both.</summary>
    private void End(Division division, DateOnly from)
    {
        if (division.From >= from) db.Divisions.Remove(division);
        else division.To = from.AddDays(-1);
    }
}
