using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Checking;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Maoding.Text;
using Maoding.Text.Corrections;
using Maoding.Text.Structure;
using Microsoft.EntityFrameworkCore;
using Commitment = Maoding.Domain.Ledger.Commitment;
using Section = Maoding.Domain.Documents.Section;

namespace Maoding.Features.Planning.Documents;

/// <summary>A quote of the old text with its row and what became of it.</summary>
public sealed record QuoteInCorrection(int QuoteId, int RowId, string RowNumber, string RowTitle, CommitmentState State, AnchoredQuote Anchor);

/// <summary>How a correction answers to the old one.</summary>
/// <param name="Added">Sentences that the old text has nothing like.</param>
/// <param name="NewFindings">Proposed rows made of them.</param>
public sealed record CorrectionComparison(
    SourceDocument Old, SourceDocument New, IReadOnlyList<QuoteInCorrection> Quotes, IReadOnlyList<string> Added, int NewFindings)
{
    public IEnumerable<QuoteInCorrection> With(QuoteFate fate) => Quotes.Where(q => q.Anchor.Fate == fate);
}

/// <summary>Brings the quotes of a document over to its correction.</summary>
public sealed class CorrectionService(MaodingContext db, AuditedSave save)
{
    /// <exception cref="RefusalException">REV001: no such document; REV019: it corrects none.</exception>
    public async Task<CorrectionComparison> CompareAsync(Actor actor, int id, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        var correction = await db.Documents.FirstOrDefaultAsync(d => d.Id == id, stop) ?? throw DocumentService.Missing();
        var old = await db.Documents.FirstOrDefaultAsync(d => d.Id == correction.ReplacesId, stop)
            ?? throw new RefusalException("REV019", "这份文件不是更正版，没有可以核对的旧版。", RefusalKind.Missing);
        var quotes = await (from quote in db.Quotes.AsNoTracking()
                            join row in db.Commitments on quote.CommitmentId equals row.Id
                            where quote.DocumentId == old.Id || quote.DocumentId == id
                            orderby quote.Start, quote.Id
                            select new { Quote = quote, row.Id, row.Number, row.Title, row.State }).ToListAsync(stop);
        var here = quotes.FindAll(q => q.Quote.DocumentId == old.Id);
        var alignment = CorrectionAligner.Align(old.Text, correction.Text, [.. here.Select(q => new TextSpan(q.Quote.Start, q.Quote.Length))]);
        // Once confirmed, the quotes lie in the new text: how they came there is seen by looking back.
        var there = quotes.FindAll(q => old.IsReplaced && q.Quote.DocumentId == id);
        var back = CorrectionAligner.Align(correction.Text, old.Text, [.. there.Select(q => new TextSpan(q.Quote.Start, q.Quote.Length))]);
        return new CorrectionComparison(
            old,
            correction,
            [
                .. here.Select((q, i) => new QuoteInCorrection(q.Quote.Id, q.Id, q.Number, q.Title, q.State, alignment.Quotes[i])),
                .. there.Select((q, i) => new QuoteInCorrection(q.Quote.Id, q.Id, q.Number, q.Title, q.State, Turned(back.Quotes[i])))
                    .Where(q => q.Anchor.Fate != QuoteFate.Lost),
            ],
            [.. alignment.Added.Select(s => correction.Text.Substring(s.Offset, s.Length))],
            await db.Commitments.CountAsync(c => c.DocumentId == id && c.State == CommitmentState.Proposed, stop));
    }

