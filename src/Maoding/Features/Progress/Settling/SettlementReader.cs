using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>The same promise in another year's ledger.</summary>
/// <param name="IsSeen">False: there is one, but it is not for this actor yet.</param>
public sealed record OtherYear(int Id, int Year, string Number, string Title, bool IsSeen);

/// <summary>What a row's page says of the year's end.</summary>
/// <param name="Settlement">Null until the row is answered for.</param>
/// <param name="By">Who answered.</param>
/// <param name="CarriedTo">The row it goes on as.</param>
/// <param name="CarriedFrom">The row it comes from.</param>
/// <param name="MayTakeBack">The year's ledger is still open and the actor settles it.</param>
public sealed record RowSettlement(int RowId, Settlement? Settlement, string By, OtherYear? CarriedTo, OtherYear? CarriedFrom, bool MayTakeBack)
{
    public static RowSettlement None { get; } = new(0, null, "", null, null, false);

    public bool IsShown => Settlement is not null || CarriedFrom is not null;
}

/// <summary>Reads how a row was answered for, and where it goes on.</summary>
public sealed class SettlementReader(MaodingContext db)
{
    /// <summary>For a row that the actor may see.</summary>
    public async Task<RowSettlement> OfRowAsync(Actor actor, Commitment row, Plan plan, CancellationToken stop)
    {
        var settlement = await db.Settlements.AsNoTracking().SingleOrDefaultAsync(s => s.CommitmentId == row.Id, stop);
        var by = settlement is null ? "" : (await db.NamesAsync([settlement.SettledById], stop)).GetValueOrDefault(settlement.SettledById, "");
        var mayTakeBack = settlement is not null && plan.State != PlanState.Closed && Permissions.Allows(actor, Permission.SettleYear);
        return new RowSettlement(
            row.Id, settlement, by, await OtherAsync(actor, settlement?.CarriedToId, stop), await OtherAsync(actor, row.CarriedFromId, stop), mayTakeBack);
    }

    private async Task<OtherYear?> OtherAsync(Actor actor, int? id, CancellationToken stop)
    {
        if (id is null) return null;
        var seen = db.Commitments.VisibleTo(db, actor);
        return await (from row in db.Commitments
                      join plan in db.Plans on row.PlanId equals plan.Id
                      where row.Id == id
                      select new OtherYear(row.Id, plan.Year, row.Number, row.Title, seen.Any(s => s.Id == row.Id))).SingleAsync(stop);
    }
}
