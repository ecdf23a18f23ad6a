using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Ledger;

/// <summary>Everything that a row's page shows.</summary>
/// <param name="Leaves">In their order; empty for a row without leaves.</param>
/// <param name="Parent">Id, number and title of the row above; null for a row.</param>
/// <param name="Texts">The words around each quote, by the quote's id.</param>
public sealed record RowDetails(
    Commitment Row,
    Plan Plan,
    IReadOnlyList<LedgerRow> Leaves,
    LedgerRow? Parent,
    IReadOnlyDictionary<int, QuotePlace> Texts,
    Issue? Issue,
    IReadOnlyList<Amendment> Amendments);

/// <summary>The paragraph of a quote.</summary>
public sealed record QuotePlace(string Before, string Words, string After);

/// <summary>A file of a row without its bytes.</summary>
public sealed record FileLine(int Id, string Name, long Length, string Sha256, DateTime AddedAt, string AddedBy);

/// <summary>Reads one row with all that belongs to it, as far as the actor may see it.</summary>
public sealed class RowReader(MaodingContext db)
{
    /// <summary>Changes shown at once.</summary>
    public const int ChangesShown = 20;

    /// <summary>Characters of the paragraph shown on either side of a quote.</summary>
    private const int Around = 160;

    /// <summary>Null when there is no such row.</summary>
    /// <exception cref="Domain.RefusalException">PER001: the actor may not see it.</exception>
    public async Task<RowDetails?> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        var row = await db.Commitments.AsNoTracking().AsSplitQuery()
            .Include(c => c.Quotes).Include(c => c.CoUnits).Include(c => c.Quantities).Include(c => c.Milestones).Include(c => c.Themes)
            .OrderBy(c => c.Id).FirstOrDefaultAsync(c => c.Id == id, stop);
        if (row is null) return null;
        Permissions.Demand(actor, Permission.SeeRow, RowFacts.Of(row));
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == row.PlanId, stop);
        var family = await db.Commitments.AsNoTracking().Where(c => c.ParentId == id || c.Id == row.ParentId).VisibleTo(actor).OrderBy(c => c.Order).ThenBy(c => c.Id)
            .Select(c => new LedgerRow(c.Id, c.ParentId, c.Number, c.Order, c.Kind, c.State, c.Title, c.LeadUnitId, c.LeaderPostId, c.SecondLeaderPostId, c.DueKind, c.Due)).ToListAsync(stop);
        return new RowDetails(
            row,
            plan,
            [.. family.Where(c => c.ParentId == id)],
            family.Find(c => c.Id == row.ParentId),
            await PlacesAsync(row.Quotes, stop),
            row.IssueId is { } issue ? await db.Issues.AsNoTracking().SingleAsync(i => i.Id == issue, stop) : null,
            await db.Amendments.AsNoTracking().Where(a => a.CommitmentId == id).OrderByDescending(a => a.Id).ToListAsync(stop));
    }

    /// <summary>Audit entries of the row, newest first, one more than <see cref="ChangesShown"/> when there are more.</summary>
    /// <param name="before">Entries older than this one; null from the newest.</param>
    public Task<List<AuditEntry>> ChangesAsync(int id, long? before, CancellationToken stop) => db.AuditEntries.AsNoTracking()
        .Where(e => e.Subject == nameof(Commitment) && e.SubjectId == id && (before == null || e.Sequence < before))
        .OrderByDescending(e => e.Sequence).Take(ChangesShown + 1).ToListAsync(stop);

    /// <summary>Files of the row, oldest first.</summary>
    public Task<List<FileLine>> FilesAsync(int id, CancellationToken stop) =>
        (from file in db.Files.AsNoTracking()
         where file.CommitmentId == id
         orderby file.Id
         select new FileLine(
             file.Id, file.Name, file.Length, file.Sha256, file.AddedAt,
             db.Users.Where(u => u.Id == file.AddedById).Select(u => u.Person == null ? u.UserName : u.Person.Name).FirstOrDefault() ?? "系统")).ToListAsync(stop);

    private async Task<IReadOnlyDictionary<int, QuotePlace>> PlacesAsync(List<Quote> quotes, CancellationToken stop)
    {
        var ids = quotes.Select(q => q.DocumentId).Distinct().ToList();
        var texts = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Text }).ToDictionaryAsync(d => d.Id, d => d.Text, stop);
        return quotes.ToDictionary(q => q.Id, q => Place(texts[q.DocumentId], q));
    }

    /// <summary>The rest of the paragraph, as far as it is near.</summary>
    private static QuotePlace Place(string text, Quote quote)
    {
        var (start, end) = (Math.Clamp(quote.Start, 0, text.Length), Math.Clamp(quote.Start + quote.Length, 0, text.Length));
        var from = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var to = text.IndexOf('\n', end) is var line and >= 0 ? line : text.Length;
        var (near, far) = (Math.Max(from, start - Around), Math.Min(to, end + Around));
        return new QuotePlace((near > from ? "…" : "") + text[near..start], text[start..end], text[end..far] + (far < to ? "…" : ""));
    }
}
