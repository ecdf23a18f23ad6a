using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Supervision.Problems;

/// <summary>The way to raise a problem from a row in force.</summary>
internal sealed class ProblemRowPart : RowPart
{
    public override int Place => 900;

    public override Task<RowSection?> ReadAsync(RowScene scene, CancellationToken stop) => Task.FromResult(
        scene.Facts.IsInForce && Permissions.Allows(scene.Actor, Permission.RaiseProblem)
            ? new RowSection(null, null) { Buttons = [new RowButton("提出问题", ProblemLinks.NewOfRow(scene.Row.Id))] }
            : null);
}
