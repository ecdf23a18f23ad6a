using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Documents;

/// <summary>What a person decides about proposed rows: accept, drop, restore, merge, split, add.</summary>
public sealed class ReviewService(MaodingContext db, AuditedSave save)
{
    private const int LongestReason = 300;

    /// <summary>Takes the row into the ledger; a proposed match is thereby declined.</summary>
    public async Task AcceptAsync(Actor actor, int id, int version, HandledRequest? once, CancellationToken stop)
    {
        var row = await OpenAsync(actor, id, version, stop);
        row.State = CommitmentMoves.After(row.State, CommitmentMove.Accept);
        (row.Match, row.MergedIntoId, row.MatchGrounds) = (MatchKind.New, null, "");
        await save.SaveAsync(actor, "采纳", "", once, stop);
    }

    /// <summary>Takes in every waiting row of a section, save those that seem to belong to a row that is there.</summary>
    /// <returns>How many rows were taken in.</returns>
    public async Task<int> AcceptSectionAsync(Actor actor, int documentId, int? sectionId, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        var rows = await db.Commitments.Include(c => c.CoUnits)
            .Where(c => c.DocumentId == documentId && c.SectionId == sectionId && c.State == CommitmentState.Proposed && c.Match == MatchKind.New)
            .ToListAsync(stop);
        foreach (var row in rows)
        {
            Permissions.Demand(actor, Permission.ReviewFindings, RowFacts.Of(row));
            row.State = CommitmentMoves.After(row.State, CommitmentMove.Accept);
        }

        await save.SaveAsync(actor, "采纳本节全部", "", once, stop);
        return rows.Count;
    }

    public async Task DropAsync(Actor actor, int id, int version, string reason, HandledRequest? once, CancellationToken stop)
    {
        if (reason.Trim().Length is 0 or > LongestReason) throw new RefusalException("REV002", $"请写明不列入的理由（{LongestReason} 字以内）。") { Field = "Reason" };
        var row = await OpenAsync(actor, id, version, stop);
        row.State = CommitmentMoves.After(row.State, CommitmentMove.Drop);
        row.Reason = reason.Trim();
        await save.SaveAsync(actor, "不列入", row.Reason, once, stop);
    }

    /// <summary>Takes back an acceptance, a drop or a merge; what a merged row brought to another goes with it.</summary>
    public async Task RestoreAsync(Actor actor, int id, int version, HandledRequest? once, CancellationToken stop)
    {
        var row = await OpenAsync(actor, id, version, stop);
        var was = row.State;
        row.State = CommitmentMoves.After(was, CommitmentMove.Restore);
        row.Reason = "";
        if (was == CommitmentState.Merged && row.MergedIntoId is { } intoId)
        {
            var into = await WholeAsync(actor, intoId, stop);
            into.Quotes.RemoveAll(q => q.BroughtById == row.Id);
            row.MergedIntoId = null;
            row.Match = MatchKind.New;
        }

        await save.SaveAsync(actor, was == CommitmentState.Merged ? "撤销并入" : "恢复为待确认", "", once, stop);
    }

    /// <summary>Lets another row of the plan promise this one's words too: one row with both quotes.</summary>
    public async Task MergeAsync(Actor actor, int id, int version, int intoId, HandledRequest? once, CancellationToken stop)
    {
        var row = await OpenAsync(actor, id, version, stop);
        if (intoId == id) throw new RefusalException("REV003", "不能并入它自己，请选另一项。") { Field = "Into" };
        var into = await WholeAsync(actor, intoId, stop);
        if (into.PlanId != row.PlanId) throw new RefusalException("REV004", "只能并入同一年度计划里的任务。") { Field = "Into" };
        if (into.State is CommitmentState.Merged or CommitmentState.Dropped or CommitmentState.Stopped)
            throw new RefusalException("REV005", $"“{into.Title}”现在是“{CommitmentMoves.NameOf(into.State)}”，不能再并入别的任务，请另选一项。", RefusalKind.Conflict) { Field = "Into" };
        if (await db.Commitments.AnyAsync(c => c.ParentId == id && c.State != CommitmentState.Dropped && c.State != CommitmentState.Merged, stop))
            throw new RefusalException("REV006", "这一项下面还有分项，请先处理分项再并入。") { Field = "Into" };
        row.State = CommitmentMoves.After(row.State, CommitmentMove.Merge);
        (row.MergedIntoId, row.Match) = (into.Id, MatchKind.Same);
        foreach (var quote in row.Quotes.Where(q => !into.Quotes.Exists(o => o.DocumentId == q.DocumentId && o.Start == q.Start && o.Length == q.Length)))
            into.Quotes.Add(new Quote { DocumentId = quote.DocumentId, Start = quote.Start, Length = quote.Length, Sentence = quote.Sentence, Text = quote.Text, BroughtById = row.Id });
        await save.SaveAsync(actor, "并入", $"并入“{into.Title}”", once, stop);
    }

