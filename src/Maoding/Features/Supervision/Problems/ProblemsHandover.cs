using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Supervision.Problems;

/// <summary>Problems that are not closed hang on the unit that handles them and on the leader who answers for them.</summary>
internal sealed class ProblemsHandover(MaodingContext db) : HandoverPart
{
    public override int Place => 300;

    public override string Words => "个没有销号的问题";

    public override string Remedy => "问题由督查室重新交办";

    public override Permission Needs => Permission.SeeProblems;

    public override Task<IReadOnlyDictionary<int, int>> CountAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var open = db.Problems.Where(p => p.State < ProblemState.Closed);
        return ByBearerAsync(bearer == Bearer.Unit ? open.Select(p => (int?)p.UnitId) : open.Select(p => p.LeaderPostId), ids, stop);
    }

    public override string Href(Bearer bearer, int id) => bearer == Bearer.Unit ? new ProblemFilter(Unit: id).Href() : new ProblemFilter(Leader: id).Href();
}
