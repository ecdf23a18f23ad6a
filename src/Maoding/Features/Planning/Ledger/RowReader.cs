using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger;

/// <summary>Everything that a row's page shows.</summary>
/// <param name="Leaves">Those that stand, in their order: neither proposed nor merged or dropped; empty for a row without leaves.</param>
/// <param name="Parent">Id, number and title of the row above; null for a row.</param>
/// <param name="Parts">其中: targets that are parts of this one and stand by themselves.</param>
/// <param name="Within">The target that this one is a part of; null for most.</param>
/// <param name="Texts">The words around each quote, by the quote's id.</param>
public sealed record RowDetails(
    Commitment Row,
    Plan Plan,
    IReadOnlyList<LedgerRow> Leaves,
    LedgerRow? Parent,
    IReadOnlyList<LedgerRow> Parts,
    LedgerRow? Within,
    IReadOnlyDictionary<int, QuotePlace> Texts,
    Issue? Issue);

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

    /// <summary>Characters read on either side: one more, to see whether the paragraph goes on.</summary>
    private const int Margin = Around + 1;

    /// <summary>Null when there is no such row.</summary>
    /// <exception cref="Domain.RefusalException">PER001: the actor may not see it.</exception>
    public async Task<RowDetails?> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        var row = await db.Commitments.AsNoTracking().AsSplitQuery()
            .Include(c => c.Quotes).Include(c => c.Differences)
            .Include(c => c.CoUnits).Include(c => c.Quantities).Include(c => c.Milestones).Include(c => c.Themes)
            .OrderBy(c => c.Id).FirstOrDefaultAsync(c => c.Id == id, stop);
        if (row is null) return null;
        Permissions.Demand(actor, Permission.SeeRow, RowFacts.Of(row));
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == row.PlanId, stop);
        var family = await db.Commitments.AsNoTracking()
            .Where(c => ((c.ParentId == id || c.WithinId == id) && c.State >= CommitmentState.Draft) || c.Id == row.ParentId || c.Id == row.WithinId)
            .VisibleTo(db, actor).OrderBy(c => c.Order).ThenBy(c => c.Id)
            .Select(c => new LedgerRow(c.Id, c.ParentId, c.Number, c.Order, c.Kind, c.State, c.Title, c.LeadUnitId,
                c.LeaderPostId, c.SecondLeaderPostId, c.DueKind, c.Due, c.Share, c.Light, c.MonthlyPlan, c.WithinId)).ToListAsync(stop);
        return new RowDetails(
            row,
            plan,
            [.. family.Where(c => c.ParentId == id)],
            family.Find(c => c.Id == row.ParentId),
            [.. family.Where(c => c.ParentId != id && c.Id != row.ParentId && c.Id != row.WithinId)],
            family.Find(c => c.Id == row.WithinId),
            await PlacesAsync(row, stop),
            row.IssueId is { } issue ? await db.Issues.AsNoTracking().SingleAsync(i => i.Id == issue, stop) : null);
    }

    /// <summary>Audit entries of the row, newest first, one more than <see cref="ChangesShown"/> when there are more.</summary>
    /// <param name="before">Entries older than this one; null from the newest.</param>
    public Task<List<AuditEntry>> ChangesAsync(int id, long? before, CancellationToken stop) => db.AuditEntries.AsNoTracking()
        .Where(e => e.Subject == nameof(Commitment) && e.SubjectId == id && (before == null || e.Sequence < before))
        .OrderByDescending(e => e.Sequence).Take(ChangesShown + 1).ToListAsync(stop);

    /// <summary>What the row's figure is to reach, once it is tied to an indicator; null before.</summary>
    public Task<int?> TargetOfAsync(int id, CancellationToken stop) =>
        db.Targets.Where(t => t.CommitmentId == id).Select(t => (int?)t.Id).SingleOrDefaultAsync(stop);

    /// <summary>Files of the row, oldest first.</summary>
    public async Task<IReadOnlyList<FileLine>> FilesAsync(int id, CancellationToken stop)
    {
        var files = await db.FilesOf(nameof(Commitment), id).OrderBy(f => f.Id)
            .Select(f => new { f.Id, f.Name, f.Length, f.Sha256, f.AddedAt, f.AddedById }).ToListAsync(stop);
        var names = await db.NamesAsync([.. files.Select(f => f.AddedById).Distinct()], stop);
        return [.. files.Select(f => new FileLine(f.Id, f.Name, f.Length, f.Sha256, f.AddedAt, names.GetValueOrDefault(f.AddedById, "系统")))];
    }

    /// <summary>Reads what stands around each quote, not the whole documents.</summary>
    private async Task<IReadOnlyDictionary<int, QuotePlace>> PlacesAsync(Commitment row, CancellationToken stop)
    {
        var windows = await (from quote in db.Quotes.AsNoTracking()
                             join document in db.Documents on quote.DocumentId equals document.Id
                             where quote.CommitmentId == row.Id
                             let start = quote.Start > Margin ? quote.Start - Margin : 0
                             select new { quote.Id, Start = start, Text = document.Text.Substring(start, quote.Start - start + quote.Length + Margin) })
                             .ToDictionaryAsync(w => w.Id, stop);
        var places = new Dictionary<int, QuotePlace>();
        foreach (var quote in row.Quotes)
        {
            var window = windows[quote.Id];
            var at = quote.Start - window.Start;
            // SQLite counts a character outside the basic plane as one, .NET as two: then the words are not where they should be, and the whole text tells.
            var isThere = at + quote.Length <= window.Text.Length && window.Text.AsSpan(at, quote.Length).SequenceEqual(quote.Text);
            places[quote.Id] = isThere
                ? Place(window.Text, at, quote.Length)
                : Place(await db.Documents.Where(d => d.Id == quote.DocumentId).Select(d => d.Text).SingleAsync(stop), quote.Start, quote.Length);
        }

        return places;
    }

    /// <summary>The rest of the paragraph, as far as it is near.</summary>
    private static QuotePlace Place(string text, int at, int length)
    {
        var (start, end) = (Math.Clamp(at, 0, text.Length), Math.Clamp(at + length, 0, text.Length));
        var from = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var to = text.IndexOf('\n', end) is var line and >= 0 ? line : text.Length;
        var (near, far) = (Math.Max(from, start - Around), Math.Min(to, end + Around));
        return new QuotePlace((near > from ? "…" : "") + text[near..start], text[start..end], text[end..far] + (far < to ? "…" : ""));
    }
}
