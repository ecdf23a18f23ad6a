using Maoding.Domain.Organization;
using Maoding.Hosting;

namespace Maoding.Features.Ledger.Assign;

/// <summary>Who could answer for a row, only where nobody does yet.</summary>
/// <param name="LeadUnitId">The first unit whose functions are those the reader ranked first; null where there is one already or none fits.</param>
/// <param name="LeaderPostId">The leader whose division of work the lead unit is in.</param>
public sealed record Suggestion(int RowId, int? LeadUnitId, int? LeaderPostId, IReadOnlyList<int> CoUnitIds)
{
    private const int MostCoUnits = 3;

    public bool IsEmpty => LeadUnitId is null && LeaderPostId is null && CoUnitIds.Count == 0;

    /// <param name="functions">As Commitment.Functions: names separated by 、, the lead's first.</param>
    public static Suggestion For(
        int rowId, string functions, int? leadUnitId, int? leaderPostId, IReadOnlyCollection<int> coUnitIds, DirectorySnapshot directory, DateOnly today)
    {
        var units = functions.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(f => UnitWith(f, directory)?.Id).OfType<int>().Distinct().ToList();
        int? lead = leadUnitId is null && units.Count > 0 ? units[0] : null;
        int? leader = leaderPostId is null ? directory.LeaderOf(leadUnitId ?? lead, today)?.Id : null;
        // Helpers are proposed together with the lead only: beside a lead that people chose, an empty list is their decision.
        IReadOnlyList<int> co = lead is not null && coUnitIds.Count == 0 ? [.. units.Skip(1).Take(MostCoUnits)] : [];
        return new Suggestion(rowId, lead, leader, co);
    }

    /// <summary>The unit for which the function weighs most; in official order among equals.</summary>
    private static Unit? UnitWith(string function, DirectorySnapshot directory) => directory.OpenUnits
        .Select(u => (Unit: u, Place: u.FunctionNames.ToList().IndexOf(function)))
        .Where(u => u.Place >= 0)
        .OrderBy(u => u.Place)
        .Select(u => u.Unit)
        .FirstOrDefault();
}
