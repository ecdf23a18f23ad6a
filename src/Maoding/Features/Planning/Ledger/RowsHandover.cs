using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger.Amending;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger;

/// <summary>
/// Rows that are not finished hang on the units that lead them or take part, and on the posts that lead them. An issued one is
/// amended by the decision that hands it over.
/// </summary>
internal sealed class RowsHandover(MaodingContext db, AmendService amending, CurrentRequest current) : HandoverPart
{
    public override int Place => 100;

    public override string Words => "项未办结的任务（含配合的）";

    public override string Subject => nameof(Commitment);

    public override Permission Needs => Permission.SeeRow;

    private IQueryable<Commitment> Open => db.Commitments.Where(c => c.State != CommitmentState.Dropped && c.State != CommitmentState.Merged
        && c.State != CommitmentState.Done && c.State != CommitmentState.Stopped);

    public override string Href(Bearer bearer, int id) => bearer == Bearer.Unit
        ? new LedgerFilter(View: LedgerView.All, Unit: id, Role: UnitRole.Any).Href()
        : new LedgerFilter(View: LedgerView.All, Leader: id).Href();

    public override async Task<IReadOnlyList<Borne>> ReadAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        List<int> wanted = [.. ids];
        var open = Open.OrderBy(c => c.Order).ThenBy(c => c.Id);
        var rows = bearer == Bearer.Unit
            ? await open.Where(c => wanted.Contains(c.LeadUnitId!.Value) || c.CoUnits.Any(u => wanted.Contains(u.UnitId)))
                .Select(c => new { c.Id, c.Number, c.Title, First = c.LeadUnitId, Others = c.CoUnits.Select(u => (int?)u.UnitId).ToList() }).ToListAsync(stop)
            : await open.Where(c => wanted.Contains(c.LeaderPostId!.Value) || wanted.Contains(c.SecondLeaderPostId!.Value))
                .Select(c => new { c.Id, c.Number, c.Title, First = c.LeaderPostId, Others = new List<int?> { c.SecondLeaderPostId } }).ToListAsync(stop);
        return
        [
            .. from id in wanted
               from row in rows
               where row.First == id || row.Others.Contains(id)
               select new Borne(id, row.Id, $"{row.Number} {row.Title}{(row.First == id ? "" : bearer == Bearer.Unit ? "（配合）" : "（共同牵头）")}".TrimStart()),
        ];
    }

    public override async Task HandOverAsync(Handover handover, IReadOnlyDictionary<int, int> to, CancellationToken stop)
    {
        var keys = to.Keys.ToList();
        var words = RowWords.Of(current.Directory, current.Today, []);
        var grounds = new AmendGrounds(handover.Reason, handover.Decision, handover.On);
        foreach (var row in await Open.WithParts().Where(c => keys.Contains(c.Id)).ToListAsync(stop))
        {
            var before = RowValues.Of(row);
            var after = handover.Bearer == Bearer.Unit ? OfUnit(before, handover.FromId, to[row.Id]) : OfPost(before, handover.FromId, to[row.Id]);
            if (row.State >= CommitmentState.Issued)
                amending.Record(handover.Actor, row, RowDifference.Lines(RowValues.Differences(before, after, words)), grounds).BroughtIn
                    .AddRange(after.UnitIds.Except(before.UnitIds).Select(id => new AmendedUnit { UnitId = id }));
            after.ApplyTo(row);
            row.Asked = Voice.Text(Voice.Named(row.Asked).Select(v => v == Voice.Of(handover.Bearer == Bearer.Unit, handover.FromId)
                ? Voice.Of(handover.Bearer == Bearer.Unit, to[row.Id]) : v));
        }
    }

    /// <summary>A unit that now leads no longer helps.</summary>
    private static RowValues OfUnit(RowValues values, int from, int to)
    {
        var lead = values.LeadUnitId == from ? to : values.LeadUnitId;
        return values with { LeadUnitId = lead, CoUnitIds = [.. values.CoUnitIds.Select(id => id == from ? to : id).Where(id => id != lead).Distinct()] };
    }

    /// <summary>A leader that is now first is no longer second.</summary>
    private static RowValues OfPost(RowValues values, int from, int to)
    {
        var first = values.LeaderPostId == from ? to : values.LeaderPostId;
        var second = values.SecondLeaderPostId == from ? to : values.SecondLeaderPostId;
        return values with { LeaderPostId = first, SecondLeaderPostId = second == first ? null : second };
    }
}
