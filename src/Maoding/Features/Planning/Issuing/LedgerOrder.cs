using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Issuing;

/// <summary>The order of the ledger: rows by their place, leaves right after their parent by theirs.</summary>
internal static class LedgerOrder
{
    public static IEnumerable<Commitment> Sort(IReadOnlyCollection<Commitment> rows)
    {
        var present = rows.Select(r => r.Id).ToHashSet();
        var leaves = rows.Where(r => r.ParentId is { } parent && present.Contains(parent))
            .OrderBy(r => r.Order).ThenBy(r => r.Id).ToLookup(r => r.ParentId!.Value);
        return rows.Where(r => r.ParentId is not { } parent || !present.Contains(parent))
            .OrderBy(r => r.Order).ThenBy(r => r.Id).SelectMany(r => leaves[r.Id].Prepend(r));
    }
}
