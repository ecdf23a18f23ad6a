using Maoding.Districts;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>The names that forms and conflicts show for keys.</summary>
public static class RowWords
{
    public static RowNames Of(DirectorySnapshot directory, DateOnly today, IReadOnlyList<Theme> themes) => new(
        id => directory.UnitName(id),
        id => directory.LeaderName(id, today),
        id => themes.FirstOrDefault(t => t.Id == id)?.Name ?? "");
}
