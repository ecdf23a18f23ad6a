using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>Two rows that seem to be one promise, side by side.</summary>
public sealed class PairModel(MaodingContext db) : MaodingPage
{
    public IReadOnlyList<PairSide> Sides { get; private set; } = [];

    /// <summary>Fields in which they differ.</summary>
    public IReadOnlySet<string> Different { get; private set; } = new HashSet<string>();

    [Needs(Permission.CheckLedger)]
    public async Task OnGetAsync(int first, int second)
    {
        Permissions.Demand(Actor, Permission.CheckLedger);
        int[] ids = [first, second];
        var rows = await db.Commitments.AsNoTracking().AsSplitQuery()
            .Include(c => c.CoUnits).Include(c => c.Quantities).Include(c => c.Quotes)
            .Where(c => ids.Contains(c.Id))
            .OrderBy(c => c.Order).ThenBy(c => c.Id)
            .ToListAsync(HttpContext.RequestAborted);
        if (rows.Count != 2) throw new RefusalException("CHK901", "这两项中有一项已不在台账里。请回到印发前检查重新查看。", RefusalKind.Missing);
        Current.ShowYearOf(rows[0].PlanId);
        var documents = rows.SelectMany(r => r.Quotes).Select(q => q.DocumentId).Distinct().ToList();
        var titles = await db.Documents.Where(d => documents.Contains(d.Id)).Select(d => new { d.Id, d.Title })
            .ToDictionaryAsync(d => d.Id, d => d.Title, HttpContext.RequestAborted);
        Sides = [.. rows.Select(
            r => new PairSide(r, Facts(r), [.. r.Quotes.OrderBy(q => q.Start).Select(q => (titles.GetValueOrDefault(q.DocumentId, ""), q.Text))]))];
        Different = Sides[0].Facts.Zip(Sides[1].Facts).Where(f => f.First.Value != f.Second.Value).Select(f => f.First.Label).ToHashSet();
    }

    private IReadOnlyList<(string Label, string Value)> Facts(Commitment row)
    {
        var values = RowValues.Of(row);
        return
        [
            ("状态", CommitmentMoves.NameOf(row.State)),
            ("牵头领导", Directory.LeaderName(values.LeaderPostId, Today)),
            ("牵头单位", Directory.UnitName(values.LeadUnitId)),
            ("配合单位", string.Join('、', values.CoUnitIds.Select(id => Directory.UnitName(id)))),
            ("完成时限", values.DueText),
            ("数量", string.Join('；', values.Quantities)),
            ("举措", values.Measures),
        ];
    }
}

/// <summary>One of the two rows.</summary>
/// <param name="Quotes">The document's title and its words.</param>
public sealed record PairSide(Commitment Row, IReadOnlyList<(string Label, string Value)> Facts, IReadOnlyList<(string Document, string Text)> Quotes);
