using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Planning.Ledger;

/// <summary>Rows that are not finished hang on their lead unit and on the posts that lead them.</summary>
internal sealed class RowsHandover(MaodingContext db) : HandoverPart
{
    public override int Place => 100;

    public override string Words => "项没有办结的任务（含待确认的）";

    public override string Remedy => "没印发的任务在“分派”里改，已印发的用“调整”";

    public override Permission Needs => Permission.SeeRow;

    public override async Task<IReadOnlyDictionary<int, int>> CountAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var open = db.Commitments.Where(c => c.State != CommitmentState.Dropped && c.State != CommitmentState.Merged
            && c.State != CommitmentState.Done && c.State != CommitmentState.Stopped);
        if (bearer == Bearer.Unit) return await ByBearerAsync(open.Select(c => c.LeadUnitId), ids, stop);
        var first = await ByBearerAsync(open.Select(c => c.LeaderPostId), ids, stop);
        var second = await ByBearerAsync(open.Select(c => c.SecondLeaderPostId), ids, stop);
        return first.Concat(second).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
    }

    public override string Href(Bearer bearer, int id) => bearer == Bearer.Unit
        ? new LedgerFilter(View: LedgerView.All, Unit: id).Href()
        : new LedgerFilter(View: LedgerView.All, Leader: id).Href();
}
