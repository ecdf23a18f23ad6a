using Maoding.Domain.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>The places of documents' rows in the ledger's order.</summary>
internal static class DocumentPlaces
{
    /// <summary>How many documents of the plan stand before this one.</summary>
    public static Task<int> BeforeAsync(MaodingContext db, int planId, int documentId, CancellationToken stop) =>
        (from one in db.Documents
         from before in db.Documents
         where one.Id == documentId && before.PlanId == planId && (before.Order < one.Order || (before.Order == one.Order && before.Id < one.Id))
         select before).CountAsync(stop);

    /// <summary>The place that a row's first words give it; where it is now for a row without words in its document.</summary>
    public static async Task<int> OfAsync(MaodingContext db, Commitment row, CancellationToken stop) =>
        row.DocumentId is { } document && row.Quotes.Where(q => q.DocumentId == document).MinBy(q => q.Start) is { } first
            ? FindingRows.PlaceOf(await BeforeAsync(db, row.PlanId, document, stop), first.Sentence)
            : row.Order;
}
