using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Consulting;

/// <summary>An opinion that is not decided may propose a unit or a leader; it is decided with the one that follows.</summary>
internal sealed class OpinionsHandover(MaodingContext db) : HandoverPart
{
    public override int Place => 110;

    public override string Words => "条未裁定的意见（建议由其承担）";

    public override string Subject => nameof(Opinion);

    public override Permission Needs => Permission.DecideOpinion;

    private IQueryable<Opinion> Open => db.Opinions.Where(o =>
        (o.State == OpinionState.Open || o.State == OpinionState.Escalated || o.State == OpinionState.ToSign)
        && (o.ProposedUnitId != null || o.ProposedCoUnits != "" || o.ProposedPostId != null));

    public override string Href(Bearer bearer, int id) => ConsultLinks.Index;

    public override async Task<IReadOnlyList<Borne>> ReadAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var open = await Open.AsNoTracking().Join(db.Commitments, o => o.CommitmentId, c => c.Id, (o, c) => new { Opinion = o, c.Title }).ToListAsync(stop);
        return [.. from id in ids from o in open where Proposes(o.Opinion, bearer, id) select new Borne(id, o.Opinion.Id, o.Title)];
    }

    public override async Task HandOverAsync(Handover handover, IReadOnlyDictionary<int, int> to, CancellationToken stop)
    {
        var keys = to.Keys.ToList();
        foreach (var opinion in await Open.Where(o => keys.Contains(o.Id)).ToListAsync(stop))
        {
            var next = to[opinion.Id];
            if (handover.Bearer == Bearer.Post)
            {
                opinion.ProposedPostId = next;
                continue;
            }

            if (opinion.ProposedUnitId == handover.FromId) opinion.ProposedUnitId = next;
            opinion.ProposedCoUnits = string.Join(',', OpinionWords.CoUnits(opinion).Select(id => id == handover.FromId ? next : id).Distinct());
        }
    }

    private static bool Proposes(Opinion opinion, Bearer bearer, int id) => bearer == Bearer.Post
        ? opinion.ProposedPostId == id
        : opinion.ProposedUnitId == id || OpinionWords.CoUnits(opinion).Contains(id);
}
