using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>A row of the document in the review's list.</summary>
public sealed record ReviewRow(
    int Id,
    int Order,
    int? ParentId,
    string Number,
    CommitmentKind Kind,
    CommitmentState State,
    string Title,
    int? LeadUnitId,
    int? LeaderPostId,
    DueKind DueKind,
    DateOnly? Due,
    int? SectionId,
    int Sentence,
    int Score,
    bool HasNote,
    bool IsCorrected,
    MatchKind Match,
    int? MergedIntoId,
    int Version,
    DateTime ChangedAt,
    int ChangedById)
{
    public bool IsOut => State is CommitmentState.Dropped or CommitmentState.Merged;

    /// <summary>Taken in with its section; the others one by one: see <see cref="ReviewService.AcceptSectionAsync"/>.</summary>
    public bool GoesWithSection => State == CommitmentState.Proposed && Match == MatchKind.New && ParentId is null && !IsCorrected;

    /// <summary>A person should look twice.</summary>
    public bool IsDoubtful => HasNote || Score < EvidenceLines.LowScore;

    public string DueText => DueKind switch
    {
        DueKind.AllYear => "全年持续",
        DueKind.Date => Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };
}

/// <summary>A document as its review needs it: without its text, which may have 200,000 characters.</summary>
public sealed record ReviewDocument(int Id, int PlanId, string Title, bool IsReplaced);

/// <summary>How far the review of a document is.</summary>
public sealed record ReviewProgress(int Works, int WorksDone, int Targets, int TargetsDone)
{
    public int Waiting => Works - WorksDone + Targets - TargetsDone;

    /// <summary>Leaves are left out: they are work on rows that were confirmed already.</summary>
    public static ReviewProgress Of(IEnumerable<ReviewRow> rows) =>
        Of(rows.Where(r => r.ParentId is null).GroupBy(r => (r.Kind, Waits: r.State == CommitmentState.Proposed))
            .Select(g => (g.Key.Kind, g.Key.Waits, g.Count())));

    public static ReviewProgress Of(IEnumerable<(CommitmentKind Kind, bool Waits, int Count)> groups)
    {
        var counts = groups.ToDictionary(g => (g.Kind, g.Waits), g => g.Count);
        int Count(CommitmentKind kind, bool waits) => counts.GetValueOrDefault((kind, waits));
        var (worksDone, targetsDone) = (Count(CommitmentKind.Work, false), Count(CommitmentKind.Target, false));
        return new ReviewProgress(worksDone + Count(CommitmentKind.Work, true), worksDone, targetsDone + Count(CommitmentKind.Target, true), targetsDone);
    }
}

/// <summary>Reads what the review shows.</summary>
public sealed class ReviewQuery(MaodingContext db, TimeProvider clock)
{
    /// <summary>A change is seen only when its transaction ends: what is younger is told once more.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    /// <exception cref="RefusalException">REV001: there is none.</exception>
    public async Task<ReviewDocument> DocumentAsync(Actor actor, int id, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        return await db.Documents.Where(d => d.Id == id).Select(d => new ReviewDocument(d.Id, d.PlanId, d.Title, d.IsReplaced)).FirstOrDefaultAsync(stop)
            ?? throw DocumentService.Missing();
    }

    public Task<string> TextAsync(int documentId, CancellationToken stop) => db.Documents.Where(d => d.Id == documentId).Select(d => d.Text).FirstAsync(stop);

    /// <summary>The moment after which changes are asked for next, by those who have seen these rows.</summary>
    public DateTime Since(IReadOnlyCollection<ReviewRow> seen)
    {
        var settled = clock.GetUtcNow().UtcDateTime - Settling;
        return seen.Count > 0 && seen.Max(r => r.ChangedAt) is var newest && newest < settled ? newest : settled;
    }

    /// <summary>All rows of a document in the order of its text.</summary>
    public Task<List<ReviewRow>> RowsAsync(int documentId, CancellationToken stop) =>
        Rows(db.Commitments.Where(c => c.DocumentId == documentId)).ToListAsync(stop);

    public Task<List<ReviewRow>> ChangedAsync(int documentId, DateTime since, CancellationToken stop) =>
        Rows(db.Commitments.Where(c => c.DocumentId == documentId && c.ChangedAt > since)).ToListAsync(stop);

