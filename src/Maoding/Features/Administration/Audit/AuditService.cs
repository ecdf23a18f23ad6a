using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Audit;

/// <summary>One entry in a list.</summary>
public sealed record AuditLine(long Sequence, DateTime At, string Actor, string Action, string Subject, int SubjectId, string Why);

/// <summary>A page of entries, newest first.</summary>
/// <param name="Next">Entries below this number come next; null at the end.</param>
/// <param name="IsCut">Words were looked for in a bounded stretch only, and there is more below it.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, long? Next, bool IsCut);

/// <summary>Searches the audit.</summary>
public sealed class AuditService(MaodingContext db)
{
    public const int PageSize = 50;

    /// <summary>Entries that are looked through for words at once; person, subject, row and days go by index.</summary>
    public const int Scanned = 20_000;

    /// <summary>Rows of an export.</summary>
    public const int MostExported = 10_000;

    /// <summary>Rows named by one statement; a statement can hold 32,766 parameters.</summary>
    private const int RowsAtOnce = 2000;

    /// <summary>Characters of a row's title beside its number.</summary>
    private const int ShortTitle = 24;

    public async Task<AuditPage> PageAsync(Actor actor, AuditQuery query, int size, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeAudit);
        var indexed = await IndexedAsync(actor, query, stop);
        var stretch = query.Action is null && query.Words is null ? indexed : Containing(indexed.OrderByDescending(e => e.Sequence).Take(Scanned), query);
        var lines = await stretch.OrderByDescending(e => e.Sequence).Take(size + 1)
            .Select(e => new AuditLine(e.Sequence, e.At, e.Actor, e.Action, e.Subject, e.SubjectId, e.Why)).ToListAsync(stop);
        if (lines.Count > size) return new AuditPage(lines[..size], lines[size - 1].Sequence, false);
        if (query.Action is null && query.Words is null) return new AuditPage(lines, null, false);
        var end = await indexed.OrderByDescending(e => e.Sequence).Skip(Scanned - 1).Select(e => (long?)e.Sequence).FirstOrDefaultAsync(stop);
        var isCut = end is { } last && await indexed.AnyAsync(e => e.Sequence < last, stop);
        return new AuditPage(lines, isCut ? end : null, isCut);
    }

    public async Task<AuditEntry?> EntryAsync(Actor actor, long sequence, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeAudit);
        return await Known(actor).FirstOrDefaultAsync(e => e.Sequence == sequence, stop);
    }

    /// <summary>Numbers and short titles of ledger rows, for entries that speak of them.</summary>
    public async Task<IReadOnlyDictionary<int, string>> RowNamesAsync(IEnumerable<AuditLine> lines, CancellationToken stop)
    {
        var names = new Dictionary<int, string>();
        foreach (var ids in lines.Where(l => l.Subject == nameof(Commitment)).Select(l => l.SubjectId).Distinct().Chunk(RowsAtOnce))
        {
            var rows = await db.Commitments.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Number, c.Title }).ToListAsync(stop);
            foreach (var row in rows) names[row.Id] = $"{row.Number} {(row.Title.Length > ShortTitle ? row.Title[..ShortTitle] + "……" : row.Title)}".Trim();
        }

        return names;
    }

    /// <summary>Unit and month of data sheets, for entries that speak of them.</summary>
    public async Task<IReadOnlyDictionary<int, (int UnitId, int Month)>> SheetsAsync(IEnumerable<AuditLine> lines, CancellationToken stop)
    {
        var sheets = new Dictionary<int, (int, int)>();
        foreach (var ids in lines.Where(l => l.Subject == nameof(DataSheet)).Select(l => l.SubjectId).Distinct().Chunk(RowsAtOnce))
            foreach (var sheet in await db.DataSheets.AsNoTracking().Where(s => ids.Contains(s.Id))
                .Select(s => new { s.Id, s.UnitId, s.Month }).ToListAsync(stop))
                sheets[sheet.Id] = (sheet.UnitId, sheet.Month);
        return sheets;
    }

    /// <summary>Names of the accounts, for entries that speak of them.</summary>
    public async Task<IReadOnlyDictionary<int, string>> AccountNamesAsync(CancellationToken stop) =>
        await db.Users.AsNoTracking().Select(u => new { u.Id, Name = u.Person == null ? u.UserName! : u.Person.Name })
            .ToDictionaryAsync(u => u.Id, u => u.Name, stop);

    /// <summary>The filters that an index answers.</summary>
    private async Task<IQueryable<AuditEntry>> IndexedAsync(Actor actor, AuditQuery query, CancellationToken stop)
    {
        var entries = Known(actor);
        if (query.Before is { } before) entries = entries.Where(e => e.Sequence < before);
        if (query.Subject is { } subject) entries = entries.Where(e => e.Subject == subject);
        if (query.Person is { } person)
        {
            var accounts = db.Users.Where(u => u.UserName!.Contains(person) || u.Person!.Name.Contains(person)).Select(u => u.Id);
            entries = entries.Where(e => accounts.Contains(e.AccountId));
        }

        if (query.Row is { } number)
        {
            var rows = db.Commitments.Where(c => c.Number == number).Select(c => c.Id);
            entries = entries.Where(e => e.Subject == nameof(Commitment) && rows.Contains(e.SubjectId));
        }

        if (query.From is { } from)
        {
            // Numbers and times rise together: a day becomes a number, and the order stays that of the key.
            var beginning = AuditQuery.BeginningOf(from);
            var first = await db.AuditEntries.Where(e => e.At >= beginning).MinAsync(e => (long?)e.Sequence, stop) ?? long.MaxValue;
            entries = entries.Where(e => e.Sequence >= first);
        }

        if (query.To is { } to && to < DateOnly.MaxValue)
        {
            var end = AuditQuery.BeginningOf(to.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        return entries;
    }

    /// <summary>Without what speaks of things that are kept among others; the chain itself stays whole.</summary>
    private IQueryable<AuditEntry> Known(Actor actor) => db.AuditEntries.AsNoTracking().KnownTo(db, actor, e => e.Subject, e => e.SubjectId);

    private static IQueryable<AuditEntry> Containing(IQueryable<AuditEntry> entries, AuditQuery query)
    {
        if (query.Action is { } action) entries = entries.Where(e => e.Action.Contains(action));
        if (query.Words is { } words) entries = entries.Where(e => e.Text.Contains(words));
        return entries;
    }
}
