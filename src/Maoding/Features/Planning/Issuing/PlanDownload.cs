using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>Hands out the plan: the whole as it is now, a batch as it was kept when it was issued.</summary>
public sealed class PlanDownload(
    MaodingContext db, PlanPaper paper, EditionStore editions, CurrentRequest current, Downloads downloads, IHttpContextAccessor http)
{
    private const string Action = "下载任务分解方案";

    public async Task<IResult> WholeAsync(PaperOptions options, Action<LedgerDocument, Stream> write, string type, string ending, CancellationToken stop)
    {
        var (planId, document) = await paper.BuildAsync(current.Actor, options, stop);
        var note = document.Paper is { Note.Length: > 0 } known ? $"（{known.Note}）" : "";
        var taken = new TakenOut(Action, nameof(Plan), planId, document.Title);
        return await downloads.SendAsync(taken, $"{document.Title}{note}.{ending}", type, to => write(document, to), stop);
    }

    /// <param name="ending">Of the wanted file's name.</param>
    /// <exception cref="RefusalException">PER001; ISS010: no such batch.</exception>
    public async Task<IResult> OfBatchAsync(int issueId, string ending, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.DownloadPlan);
        if (!await db.Issues.AnyAsync(i => i.Id == issueId, stop)) throw ReceiptService.Missing();
        await editions.KeepMissingAsync(EditionKind.IssuedPlan, issueId, stop);
        var file = await editions.FileAsync(nameof(Issue), issueId, ending, stop);
        return await downloads.StoredAsync(new TakenOut(Action, nameof(Issue), issueId, file.Name), file, http.HttpContext!.Response, stop);
    }
}
