using Maoding.Contracts;

namespace Maoding.Features.Planning.Ledger.Amending;

/// <summary>What was changed by decision since the row was issued, newest first.</summary>
internal sealed class AmendmentsRowPart(AmendService amend) : RowPart
{
    public override int Place => 450;

    public override async Task<RowSection?> ReadAsync(RowScene scene, CancellationToken stop)
    {
        if (scene.Row.IssueId is null) return null;
        var amendments = await amend.OfRowAsync(scene.Actor, scene.Row.Id, stop);
        return amendments.Count == 0 ? null : new RowSection("~/Features/Planning/Ledger/Amending/_OfRow.cshtml", amendments);
    }
}