    /// <summary>Makes the row a leaf of another; the first leaf takes the duty from its parent.</summary>
    public async Task MakeLeafAsync(Actor actor, int id, int version, int parentId, HandledRequest? once, CancellationToken stop)
    {
        var row = await OpenAsync(actor, id, version, stop);
        var parent = await WholeAsync(actor, parentId, stop);
        if (parent.ParentId is { } above) parent = await WholeAsync(actor, above, stop);
        if (parent.Id == id || !row.IsLeaf || parent.PlanId != row.PlanId) throw new RefusalException("REV007", "这一项自己有分项，不能再作为别的任务的分项。") { Field = "Into" };
        if (parent.State > CommitmentState.Draft || parent.State is CommitmentState.Dropped or CommitmentState.Merged)
            throw new RefusalException("REV008", $"“{parent.Title}”现在是“{CommitmentMoves.NameOf(parent.State)}”，不能直接加分项。已送出或印发的，请走调整程序，或者把这一项作为新的采纳。", RefusalKind.Conflict) { Field = "Into" };
        row.State = CommitmentMoves.After(row.State, CommitmentMove.Accept);
        (row.ParentId, row.Order, row.MergedIntoId, row.Match) = (parent.Id, parent.Order, null, MatchKind.Narrower);
        parent.IsLeaf = false;
        await save.SaveAsync(actor, "作为分项采纳", $"归入“{parent.Title}”", once, stop);
    }

    /// <summary>Makes several rows of one; the row itself becomes the first, each keeps the quotes.</summary>
    /// <param name="parts">Title and lead of each part, at least two.</param>
    public async Task SplitAsync(Actor actor, int id, int version, IReadOnlyList<SplitPart> parts, HandledRequest? once, CancellationToken stop)
    {
        if (parts.Count < 2) throw new RefusalException("REV009", "拆分至少要两条，每条一行。") { Field = "Parts" };
        if (parts.Count > 20) throw new RefusalException("REV010", "一次最多拆成 20 条，请分几次拆。") { Field = "Parts" };
        if (parts.FirstOrDefault(p => p.Title.Trim().Length is 0 or > 300) is { } bad) throw new RefusalException("REV011", $"每条要写 1 至 300 个字：“{bad.Title}”。") { Field = "Parts" };
        var row = await OpenAsync(actor, id, version, stop);
        if (row.State is not (CommitmentState.Proposed or CommitmentState.Draft))
            throw new RefusalException("REV012", $"这一项现在是“{CommitmentMoves.NameOf(row.State)}”，不能再拆分。", RefusalKind.Conflict);
        var measures = row.Measures.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var part in parts.Skip(1)) db.Commitments.Add(Part(row, part, MeasuresOf(measures, part.Title)));
        row.Evidence = string.Join('\n', row.Evidence.Split('\n').Where(l => !l.StartsWith(EvidenceLines.Part, StringComparison.Ordinal)));
        Become(row, parts[0], MeasuresOf(measures, parts[0].Title));
        await save.SaveAsync(actor, "拆分", $"拆成 {parts.Count} 条", once, stop);
    }

    /// <summary>The row as the actor may change it now, with its parts.</summary>
    /// <exception cref="RefusalException">REV013: there is none; SYS001: it was changed since the form was shown.</exception>
    public async Task<Commitment> OpenAsync(Actor actor, int id, int version, CancellationToken stop)
    {
        var row = await WholeAsync(actor, id, stop);
        if (row.Version == version) return row;
        throw new RefusalException("SYS001", "这一项刚被别人改过，您这一步没有执行。下面已是最新内容，请看过后再办。", RefusalKind.Conflict);
    }

    private async Task<Commitment> WholeAsync(Actor actor, int id, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        var row = await ReviewQuery.Whole(db.Commitments).FirstOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new RefusalException("REV013", "没有这一项。请刷新页面看最新的列表。", RefusalKind.Missing);
        Permissions.Demand(actor, Permission.ReviewFindings, RowFacts.Of(row));
        return row;
    }

    /// <summary>The measures that a part's words hold; a part made of one measure needs none below it.</summary>
    private static string MeasuresOf(string[] measures, string title)
    {
        var held = measures.Where(m => title.Contains(m, StringComparison.Ordinal)).ToList();
        return held.Count > 1 ? string.Join('\n', held) : "";
    }

    private static void Become(Commitment row, SplitPart part, string measures)
    {
        row.Title = part.Title.Trim();
        row.Measures = measures;
        if (part.LeadUnitId is not { } lead || lead == row.LeadUnitId) return;
        row.LeadUnitId = lead;
        row.LeaderPostId = part.LeaderPostId;
        row.SecondLeaderPostId = null;
        row.CoUnits.RemoveAll(u => u.UnitId == lead);
    }

    private static Commitment Part(Commitment row, SplitPart part, string measures)
    {
        var made = new Commitment
        {
            PlanId = row.PlanId,
            ParentId = row.ParentId,
            Order = row.Order,
            Kind = row.Kind,
            State = row.State,
            Title = "",
            DocumentId = row.DocumentId,
            SectionId = row.SectionId,
            LeadUnitId = row.LeadUnitId,
            LeaderPostId = row.LeaderPostId,
            SecondLeaderPostId = row.SecondLeaderPostId,
            DueKind = row.DueKind,
            Due = row.Due,
            DueMonth = row.DueMonth,
            DueWords = row.DueWords,
            Functions = row.Functions,
            Evidence = EvidenceLines.Line("拆自", row.Title),
            Quotes = [.. row.Quotes.Select(q => new Quote { DocumentId = q.DocumentId, Start = q.Start, Length = q.Length, Sentence = q.Sentence, Text = q.Text })],
            CoUnits = [.. row.CoUnits.Select(u => new CoUnit { UnitId = u.UnitId, Order = u.Order })],
            Themes = [.. row.Themes.Select(t => new CommitmentTheme { ThemeId = t.ThemeId })],
        };
        Become(made, part, measures);
        return made;
    }
}

/// <summary>One row that a split makes.</summary>
/// <param name="LeadUnitId">Null: the lead of the whole.</param>
public sealed record SplitPart(string Title, int? LeadUnitId, int? LeaderPostId);
