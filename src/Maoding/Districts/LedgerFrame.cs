using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Districts;

/// <summary>Plans with the names of their documents, sections and themes: what filters offer, read with the directory and as seldom.</summary>
public sealed class LedgerFrame
{
    private readonly ILookup<int, DocumentName> _documents;
    private readonly ILookup<int, Section> _sections;
    private readonly ILookup<int, Theme> _themes;

    private LedgerFrame(List<Plan> plans, List<DocumentName> documents, List<Section> sections, List<Theme> themes)
    {
        Plans = plans;
        _documents = documents.ToLookup(d => d.PlanId);
        _sections = sections.ToLookup(s => s.DocumentId);
        _themes = themes.ToLookup(t => t.PlanId);
    }

    /// <summary>Newest year first.</summary>
    public IReadOnlyList<Plan> Plans { get; }

    /// <summary>The plan of a year, or the running one; null while there is none.</summary>
    public Plan? Plan(int? year) => year is null ? Running : Plans.FirstOrDefault(p => p.Year == year);

    /// <summary>
    /// The plan whose year is being worked on: the newest that was issued and is not closed, else the newest; a draft of the next year is not it.
    /// </summary>
    public Plan? Running => Plans.FirstOrDefault(p => p.State == PlanState.Issued) ?? (Plans is [var newest, ..] ? newest : null);

    /// <summary>The year of a plan.</summary>
    public int YearOf(int planId) => Plans.First(p => p.Id == planId).Year;

    /// <summary>In their order, replaced ones included, withdrawn ones not.</summary>
    public IEnumerable<DocumentName> Documents(int planId) => _documents[planId];

    /// <summary>In the order of the text.</summary>
    public IEnumerable<Section> Sections(int documentId) => _sections[documentId];

    public IEnumerable<Theme> Themes(int planId) => _themes[planId];

    internal static async Task<LedgerFrame> LoadAsync(MaodingContext db, CancellationToken stop) => new(
        await db.Plans.AsNoTracking().OrderByDescending(p => p.Year).ToListAsync(stop),
        await db.Documents.AsNoTracking().Where(d => d.WithdrawnOn == null).OrderBy(d => d.Order).ThenBy(d => d.Id)
            .Select(d => new DocumentName(d.Id, d.PlanId, d.Title, d.IsReplaced)).ToListAsync(stop),
        await db.Sections.AsNoTracking().OrderBy(s => s.DocumentId).ThenBy(s => s.Order).ToListAsync(stop),
        await db.Themes.AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(stop));
}

/// <summary>A document without its text.</summary>
public sealed record DocumentName(int Id, int PlanId, string Title, bool IsReplaced);
