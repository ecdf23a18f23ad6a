using Maoding.Districts;
using Maoding.Domain.Ledger;
using Maoding.Shared.Units;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>Who could answer for a row, only where nobody does yet.</summary>
/// <param name="LeadUnitId">The first unit whose functions are those the reader ranked first; null where there is one already or none fits.</param>
/// <param name="LeaderPostId">The leader whose division of work the lead unit is in.</param>
/// <param name="Together">各街道 where the work is of all of them: then nobody leads alone, and the row is to be divided; else null.</param>
public sealed record Suggestion(int RowId, int? LeadUnitId, int? LeaderPostId, IReadOnlyList<int> CoUnitIds, string? Together = null)
{
    public bool IsEmpty => LeadUnitId is null && LeaderPostId is null && CoUnitIds.Count == 0;

    public static Suggestion None(int rowId) => new(rowId, null, null, []);

    public static Suggestion For(Commitment row, DirectorySnapshot directory, DateOnly today) =>
        new Suggester(directory, today).For(row.Id, row.Functions, row.LeadUnitId, row.LeaderPostId, [.. row.CoUnits.Select(u => u.UnitId)]);

    /// <summary>The values with what is suggested where nobody answers yet.</summary>
    public RowValues Fill(RowValues values)
    {
        var lead = values.LeadUnitId ?? LeadUnitId;
        return values with
        {
            LeadUnitId = lead,
            LeaderPostId = values.LeaderPostId ?? LeaderPostId,
            CoUnitIds = values.CoUnitIds.Count > 0 ? values.CoUnitIds : [.. CoUnitIds.Where(id => id != lead)],
        };
    }
}

/// <summary>Makes suggestions from one state of the directory, for as many rows as a page shows.</summary>
public sealed class Suggester(DirectorySnapshot directory, DateOnly today)
{
    private const int MostCoUnits = 3;
    private readonly UnitFinder _units = new(directory, today);

    /// <param name="functions">As Commitment.Functions: names separated by 、, the lead's first.</param>
    public Suggestion For(int rowId, string functions, int? leadUnitId, int? leaderPostId, IReadOnlyCollection<int> coUnitIds)
    {
        string[] ranked = functions.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (leadUnitId is null && ranked is [var first, ..] && _units.TogetherFor(first) is { } together)
            return Suggestion.None(rowId) with { Together = together };
        var found = ranked.Select(f => _units.LeadFor(f)?.Id).OfType<int>().Distinct().ToList();
        int? lead = leadUnitId is null && found.Count > 0 ? found[0] : null;
        int? leader = leaderPostId is null ? directory.LeaderOf(leadUnitId ?? lead, today)?.Id : null;
        // Helpers are proposed together with the lead only: beside a lead that people chose, an empty list is their decision.
        IReadOnlyList<int> co = lead is not null && coUnitIds.Count == 0 ? [.. found.Skip(1).Take(MostCoUnits)] : [];
        return new Suggestion(rowId, lead, leader, co);
    }
}