    public async Task<ReviewProgress> ProgressAsync(int documentId, CancellationToken stop)
    {
        var groups = await db.Commitments.Where(c => c.DocumentId == documentId && c.ParentId == null)
            .GroupBy(c => new { c.Kind, Waits = c.State == CommitmentState.Proposed })
            .Select(g => new { g.Key.Kind, g.Key.Waits, Count = g.Count() }).ToListAsync(stop);
        return ReviewProgress.Of(groups.Select(g => (g.Kind, g.Waits, g.Count)));
    }

    /// <summary>The quotes of a document's rows that stand in its own text.</summary>
    public async Task<IReadOnlyList<TextMark>> MarksAsync(int documentId, CancellationToken stop)
    {
        var quotes = await (from quote in db.Quotes.AsNoTracking()
                            join row in db.Commitments on quote.CommitmentId equals row.Id
                            where quote.DocumentId == documentId
                            select new { quote.Start, quote.Length, row.Id, row.Kind, row.State }).ToListAsync(stop);
        return [.. quotes.Select(q => new TextMark(q.Id, q.Start, q.Length, q.Kind, q.State is CommitmentState.Dropped or CommitmentState.Merged))];
    }

    /// <summary>One row with its parts, for the card; null when the document has no such row.</summary>
    public Task<Commitment?> RowAsync(int documentId, int? rowId, CancellationToken stop) => rowId is not { } id
        ? Task.FromResult<Commitment?>(null)
        : Whole(db.Commitments.AsNoTracking()).FirstOrDefaultAsync(c => c.Id == id && c.DocumentId == documentId, stop);

    /// <summary>A row of the plan that another is compared with.</summary>
    public Task<Commitment?> OtherAsync(int? id, CancellationToken stop) =>
        id is not { } key ? Task.FromResult<Commitment?>(null) : Whole(db.Commitments.AsNoTracking()).FirstOrDefaultAsync(c => c.Id == key, stop);

    public Task<List<Section>> SectionsAsync(int documentId, CancellationToken stop) =>
        db.Sections.AsNoTracking().Where(s => s.DocumentId == documentId).OrderBy(s => s.Order).ToListAsync(stop);

    public Task<List<Theme>> ThemesAsync(int planId, CancellationToken stop) =>
        db.Themes.AsNoTracking().Where(t => t.PlanId == planId).OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(stop);

    public Task<int> PlanYearAsync(int planId, CancellationToken stop) => db.Plans.Where(p => p.Id == planId).Select(p => p.Year).FirstAsync(stop);

    /// <summary>Rows that this one may join: those whose title or number holds the words, else those of the same section.</summary>
    public Task<List<ReviewRow>> TargetsOfMergeAsync(Commitment row, string words, CancellationToken stop)
    {
        var open = db.Commitments.Where(c => c.PlanId == row.PlanId && c.Id != row.Id && c.State != CommitmentState.Dropped
            && c.State != CommitmentState.Merged && c.State != CommitmentState.Stopped);
        open = words.Length > 0
            ? open.Where(c => c.Title.Contains(words) || c.Number == words || c.Quotes.Any(q => q.Text.Contains(words)))
            : open.Where(c => c.Id == row.MergedIntoId || (c.SectionId == row.SectionId && c.DocumentId == row.DocumentId));
        return Rows(open).Take(30).ToListAsync(stop);
    }

    internal static IQueryable<Commitment> Whole(IQueryable<Commitment> rows) => rows.WithParts().Include(c => c.Quotes).Include(c => c.Differences);

    private static IQueryable<ReviewRow> Rows(IQueryable<Commitment> rows) => rows.AsNoTracking()
        .OrderBy(c => c.Order).ThenBy(c => c.Id)
        .Select(c => new ReviewRow(
            c.Id,
            c.Order,
            c.ParentId,
            c.Number,
            c.Kind,
            c.State,
            c.Title,
            c.LeadUnitId,
            c.LeaderPostId,
            c.DueKind,
            c.Due,
            c.SectionId,
            c.Quotes.Min(q => (int?)q.Sentence) ?? 0,
            c.Score,
            c.Evidence.Contains(EvidenceLines.Look) || c.Evidence.Contains("对不上"),
            c.Evidence.Contains(EvidenceLines.Corrected),
            c.Match,
            c.MergedIntoId,
            c.Version,
            c.ChangedAt,
            c.ChangedById));
}
