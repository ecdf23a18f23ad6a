using Maoding.Contracts;
using Maoding.Domain.Progress;

namespace Maoding.Features.Progress.Reporting;

/// <summary>The reports of an issued row without leaves.</summary>
internal sealed class ReportsRowPart(ReportReader reports) : RowPart
{
    public override int Place => 300;

    public override async Task<RowSection?> ReadAsync(RowScene scene, CancellationToken stop)
    {
        if (scene.Row is not { IsLeaf: true, IssueId: not null }) return null;
        var read = await reports.OfRowAsync(scene.Actor, scene.Row, stop);
        var shown = read with { IsByProjects = scene.IsByProjects, Offered = Offered(scene, read), Untold = Untold(scene) };
        return new RowSection("~/Features/Progress/Reporting/_RowReports.cshtml", shown);
    }

    /// <summary>See <see cref="RowReports.Untold"/>.</summary>
    private static ShareSource? Untold(RowScene scene) => scene.HasTarget || scene.IsByProjects
        ? null
        : ShareSource.Before(scene.Row.Kind, scene.Row.ParentId);

    /// <summary>See <see cref="RowReports.Offered"/>.</summary>
    private static Period? Offered(RowScene scene, RowReports read) =>
        scene.IsByProjects && read.MayFill && scene.Issue is { IssuedOn: var issued } && ReportQueue.Owes(scene.Row.State)
            ? ReportDue.Periods(scene.Row.Rhythm, scene.Plan.Year, issued, scene.Today).Cast<Period?>().LastOrDefault()
            : null;
}
