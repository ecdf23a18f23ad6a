using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>How a document is filed, as a person corrects it.</summary>
public sealed record Filing(string Title, DocumentKind Kind, string Speaker, DateOnly? Date);

/// <summary>Why a document cannot be moved or taken back now; empty where it can.</summary>
public sealed record FilingLimits(string Earlier, string Later, string Withdrawal);

/// <summary>Corrects how a document is filed, changes its place among the others, and takes an import back.</summary>
public sealed class FilingService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    private const int LongestReason = 300;

    /// <summary>Title, kind, speaker and date; the text and what was read from it stay as they are.</summary>
    /// <exception cref="RefusalException">REV001, REV024, REV025; SYS001: changed meanwhile.</exception>
    public async Task CorrectAsync(Actor actor, int id, int version, Filing filing, HandledRequest? once, CancellationToken stop)
    {
        var document = await OpenAsync(actor, id, version, stop);
        var (title, speaker) = (filing.Title.Trim(), filing.Speaker.Trim());
        if (title.Length is 0 or > 300) throw new RefusalException("REV025", "标题要写 1 至 300 个字。") { Field = "Title" };
        if (speaker.Length > 100) throw new RefusalException("REV025", "讲话人最多写 100 个字。") { Field = "Speaker" };
        if (!Enum.IsDefined(filing.Kind)) throw new RefusalException("REV025", "请选文件种类。") { Field = "Kind" };
        (document.Title, document.Kind, document.Speaker, document.Date) = (title, filing.Kind, speaker, filing.Date);
        await save.SaveAsync(actor, "更正文件信息", "", once, stop);
    }

    /// <summary>
    /// Takes an import back while nothing of it has left the office: its rows are not listed any more, what it brought to other rows goes, and
    /// other documents' rows that joined one of its own wait for a decision again. Text and file stay.
    /// </summary>
    /// <exception cref="RefusalException">REV026–REV028.</exception>
    public async Task WithdrawAsync(Actor actor, int id, int version, string reason, HandledRequest? once, CancellationToken stop)
    {
        var document = await OpenAsync(actor, id, version, stop);
        reason = reason.Trim();
        if (reason.Length is 0 or > LongestReason) throw new RefusalException("REV026", $"请写明撤回的理由（{LongestReason} 字以内）。") { Field = "Reason" };
        await DemandWithdrawableAsync(document, stop);
        var rows = await ReviewQuery.Whole(db.Commitments).Where(c => c.DocumentId == id).ToListAsync(stop);
        var joined = await ReviewQuery.Whole(db.Commitments).Where(c => c.DocumentId != id && c.Quotes.Any(q => q.DocumentId == id)).ToListAsync(stop);
        var ids = rows.Select(r => (int?)r.Id).ToList();
        var plan = await db.Plans.SingleAsync(p => p.Id == document.PlanId, stop);
        foreach (var into in joined)
            foreach (var row in rows.Where(r => r.MergedIntoId == into.Id)) Merging.TakeBack(db, into, row.Id, plan.Year);
        await FreeAsync(id, ids, stop);
        foreach (var row in rows) Drop(row);
        await SettleAsync(rows, stop);
        (document.WithdrawnOn, document.Withdrawal) = (current.Today, reason);
        if (await IsEmptyWithoutAsync(plan, id, stop)) plan.State = PlanState.Withdrawn;
        await save.SaveAsync(actor, "撤回导入", reason, once, stop);
    }

    /// <summary>What of moving and taking back would be refused now, and why: the page offers the rest.</summary>
    public async Task<FilingLimits> LimitsAsync(SourceDocument document, CancellationToken stop) => new(
        await WhyNotAsync(() => DemandMovableAsync(document.Id, true, stop)),
        await WhyNotAsync(() => DemandMovableAsync(document.Id, false, stop)),
        await WhyNotAsync(() => DemandWithdrawableAsync(document, stop)));

    private static async Task<string> WhyNotAsync(Func<Task> check)
    {
        try
        {
            await check();
            return "";
        }
        catch (RefusalException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>A year that this document began: nothing else was ever put into it, and another year is there to be shown.</summary>
    private async Task<bool> IsEmptyWithoutAsync(Plan plan, int documentId, CancellationToken stop) =>
        plan is { State: PlanState.Draft, LastNumber: 0 }
        && await db.Plans.AnyAsync(p => p.Id != plan.Id && p.State != PlanState.Withdrawn, stop)
        && !await db.Documents.AnyAsync(d => d.PlanId == plan.Id && d.Id != documentId && d.WithdrawnOn == null, stop)
        && !await db.Commitments.AnyAsync(c => c.PlanId == plan.Id && c.DocumentId != documentId && c.State != CommitmentState.Dropped, stop)
        && !await db.Targets.AnyAsync(t => t.PlanId == plan.Id, stop);

    private async Task DemandWithdrawableAsync(SourceDocument document, CancellationToken stop)
    {
        var id = document.Id;
        if (await db.Documents.Where(d => d.ReplacesId == id && d.WithdrawnOn == null).Select(d => d.Title).FirstOrDefaultAsync(stop) is { } correction)
            throw new RefusalException("REV027", $"这份文件有更正版《{correction}》，请先撤回更正版；更正版已核对的，不能撤回。", RefusalKind.Conflict);
        if (await db.Documents.AnyAsync(d => d.Id == document.ReplacesId && d.IsReplaced, stop))
            throw new RefusalException("REV027", "这份更正版已经核对，引文都已转过来，不能撤回。内容有误的，请再导入一份更正版。", RefusalKind.Conflict);
        var sent = await db.Commitments.Where(c => (c.DocumentId == id || c.Quotes.Any(q => q.DocumentId == id)) && c.State > CommitmentState.Draft)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).Select(c => new { c.Title, c.State }).FirstOrDefaultAsync(stop);
        if (sent is not null)
            throw new RefusalException("REV028",
                $"“{sent.Title}”已经是“{CommitmentMoves.NameOf(sent.State)}”，这份文件不能撤回。征求意见的，请先退回草稿；已印发的，请走调整程序。", RefusalKind.Conflict);
    }

    /// <summary>Lets the document stand one place earlier or later, its rows with it.</summary>
    /// <exception cref="RefusalException">REV029: there is none beside it, or rows have their numbers.</exception>
    public async Task MoveAsync(Actor actor, int id, bool earlier, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ImportDocument);
        var (plan, at, to) = await DemandMovableAsync(id, earlier, stop);
        var documents = await db.Documents.Where(d => d.PlanId == plan).OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync(stop);
        var rows = await OfBlocks(plan, at, to).Include(c => c.CoUnits).ToListAsync(stop);
        foreach (var row in rows) row.Order += (FindingRows.BlockOf(row.Order) == at ? to - at : at - to) * FindingRows.PlacesOfDocument;
        (documents[at], documents[to]) = (documents[to], documents[at]);
        for (var i = 0; i < documents.Count; i++) documents[i].Order = i;
        await save.SaveAsync(actor, "调整文件次序", "", once, stop);
    }

    /// <returns>The plan, and the places among its documents that are exchanged.</returns>
    private async Task<(int Plan, int At, int To)> DemandMovableAsync(int id, bool earlier, CancellationToken stop)
    {
        var plan = await db.Documents.Where(d => d.Id == id).Select(d => (int?)d.PlanId).FirstOrDefaultAsync(stop) ?? throw DocumentService.Missing();
        var documents = await db.Documents.Where(d => d.PlanId == plan).OrderBy(d => d.Order).ThenBy(d => d.Id)
            .Select(d => new { d.Id, Stands = !d.IsReplaced && d.WithdrawnOn == null }).ToListAsync(stop);
        var at = documents.FindIndex(d => d.Id == id);
        var to = earlier ? documents.FindLastIndex(at, at + 1, d => d.Id != id && d.Stands) : documents.FindIndex(at + 1, d => d.Stands);
        if (to < 0) throw new RefusalException("REV029", earlier ? "这份文件已经排在最前。" : "这份文件已经排在最后。", RefusalKind.Conflict);
        if (await OfBlocks(plan, at, to).AnyAsync(c => c.Number != "", stop))
            throw new RefusalException("REV029", "这两份文件已有编了号的任务，次序不能再调。", RefusalKind.Conflict);
        return (plan, at, to);
    }

    private IQueryable<Commitment> OfBlocks(int plan, int one, int other) => db.Commitments.Where(c => c.PlanId == plan
        && (c.Order / FindingRows.PlacesOfDocument == one || c.Order / FindingRows.PlacesOfDocument == other));

    private async Task<SourceDocument> OpenAsync(Actor actor, int id, int version, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ImportDocument);
        var document = await db.Documents.FirstOrDefaultAsync(d => d.Id == id, stop) ?? throw DocumentService.Missing();
        if (document.WithdrawnOn is not null) throw DocumentService.Withdrawn();
        Versions.Demand(document.Version, version, "这份文件");
        return document;
    }

    private static void Drop(Commitment row)
    {
        if (row.State == CommitmentState.Dropped) return;
        if (row.State == CommitmentState.Merged) row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Restore);
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Drop);
        row.Reason = "文件已撤回";
    }

    /// <summary>Rows of other documents that joined one of these, or were proposed to, stand by themselves again.</summary>
    private async Task FreeAsync(int documentId, List<int?> ids, CancellationToken stop)
    {
        var others = await ReviewQuery.Whole(db.Commitments)
            .Where(c => c.DocumentId != documentId && (ids.Contains(c.MergedIntoId) || ids.Contains(c.ParentId) || ids.Contains(c.WithinId))).ToListAsync(stop);
        foreach (var row in others)
        {
            if (row.State is CommitmentState.Merged || ids.Contains(row.ParentId))
                row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Restore);
            if (ids.Contains(row.ParentId))
            {
                row.ParentId = null;
                await LedgerPlaces.AtAsync(db, row, await DocumentPlaces.OfAsync(db, row, stop), stop);
            }

            if (ids.Contains(row.WithinId)) row.WithinId = null;
            (row.MergedIntoId, row.Match, row.MatchGrounds) = (null, MatchKind.New, "");
        }
    }

    /// <summary>Rows of other documents that lost their last leaf answer themselves again.</summary>
    private async Task SettleAsync(List<Commitment> dropped, CancellationToken stop)
    {
        foreach (var id in dropped.Select(r => r.ParentId).OfType<int>().Distinct().Except(dropped.Select(r => r.Id)))
        {
            var parent = await db.Commitments.Include(c => c.CoUnits).SingleAsync(c => c.Id == id, stop);
            Family.Settle(parent, await db.Commitments.Where(c => c.ParentId == id).ToListAsync(stop));
        }
    }
}
