using Maoding.Contracts;

namespace Maoding.Features.Progress.Completing;

/// <summary>The story of an issued row's completion, with what can be done.</summary>
internal sealed class CompletionRowPart(CompletionReader completions) : RowPart
{
    public override int Place => 500;

    public override async Task<RowSection?> ReadAsync(RowScene scene, CancellationToken stop)
    {
        if (scene.Row.IssueId is null || !scene.SeesWorkings) return null;
        var completion = await completions.OfRowAsync(scene.Actor, scene.Row, stop);
        return completion.IsShown ? new RowSection("~/Features/Progress/Completing/_OfRow.cshtml", (scene.Row.Id, completion)) : null;
    }
}
