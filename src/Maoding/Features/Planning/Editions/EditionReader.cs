using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Editions;
using Maoding.Shared;
using Maoding.Shared.Editions;
using Maoding.Shared.Lists;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Editions;

/// <summary>One page of the list.</summary>
/// <param name="Corrected">Ids of those that another edition corrects.</param>
public sealed record EditionPage(IReadOnlyList<Edition> Lines, IReadOnlySet<int> Corrected, ListPage Page);

/// <summary>An edition with all that its page shows.</summary>
/// <param name="Files">With their bytes' lengths and hashes.</param>
/// <param name="Course">All editions of the same thing, the newest first.</param>
/// <param name="MadeBy">Name; 系统自动 for nobody.</param>
/// <param name="Year">Of the plan that it belongs to; null for none.</param>
public sealed record EditionDetails(
    Edition Edition, IReadOnlyList<StoredFile> Files, IReadOnlyList<Edition> Course, string MadeBy, string SubjectHref, int? Year)
{
    public bool IsNewest => Course[0].Id == Edition.Id;
}

/// <summary>Reads kept papers, as far as the actor may see what they are papers of.</summary>
public sealed class EditionReader(MaodingContext db, EditionStore store, IEnumerable<EditionDesk> desks)
{
    private const int PageSize = 50;

    /// <summary>Kinds of which the actor sees any.</summary>
    public IReadOnlyList<EditionKind> KindsFor(Actor actor) => [.. desks.Where(d => Permissions.Allows(actor, d.Needs)).Select(d => d.Kind).Order()];

    /// <summary>The newest first.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<EditionPage> ListAsync(Actor actor, EditionFilter filter, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeEditions);
        var found = Visible(actor);
        if (filter.Kind is { } kind) found = found.Where(e => e.Kind == kind);
        if (filter.Year is { } year and > 0 and < 9999)
        {
            var (from, end) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            found = found.Where(e => e.Day >= from && e.Day < end);
        }

        found = Holding(found, filter.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var page = new ListPage(PageSize, await found.CountAsync(stop), filter.Page);
        var lines = await page.Of(found.OrderByDescending(e => e.Day).ThenByDescending(e => e.Id)).ToListAsync(stop);
        var ids = lines.ConvertAll(l => l.Id);
        var corrected = await db.Editions.Where(e => ids.Contains(e.CorrectsId!.Value)).Select(e => e.CorrectsId!.Value).ToListAsync(stop);
        return new EditionPage(lines, corrected.ToHashSet(), page);
    }

    /// <exception cref="RefusalException">PER001; EDI001: there is none that the actor may see.</exception>
    public async Task<EditionDetails> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        var edition = await FindAsync(actor, id, stop);
        return new EditionDetails(
            edition,
            await db.FilesOf(nameof(Edition), id).OrderBy(f => f.Id).ToListAsync(stop),
            await store.OfAsync(edition.Subject, edition.SubjectId, stop),
            edition.MadeById == 0 ? Actor.System.Name : await db.NameAsync(edition.MadeById, stop),
            store.Desk(edition.Kind).Href(edition.SubjectId),
            await store.Desk(edition.Kind).YearAsync(edition.SubjectId, stop));
    }

    /// <exception cref="RefusalException">PER001; EDI001.</exception>
    public async Task<StoredFile> FileAsync(Actor actor, int id, int file, CancellationToken stop)
    {
        await FindAsync(actor, id, stop);
        return await db.FilesOf(nameof(Edition), id).Where(f => f.Id == file).SingleOrDefaultAsync(stop) ?? throw Missing();
    }

    /// <summary>Editions whose number or name holds all the words.</summary>
    public static IQueryable<Edition> Holding(IQueryable<Edition> editions, IEnumerable<string> words) =>
        words.Aggregate(editions, (found, word) => found.Where(e => (e.Number + " " + e.Name).Contains(word)));

    /// <summary>Of each kind those of the things that the actor may see.</summary>
    public IQueryable<Edition> Visible(Actor actor)
    {
        var ids = db.Editions.Where(e => e.Id < 0).Select(e => e.Id);
        foreach (var desk in desks.Where(d => Permissions.Allows(actor, d.Needs)))
        {
            var (kind, seen) = (desk.Kind, desk.SeenBy(actor));
            ids = ids.Union(db.Editions.Where(e => e.Kind == kind && seen.Contains(e.SubjectId)).Select(e => e.Id));
        }

        return db.Editions.AsNoTracking().Where(e => ids.Contains(e.Id));
    }

    private async Task<Edition> FindAsync(Actor actor, int id, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeEditions);
        return await Visible(actor).SingleOrDefaultAsync(e => e.Id == id, stop) ?? throw Missing();
    }

    internal static RefusalException Missing() => new("EDI001", "没有这份定稿，或者您看不到它所属的事项。请从“定稿”栏目进入。", RefusalKind.Missing);
}
