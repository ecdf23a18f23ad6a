using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Editions;

namespace Maoding.Features.Planning.Issuing;

/// <summary>A batch: its rows, own ones first, and who has signed for it.</summary>
public sealed class BatchModel(ReceiptService receipts, EditionStore store) : MaodingPage
{
    /// <summary>Rows on the page; the printed plan has all of them.</summary>
    private const int MostRows = 500;

    public BatchView View { get; private set; } = null!;

    public IReadOnlyList<Domain.Ledger.Commitment> Own { get; private set; } = [];

    public IReadOnlyList<Domain.Ledger.Commitment> Others { get; private set; } = [];

    public int Hidden { get; private set; }

    /// <summary>The paper as it was issued, and its corrections.</summary>
    public IReadOnlyList<Domain.Editions.Edition> Editions { get; private set; } = [];

    [Needs(Permission.DownloadPlan)]
    public async Task OnGetAsync(int batch)
    {
        View = await receipts.BatchAsync(Actor, batch, HttpContext.RequestAborted);
        Current.ShowYearOf(View.Plan);
        Editions = await store.OfAsync(nameof(Domain.Issuing.Issue), batch, HttpContext.RequestAborted);
        Own = [.. View.Rows.Where(r => View.OwnRows.Contains(r.Id)).Take(MostRows)];
        var others = View.Rows.Where(r => !View.OwnRows.Contains(r.Id)).ToList();
        Others = [.. others.Take(MostRows)];
        Hidden = others.Count - Others.Count;
    }

    /// <summary>Units of the actor with their receipts, to be signed for here.</summary>
    public IEnumerable<ReceiptLine> OwnReceipts => View.Receipts.Where(r => Actor.Units.Contains(r.Unit.Id));

    public IEnumerable<ReceiptLine> Missing => View.Receipts.Where(r => !r.IsSigned);
}
