using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>A document in the list.</summary>
/// <param name="Counts">Null for those who do not see proposals.</param>
public sealed record DocumentItem(
    int Id, string Title, DocumentKind Kind, DateOnly? Date, bool IsReplaced, bool IsWithdrawn, int? ReplacesId, DocumentCounts? Counts)
{
    public bool Stands => !IsReplaced && !IsWithdrawn;
}

/// <summary>Rows of a document by what was decided.</summary>
public sealed record DocumentCounts(int Waiting, int Accepted, int Merged, int Out)
{
    public int All => Waiting + Accepted + Merged + Out;
}

/// <summary>Reads the documents of a year's plan.</summary>
public sealed class DocumentService(MaodingContext db)
{
    /// <summary>The documents of some plans, in the order of their import.</summary>
    public async Task<IReadOnlyList<DocumentItem>> ListAsync(Actor actor, IReadOnlyList<int> planIds, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeDocuments);
        var counted = Permissions.ScopeOf(actor, Permission.SeeRow) == Scope.All;
        var documents = await db.Documents.AsNoTracking()
            .Where(d => planIds.Contains(d.PlanId))
            .OrderBy(d => d.WithdrawnOn == null ? 0 : 1).ThenBy(d => d.Order).ThenBy(d => d.Id)
            .Select(d => new DocumentItem(d.Id, d.Title, d.Kind, d.Date, d.IsReplaced, d.WithdrawnOn != null, d.ReplacesId, null))
            .ToListAsync(stop);
        if (!counted || documents.Count == 0) return documents;
        var ids = documents.ConvertAll(d => (int?)d.Id);
        var states = await db.Commitments.Where(c => ids.Contains(c.DocumentId)).GroupBy(c => new { c.DocumentId, c.State })
            .Select(g => new { g.Key.DocumentId, g.Key.State, Count = g.Count() }).ToListAsync(stop);
        var byDocument = states.ToLookup(s => s.DocumentId);
        int Sum(int id, Func<CommitmentState, bool> which) => byDocument[id].Where(s => which(s.State)).Sum(s => s.Count);
        return documents.ConvertAll(d => d with
        {
            Counts = new DocumentCounts(Sum(d.Id, s => s == CommitmentState.Proposed), Sum(d.Id, s => s >= CommitmentState.Draft),
                Sum(d.Id, s => s == CommitmentState.Merged), Sum(d.Id, s => s == CommitmentState.Dropped)),
        });
    }

    /// <exception cref="RefusalException">REV001: there is none.</exception>
    public async Task<SourceDocument> DocumentAsync(Actor actor, int id, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeDocuments);
        return await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop) ?? throw Missing();
    }

    public Task<List<Section>> SectionsAsync(int id, CancellationToken stop) =>
        db.Sections.AsNoTracking().Where(s => s.DocumentId == id).OrderBy(s => s.Order).ToListAsync(stop);

    /// <summary>Quotes in the text whose rows the actor may see.</summary>
    public async Task<IReadOnlyList<TextMark>> MarksAsync(Actor actor, int id, CancellationToken stop)
    {
        var quoted = await (from quote in db.Quotes.AsNoTracking()
                            join row in db.Commitments.AsNoTracking().AllowedTo(db, RowFacts.Map, actor, Permission.SeeRow) on quote.CommitmentId equals row.Id
                            where quote.DocumentId == id && row.State != CommitmentState.Dropped && row.State != CommitmentState.Merged
                            select new { quote.Start, quote.Length, row.Id, row.Kind }).ToListAsync(stop);
        return [.. quoted.Select(q => new TextMark(q.Id, q.Start, q.Length, q.Kind, IsOut: false))];
    }

    /// <summary>The uploaded original; null when the words were pasted.</summary>
    public Task<StoredFile?> FileAsync(int id, CancellationToken stop) =>
        (from document in db.Documents
         join file in db.Files.AsNoTracking() on document.FileId equals file.Id
         where document.Id == id
         select file).FirstOrDefaultAsync(stop);

    internal static RefusalException Withdrawn() => new("REV024", "这份文件的导入已撤回，只能查看。要重新办的，请再导入一次。", RefusalKind.Conflict);

    internal static RefusalException Missing() => new("REV001", "没有这份文件。请回到文件列表重新选择。", RefusalKind.Missing);
}
