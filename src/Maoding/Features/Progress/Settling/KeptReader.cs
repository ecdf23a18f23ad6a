using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Text;
using Maoding.Text.Structure;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>A sentence with what became of it.</summary>
/// <param name="Rows">Leaves that it feeds.</param>
/// <param name="EndsLine">The next one begins a new line of the text.</param>
public sealed record KeptSentence(string Words, Kept Kept, IReadOnlyList<KeptRow> Rows, bool EndsLine);

/// <param name="Words">What was said when it was answered for.</param>
public sealed record KeptRow(int Id, string Number, string Title, CommitmentState State, SettlementKind? Settled, string Words);

/// <summary>A document sentence by sentence.</summary>
public sealed record KeptView(SourceDocument Document, IReadOnlyList<KeptSentence> Sentences);

/// <summary>Which sentence was kept.</summary>
public sealed class KeptReader(MaodingContext db, CountedRows counted)
{
    /// <summary>Null when there is no such document.</summary>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<KeptView?> ReadAsync(Actor actor, int documentId, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeOverview);
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId, stop);
        if (document is null) return null;
        var quotes = await (from quote in db.Quotes.AsNoTracking()
                            join row in counted.Of(document.PlanId) on quote.CommitmentId equals row.Id
                            join settlement in db.Settlements on row.Id equals settlement.CommitmentId into settlements
                            from settlement in settlements.DefaultIfEmpty()
                            where quote.DocumentId == documentId
                            orderby row.Order, row.Id
                            select new
                            {
                                quote.Start,
                                End = quote.Start + quote.Length,
                                Row = new KeptRow(row.Id, row.Number, row.Title, row.State,
                                    settlement == null ? null : settlement.Kind, settlement == null ? "" : settlement.Words),
                            }).ToListAsync(stop);
        var text = document.Text;
        var sentences = OutlineReader.Read(SourceText.FromPlain(text)).Sentences;
        return new KeptView(document, [.. sentences.Select((s, i) =>
        {
            List<KeptRow> rows = [.. quotes.Where(q => q.Start < s.Span.End && q.End > s.Span.Offset).Select(q => q.Row).DistinctBy(r => r.Id)];
            var endsLine = i + 1 == sentences.Count || sentences[i + 1].Paragraph != s.Paragraph;
            return new KeptSentence(text[s.Span.Offset..s.Span.End], Keeping.Of(rows.Select(r => (r.State, r.Settled))), rows, endsLine);
        })]);
    }
}
