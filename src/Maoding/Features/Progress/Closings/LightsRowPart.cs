using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Progress.Closings;

/// <summary>What the row's page shows of its closed months.</summary>
public sealed record LightsOfRow(Commitment Row, RowYear Year, bool MayChange);

/// <summary>The lights of closed months, and the shares done for the plan's curve, once the row is in force.</summary>
internal sealed class LightsRowPart(RowLights lights) : RowPart
{
    public override int Place => 100;

    public override async Task<RowSection?> ReadAsync(RowScene scene, CancellationToken stop)
    {
        if (!scene.Facts.IsInForce) return null;
        var year = await lights.ReadAsync(scene.Row, scene.Plan, scene.Today, stop);
        var shown = new LightsOfRow(scene.Row, year, scene.Row.IsLeaf && scene.May(Permission.OverrideLight));
        return new RowSection(year.Months.Count > 0 ? "~/Features/Progress/Closings/_RowLights.cshtml" : null, shown) { Actual = year.Actual };
    }
}
