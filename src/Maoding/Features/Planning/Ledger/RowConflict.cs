using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Ledger;

/// <summary>Two people's texts of one row, to be chosen from field by field.</summary>
/// <param name="Mine">What was to be saved.</param>
/// <param name="Theirs">The row as it is now.</param>
/// <param name="Version">Of the row as it is now.</param>
/// <param name="ChangedById">The account that changed it in between.</param>
/// <param name="Untouched">Fields that the sender had not touched: theirs is the natural choice.</param>
public sealed record RowConflict(
    RowValues Mine, RowValues Theirs, int Version, int ChangedById, IReadOnlyList<RowDifference> Differences, IReadOnlySet<string> Untouched)
{
    /// <param name="basis">The values the sender's form was made from.</param>
    public static RowConflict Between(Commitment row, RowValues mine, RowValues basis, RowNames names)
    {
        var theirs = RowValues.Of(row);
        var differences = RowValues.Differences(theirs, mine, names);
        var touched = RowValues.Differences(basis, mine, names).Select(d => d.Field).ToHashSet();
        return new RowConflict(
            mine, theirs, row.Version, row.ChangedById, differences, differences.Select(d => d.Field).Where(f => !touched.Contains(f)).ToHashSet());
    }

    /// <summary>The form that is shown with the choice: mine, made from theirs.</summary>
    public RowForm Form => RowForm.Of(Mine, Theirs);
}

/// <summary>A conflict with the name of who changed the row.</summary>
public sealed record ShownConflict(RowConflict Conflict, string By);
