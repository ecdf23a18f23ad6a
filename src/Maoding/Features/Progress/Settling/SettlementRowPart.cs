using Maoding.Contracts;

namespace Maoding.Features.Progress.Settling;

/// <summary>How the row was answered for at the year's end, where it comes from and where it goes on.</summary>
internal sealed class SettlementRowPart(SettlementReader settlements) : RowPart
{
    public override int Place => 600;

    public override async Task<RowSection?> ReadAsync(RowScene scene, CancellationToken stop)
    {
        if (!scene.Row.IsLeaf) return null;
        var settlement = await settlements.OfRowAsync(scene.Actor, scene.Row, scene.Plan, stop);
        return settlement.IsShown ? new RowSection("~/Features/Progress/Settling/_RowSettlement.cshtml", settlement) : null;
    }
}
