using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Documents;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Planning.Consulting;

/// <summary>意见汇总表: what was proposed in a round and what became of it, as a paper and as a sheet; and the attachments.</summary>
internal static class OpinionTable
{
    private static readonly (string Head, int Share)[] Columns =
        [("序号", 5), ("任务", 23), ("提出单位", 13), ("意见", 20), ("依据", 20), ("附件", 11), ("处理结果", 16)];

    public static void MapOpinions(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{ConsultLinks.Index}/{{id:int}}/opinions.docx", PaperAsync).Needs(Permission.SeeRowWorkings);
        app.MapGet($"{ConsultLinks.Index}/{{id:int}}/opinions.xlsx", SheetAsync).Needs(Permission.SeeRowWorkings);
        app.MapGet($"{ConsultLinks.Index}/files/{{id:int}}", FileAsync).Needs(Permission.SeeRowWorkings);
    }

    /// <exception cref="Domain.RefusalException">PER001; CON001.</exception>
    private static async Task<IResult> PaperAsync(int id, ConsultReader reader, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        var view = await reader.RoundAsync(current.Actor, id, current.Directory, current.Today, stop);
        return await downloads.PaperAsync(Taken(id), $"{NameOf(view)}.docx", Of(view), stop);
    }

    private static async Task<IResult> SheetAsync(int id, ConsultReader reader, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        var view = await reader.RoundAsync(current.Actor, id, current.Directory, current.Today, stop);
        var rows = Rows(view).Select(r => (IReadOnlyList<object?>)[.. r]);
        var sheet = new TableSheet("意见汇总表", [.. Columns.Select(c => new TableColumn(c.Head, c.Share * 1.6))], [.. rows]);
        return await downloads.SheetAsync(Taken(id), $"{NameOf(view)}.xlsx", sheet, stop);
    }

    private static async Task<IResult> FileAsync(
        int id, HttpContext context, ConsultReader reader, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        if (await reader.FileAsync(current.Actor, id, stop) is not { } file) return Results.NotFound();
        return await downloads.StoredAsync(new TakenOut("下载附件", nameof(StoredFile), id, file.Name), file, context.Response, stop);
    }

    private static OfficialPaper Of(RoundView view)
    {
        var rows = Rows(view).ToList();
        var silent = view.Progress.Where(p => p.Silent > 0).Select(p => p.Name).ToList();
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{Day(view.Round.StartedOn)}至{Day(view.Round.Until)}征求意见，涉及{view.Rows}项任务、{view.Progress.Count}个单位和领导，提出意见{rows.Count}条。");
        var missing = silent.Count > 0 ? $"未反馈完的：{string.Join('、', silent)}。" : "";
        return new OfficialPaper(
            NameOf(view),
            [
                new PaperParagraph(words + missing),
                new PaperTable([.. Columns.Select((c, i) => new PaperColumn(c.Head, c.Share, i is 0 or 2))], [.. rows]),
            ])
        { IsWide = true };
    }

    /// <summary>In the order of the ledger.</summary>
    private static IEnumerable<IReadOnlyList<string>> Rows(RoundView view) => view.Undecided.Concat(view.Others)
        .OrderBy(l => l.Row.Order).ThenBy(l => l.Row.Id).ThenBy(l => l.Opinion.Id)
        .Select((l, i) => (IReadOnlyList<string>)
        [
            (i + 1).ToString(CultureInfo.InvariantCulture), $"{l.Row.Number} {l.Row.Title}".Trim(),
            l.Signer.Length > 0 ? $"{l.Who}（{l.Signer}签发）" : l.Who,
            l.Proposal.Length > 0 ? $"{OpinionWords.NameOf(l.Opinion.Kind)}：{l.Proposal}" : OpinionWords.NameOf(l.Opinion.Kind),
            l.Opinion.Grounds,
            l.File?.Name ?? "",
            l.Opinion.DecisionNote.Length > 0 ? $"{OpinionWords.NameOf(l.Opinion.State)}：{l.Opinion.DecisionNote}" : OpinionWords.NameOf(l.Opinion.State),
        ]);

    private static TakenOut Taken(int id) => new("导出意见汇总表", nameof(Consultation), id);

    private static string NameOf(RoundView view) => string.Create(CultureInfo.InvariantCulture, $"第{view.Round.Round}轮征求意见汇总表");

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