    /// <summary>Moves the quotes; values of rows stay as they are. Quotes that are lost stay in the old correction.</summary>
    /// <exception cref="RefusalException">REV020: it was done before.</exception>
    public async Task ConfirmAsync(Actor actor, int id, HandledRequest? once, CancellationToken stop)
    {
        var compared = await CompareAsync(actor, id, stop);
        if (compared.Old.IsReplaced) throw new RefusalException("REV020", "这份更正版已经确认过了，引文都已转过来。", RefusalKind.Conflict);
        var anchors = compared.Quotes.Where(q => q.Anchor.Fate != QuoteFate.Lost).ToDictionary(q => q.QuoteId, q => q.Anchor);
        var rows = await db.Commitments.Include(c => c.Quotes).Include(c => c.CoUnits)
            .Where(c => c.DocumentId == compared.Old.Id || c.Quotes.Any(q => q.DocumentId == compared.Old.Id)).AsSplitQuery().ToListAsync(stop);
        var sections = await db.Sections.AsNoTracking().Where(s => s.DocumentId == id).OrderBy(s => s.Order).ToListAsync(stop);
        var place = await DocumentPlaces.BeforeAsync(db, compared.New.PlanId, id, stop);
        var outline = OutlineReader.Read(SourceText.FromPlain(compared.New.Text));
        foreach (var row in rows)
        {
            Permissions.Demand(actor, Permission.ReviewFindings, RowFacts.Of(row));
            foreach (var quote in row.Quotes)
            {
                if (!anchors.TryGetValue(quote.Id, out var anchor)) continue;
                Move(quote, id, anchor, outline);
                if (CommitmentMoves.IsOpen(row.State) || row.State == CommitmentState.Proposed) Mark(row, anchor);
            }
        }

        await FollowAsync(rows.FindAll(r => r.DocumentId == compared.Old.Id && r.Quotes.Exists(q => q.DocumentId == id)), id, sections, place, stop);
        compared.Old.IsReplaced = true;
        await save.SaveAsync(actor, "引文转到更正版", $"《{compared.New.Title}》更正《{compared.Old.Title}》，只改引文的位置和文字", once, stop);
    }

    private static AnchoredQuote Turned(AnchoredQuote back) => back with { Old = back.New, New = back.Old, OldWords = back.NewWords, NewWords = back.OldWords };

    /// <summary>What nobody is bound by yet and says a number that the new words do not is to be looked at.</summary>
    private static void Mark(Commitment row, AnchoredQuote anchor)
    {
        var (before, now) = (SaidNumbers.In(anchor.OldWords), SaidNumbers.In(anchor.NewWords));
        if (before.SetEquals(now)) return;
        var words = $"{EvidenceLines.Corrected}：原写“{anchor.OldWords}”，现写“{anchor.NewWords}”。任务里的数没有跟着改，请核对";
        row.Evidence = string.Join('\n', new[] { row.Evidence, EvidenceLines.Line(EvidenceLines.Look, words) }.Where(l => l.Length > 0));
    }

    private static void Move(Quote quote, int documentId, AnchoredQuote anchor, Outline outline)
    {
        (quote.DocumentId, quote.Start, quote.Length) = (documentId, anchor.New.Offset, anchor.New.Length);
        (quote.Text, quote.Sentence) = (anchor.NewWords, (outline.SentenceAt(anchor.New.Offset)?.Index ?? 0) + 1);
    }

    /// <summary>The rows stand in the order of the new text, leaves right after their row, wherever their own words are.</summary>
    private async Task FollowAsync(List<Commitment> moved, int documentId, List<Section> sections, int place, CancellationToken stop)
    {
        var ids = moved.ConvertAll(r => (int?)r.Id);
        var leaves = (await db.Commitments.Include(c => c.CoUnits).Where(c => ids.Contains(c.ParentId)).ToListAsync(stop))
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToLookup(c => c.ParentId!.Value);
        var last = -1;
        foreach (var (row, first) in moved.Select(r => (Row: r, First: r.Quotes.First(q => q.DocumentId == documentId)))
            .OrderBy(m => m.First.Start).ThenBy(m => m.Row.Order).ThenBy(m => m.Row.Id))
        {
            (row.DocumentId, row.SectionId) = (documentId, sections.LastOrDefault(s => s.Start <= first.Start)?.Id);
            if (ids.Contains(row.ParentId)) continue;
            last = row.Order = Math.Max(FindingRows.PlaceOf(place, first.Sentence), last + 1);
            foreach (var leaf in leaves[row.Id]) leaf.Order = ++last;
        }
    }
}
