using Maoding.Contracts;

namespace Maoding.Features.Planning.Consulting;

/// <summary>What units and leaders said of the row before it was issued.</summary>
internal sealed class OpinionsRowPart(ConsultReader consult) : RowPart
{
    public override int Place => 400;

    public override async Task<RowSection?> ReadAsync(RowScene scene, CancellationToken stop)
    {
        if (!scene.SeesWorkings) return null;
        var opinions = await consult.OpinionsOfAsync(scene.Actor, scene.Row.Id, scene.Directory, scene.Today, stop);
        return new RowSection("~/Features/Planning/Consulting/_OpinionsOfRow.cshtml", opinions);
    }
}
