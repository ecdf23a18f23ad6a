using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>The library as a workbook that can be imported again.</summary>
public sealed class ProjectExport(MaodingContext db, ProjectList list, Downloads downloads)
{
    /// <exception cref="Domain.RefusalException">PER001; LIS001: more projects than one workbook takes.</exception>
    public async Task<IResult> SendAsync(CurrentRequest current, ProjectFilter filter, CancellationToken stop)
    {
        var year = IndexModel.YearOf(filter, current);
        var filtered = await list.FilteredAsync(current.Actor, filter, year, stop);
        var projects = await list.Ordered(filtered, filter.Sort).Include(p => p.Years)
            .Include(p => p.Funds).Include(p => p.Nodes).AsSplitQuery().Take(Downloads.MostRows + 1).ToListAsync(stop);
        Downloads.Demand(projects.Count, "个项目", "用阶段、行业或单位缩小范围");
        var months = (await db.ProjectMonths.AsNoTracking().Where(m => m.Month > year * 100 && m.Month <= (year * 100) + 12).ToListAsync(stop))
            .ToLookup(m => m.ProjectId);
        var served = projects.Select(p => p.CommitmentId).OfType<int>().Distinct().ToList();
        var plan = current.Directory.Ledger.Of(year)?.Id;
        var numbers = await db.Commitments.Where(c => served.Contains(c.Id) && c.PlanId == plan).ToDictionaryAsync(c => c.Id, c => c.Number, stop);
        var rows = projects.ConvertAll(p => ProjectBook.Cells(
            p, ProjectForm.Of(p, year, [.. months[p.Id]], p.CommitmentId is { } row ? numbers.GetValueOrDefault(row, "") : ""), current.Directory));
        return await downloads.SheetAsync(
            new TakenOut("导出项目库", nameof(Project), 0, $"{rows.Count} 个"), string.Create(CultureInfo.InvariantCulture, $"项目库{current.Today:yyyyMMdd}.xlsx"),
            new TableSheet(ProjectBook.SheetName, ProjectBook.Columns(current.Directory), rows), stop);
    }
}

internal static class ProjectEndpoints
{
    public static void MapProjects(this IEndpointRouteBuilder app)
    {
        app.MapGet(ProjectLinks.Export, ExportAsync).Needs(Permission.SeeProjects);
        app.MapGet(ProjectLinks.MonthBook, MonthAsync).Needs(Permission.ReportProjects);
        app.MapGet("/projects/photo/{id:int}", PhotoAsync).Needs(Permission.SeeProjects);
    }

    private static Task<IResult> ExportAsync(HttpContext context, CurrentRequest current, ProjectExport export, CancellationToken stop) =>
        export.SendAsync(current, ProjectFilter.From(context.Request.Query), stop);

    private static async Task<IResult> MonthAsync(
        int? month, int? unit, CurrentRequest current, ProjectMonthReader reader, Downloads downloads, CancellationToken stop)
    {
        var shown = ProjectMonthReader.MonthOf(month, current);
        var lines = await reader.OwnAsync(current.Actor, unit, shown, stop);
        var taken = new TakenOut("导出项目填报表", nameof(ProjectMonth), 0, $"{lines.Count} 个");
        return await downloads.SheetAsync(taken, string.Create(CultureInfo.InvariantCulture, $"项目填报表{shown}.xlsx"), MonthBook.Of(lines, shown), stop);
    }

    /// <summary>
    /// Only pictures were taken in, and as a picture alone they are given: nothing in them is ever run.
    /// It is a part of the page that shows it, so it needs no entry.
    /// </summary>
    private static async Task<IResult> PhotoAsync(
        int id, HttpContext context, CurrentRequest current, ProjectPhotos photos, MaodingContext db, CancellationToken stop)
    {
        if (await photos.FindAsync(current.Actor, id, stop) is not { } photo) return Results.NotFound();
        var response = context.Response;
        response.Headers.CacheControl = "private, max-age=3600";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        (response.ContentType, response.ContentLength) = (photo.ContentType, photo.Length);
        await db.CopyFileAsync(photo.Id, photo.Length, response.Body, stop);
        return Results.Empty;
    }
}
