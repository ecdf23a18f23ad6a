using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What a unit has to report as a workbook: one row each, filled in with what the form would be.</summary>
public sealed class ReportBook(MaodingContext db, ReportQueue queue, ShareSources sources, Downloads downloads)
{
    public const string Id = "编号";

    public const string Period = "期号";

    public const string Row = "任务";

    public const string Last = "上次审核";

    public const string Quantities = "累计完成数量";

    public const string Milestones = "已完成节点";

    public const string Typed = "完成百分数";

    /// <summary>In place of a share that figures tell.</summary>
    public const string NotAsked = "按指标，不填";

    public const string Done = "主要进展";

    public const string Problems = "存在问题";

    public const string NextStep = "下步打算";

    public const string FallReason = "调低或异常的原因";

    public const string Office = "责任科室";

    public const string Handler = "责任人";

    public const string Version = "版本";

    /// <summary>Reports of one workbook; more would be a whole district's.</summary>
    public const int MostRows = 1000;

    public static string NameOf(Commitment row) => $"{row.Number} {row.Title}";

    /// <summary>Heads in their order.</summary>
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new(Id, 7, IsFixed: true), new(Period, 9, IsFixed: true), new(Row, 44, IsFixed: true),
        new("期", 8, IsFixed: true), new("应完成", 9, IsFixed: true), new(Last, 9, IsFixed: true),
        new(Quantities, 30), new(Milestones, 30), new(Typed, 9), new(Done, 50), new(Problems, 34), new(NextStep, 34),
        new(FallReason, 24), new(Office, 12), new(Handler, 12), new(Version, 7, IsFixed: true),
    ];

    /// <summary>Heads of workbooks that went out before.</summary>
    public static IReadOnlyDictionary<string, string> Formerly { get; } = new Dictionary<string, string> { ["上次采用"] = Last };

    /// <summary>The open reports of the actor's units.</summary>
    public async Task<IResult> SendAsync(Actor actor, string name, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.FillReport);
        var open = (await queue.OwedAsync(actor.Units, stop)).Where(o => o.IsOpen).Take(MostRows).ToList();
        var ids = open.Select(o => o.Row.Id).Distinct().ToList();
        var rows = await db.Commitments.AsNoTracking().Include(c => c.Quantities).Include(c => c.Milestones)
            .AsSplitQuery().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var reports = (await db.Reports.AsNoTracking().Include(r => r.Quantities).Include(r => r.Milestones)
            .AsSplitQuery().Where(r => ids.Contains(r.CommitmentId)).ToListAsync(stop)).ToLookup(r => r.CommitmentId);
        var known = await sources.ReadAsync(ids, stop);
        var sheet = new TableSheet("填报表", Columns, [.. open.Select(o => Cells(o, rows[o.Row.Id], reports[o.Row.Id], known.Of(o.Row.Id, o.Period)))]);
        return await downloads.SheetAsync(new TakenOut("导出填报表", nameof(ProgressReport), 0, $"{open.Count} 行"), name, sheet, stop);
    }

    private static IReadOnlyList<object?> Cells(OwedReport owed, Commitment row, IEnumerable<ProgressReport> reports, ShareSource? source)
    {
        var all = reports.ToList();
        var report = all.Find(r => r.Period == owed.Period.Key);
        var earlier = ReportShare.LastBefore(all, owed.Period);
        var fields = ReportFields.Of(row, report, earlier);
        return
        [
            row.Id, owed.Period.Key, NameOf(row), owed.PeriodWords, ReportShare.Percent(owed.Planned, ""), ReportShare.Percent(owed.Last, ""),
            string.Join('\n', fields.Quantities.Select(q => $"{q.Name}（{q.Unit}）：{q.Value}")),
            string.Join('\n', fields.Milestones.Select(m => $"{m.Name}：{m.ReachedOn}")),
            TypedOf(ReportShare.BasisOf(row, source), fields.Typed),
            fields.Done, fields.Problems, fields.NextStep, fields.FallReason, fields.Office, fields.Handler, fields.Version,
        ];
    }

    /// <summary>The cell of the share: a number to be typed, words that it is not asked for, or nothing where it is computed.</summary>
    private static object? TypedOf(ShareBasis basis, string? typed) => basis switch
    {
        ShareBasis.Typed => typed is null ? null : decimal.Parse(typed, CultureInfo.InvariantCulture),
        ShareBasis.Figures or ShareBasis.Projects => NotAsked,
        _ => null,
    };
}

internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app) => app.MapGet(ReportLinks.Export, ExportAsync).Needs(Permission.FillReport);

    private static Task<IResult> ExportAsync(CurrentRequest current, ReportBook book, CancellationToken stop) =>
        book.SendAsync(current.Actor, string.Create(CultureInfo.InvariantCulture, $"填报表{current.Today:yyyyMMdd}.xlsx"), stop);
}
