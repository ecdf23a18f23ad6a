using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Pipeline;

/// <summary>Leads that have not ended hang on the unit and the leader who follow them; whoever takes over may know of them.</summary>
internal sealed class LeadsHandover(MaodingContext db) : OwnedHandover<Lead>(db)
{
    public override int Place => 400;

    public override string Words => "条跟进中的招商线索";

    public override Permission Needs => Permission.SeePipeline;

    protected override IQueryable<Lead> Open => Db.Leads.Where(l => l.State < LeadState.Entered);

    protected override Expression<Func<Lead, string>> Title => l => l.Name;

    protected override IReadOnlyList<Expression<Func<Lead, int?>>> Units => [l => l.UnitId];

    protected override IReadOnlyList<Expression<Func<Lead, int?>>> Posts => [l => l.LeaderPostId];

    public override string Href(Bearer bearer, int id) => PipelineLinks.Index;

    public override async Task<IReadOnlyList<Borne>> ReadAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var leads = await base.ReadAsync(bearer, ids, stop);
        var keys = leads.Select(l => l.Id).ToList();
        var readers = (await Db.Readers.AsNoTracking().Where(r => r.Subject == nameof(Lead) && keys.Contains(r.SubjectId)).ToListAsync(stop))
            .ToLookup(r => r.SubjectId);
        return [.. leads.Select(l => l with { Readers = ReaderList.Of([.. readers[l.Id]]) })];
    }

    public override async Task HandOverAsync(Handover handover, IReadOnlyDictionary<int, int> to, CancellationToken stop)
    {
        await base.HandOverAsync(handover, to, stop);
        var keys = to.Keys.ToList();
        var readers = (await Db.Readers.Where(r => r.Subject == nameof(Lead) && keys.Contains(r.SubjectId)).ToListAsync(stop)).ToLookup(r => r.SubjectId);
        foreach (var (lead, next) in to)
        {
            var isUnit = handover.Bearer == Bearer.Unit;
            if (readers[lead].FirstOrDefault(r => (isUnit ? r.UnitId : r.PostId) == handover.FromId) is not { } leaving) continue;
            if (readers[lead].Any(r => (isUnit ? r.UnitId : r.PostId) == next)) Db.Remove(leaving);
            else if (isUnit) leaving.UnitId = next;
            else leaving.PostId = next;
        }
    }
}
