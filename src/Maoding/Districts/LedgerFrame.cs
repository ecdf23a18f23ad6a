using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Districts;

/// <summary>Plans with the names of their documents, sections and themes: what filters offer, read with the directory and as seldom.</summary>
public sealed class LedgerFrame
{
    private readonly Dictionary<int, int> _years;
    private readonly ILookup<int, DocumentName> _documents;
    private readonly ILookup<int, Section> _sections;
    private readonly ILookup<int, Theme> _themes;
    private readonly HashSet<int> _withdrawn;

    private LedgerFrame(List<Plan> plans, List<DocumentName> documents, List<Section> sections, List<Theme> themes, HashSet<int> withdrawn)
    {
        Plans = plans.FindAll(p => p.State != PlanState.Withdrawn);
        _years = plans.ToDictionary(p => p.Id, p => p.Year);
        _documents = documents.ToLookup(d => d.PlanId);
        _sections = sections.ToLookup(s => s.DocumentId);
        _themes = themes.ToLookup(t => t.PlanId);
        _withdrawn = withdrawn;
    }

    /// <summary>Newest year first; those that were begun by mistake are not among them.</summary>
    public IReadOnlyList<Plan> Plans { get; }

    /// <summary>Years that are not closed: all of them are worked on at once, the newest first.</summary>
    public IEnumerable<Plan> Open => Plans.Where(p => p.State != PlanState.Closed);

    /// <summary>The plan of a year; null when it has none.</summary>
    public Plan? Of(int? year) => Plans.FirstOrDefault(p => p.Year == year);

    /// <summary>The plan that is shown where nobody asks for a year: that of the day, else the last before it, else the first after it.</summary>
    public Plan? Usual(DateOnly today) => Plans.FirstOrDefault(p => p.Year <= today.Year) ?? (Plans is [.., var first] ? first : null);

    /// <summary>The plan of a theme; null when there is none such.</summary>
    public Plan? OfTheme(int theme) => Plans.FirstOrDefault(p => _themes[p.Id].Any(t => t.Id == theme));

    /// <summary>The plan of a document; null when there is none such.</summary>
    public Plan? OfDocument(int document) => Plans.FirstOrDefault(p => _documents[p.Id].Any(d => d.Id == document));

    /// <summary>The year of a plan.</summary>
    public int YearOf(int planId) => _years[planId];

    /// <summary>In their order, replaced ones included, withdrawn ones not.</summary>
    public IEnumerable<DocumentName> Documents(int planId) => _documents[planId];

    /// <summary>In the order of the text.</summary>
    public IEnumerable<Section> Sections(int documentId) => _sections[documentId];

    public IEnumerable<Theme> Themes(int planId) => _themes[planId];

    /// <summary>What filters and overviews offer: themes that only withdrawn documents had are not among them.</summary>
    public IEnumerable<Theme> StandingThemes(int planId) => _themes[planId].Where(t => !_withdrawn.Contains(t.Id));

    internal static async Task<LedgerFrame> LoadAsync(MaodingContext db, CancellationToken stop) => new(
        await db.Plans.AsNoTracking().OrderByDescending(p => p.Year).ToListAsync(stop),
        await db.Documents.AsNoTracking().Where(d => d.WithdrawnOn == null).OrderBy(d => d.Order).ThenBy(d => d.Id)
            .Select(d => new DocumentName(d.Id, d.PlanId, d.Title, d.IsReplaced)).ToListAsync(stop),
        await db.Sections.AsNoTracking().OrderBy(s => s.DocumentId).ThenBy(s => s.Order).ToListAsync(stop),
        await db.Themes.AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(stop),
        await db.Documents.AnyAsync(d => d.WithdrawnOn != null, stop) ? await WithdrawnAsync(db, stop) : []);

    /// <summary>Themes all of whose rows came with documents that were withdrawn.</summary>
    private static async Task<HashSet<int>> WithdrawnAsync(MaodingContext db, CancellationToken stop)
    {
        var stands = from link in db.Set<CommitmentTheme>()
                     join row in db.Commitments on link.CommitmentId equals row.Id
                     select new { link.ThemeId, Stands = row.DocumentId == null || db.Documents.Any(d => d.Id == row.DocumentId && d.WithdrawnOn == null) };
        return [.. await stands.GroupBy(t => t.ThemeId).Where(g => !g.Any(t => t.Stands)).Select(g => g.Key).ToListAsync(stop)];
    }
}

/// <summary>A document without its text.</summary>
public sealed record DocumentName(int Id, int PlanId, string Title, bool IsReplaced);
