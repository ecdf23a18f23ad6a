using System.Globalization;

namespace Maoding.Domain.Ledger;

/// <summary>
/// Gives rows their numbers when they first leave the office: in the order of the ledger,
/// leaves after their parent as 31.1, 31.2; a number is never used again.
/// </summary>
public static class Numbering
{
    /// <param name="rows">Rows of the plan with their leaves, in any order; those with a number keep it.</param>
    /// <param name="allOf">All leaves that rows of the plan ever had, for the next leaf number.</param>
    public static void Give(Plan plan, IEnumerable<Commitment> rows, IEnumerable<Commitment> allOf)
    {
        var ordered = rows.OrderBy(r => r.Order).ThenBy(r => r.ParentId is null ? 0 : 1).ThenBy(r => r.Id).ToList();
        foreach (var row in ordered.Where(r => r.ParentId is null && r.Number.Length == 0))
            row.Number = (++plan.LastNumber).ToString(CultureInfo.InvariantCulture);
        var byId = ordered.Where(r => r.ParentId is null).ToDictionary(r => r.Id);
        var last = allOf.Concat(ordered).Where(r => r.ParentId is not null).GroupBy(r => r.ParentId!.Value)
            .ToDictionary(g => g.Key, g => g.Max(r => LeafNumber(r.Number)));
        foreach (var leaf in ordered.Where(r => r.ParentId is not null && r.Number.Length == 0))
        {
            if (!byId.TryGetValue(leaf.ParentId!.Value, out var parent)) continue;
            leaf.Number = $"{parent.Number}.{(++last[parent.Id]).ToString(CultureInfo.InvariantCulture)}";
        }
    }

    private static int LeafNumber(string number) =>
        number.Split('.') is [_, var last] && int.TryParse(last, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
