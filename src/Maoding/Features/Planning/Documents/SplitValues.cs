using System.Globalization;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Documents;

/// <summary>One row that a split makes.</summary>
/// <param name="LeadUnitId">Null: the lead of the whole.</param>
public sealed record SplitPart(string Title, int? LeadUnitId, int? LeaderPostId);

/// <summary>Divides the values of a row among the parts it is split into: each has what its words hold.</summary>
internal static class SplitValues
{
    /// <param name="parts">At least one.</param>
    /// <returns>The values of each part, in their order.</returns>
    public static IReadOnlyList<RowValues> Of(RowValues whole, IReadOnlyList<SplitPart> parts)
    {
        var owners = whole.Quantities.Select(q => (Quantity: q, Part: Owner(q, parts))).ToList();
        var measures = whole.Measures.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.Select((part, i) => Led(whole, part) with
        {
            Title = part.Title.Trim(),
            Measures = MeasuresOf(measures, part.Title),
            Quantities = [.. owners.Where(o => o.Part == i).Select(o => o.Quantity)],
        })];
    }

    private static RowValues Led(RowValues whole, SplitPart part) => part.LeadUnitId is not { } lead || lead == whole.LeadUnitId
        ? whole
        : whole
            with
        { LeadUnitId = lead, LeaderPostId = part.LeaderPostId, SecondLeaderPostId = null, CoUnitIds = [.. whole.CoUnitIds.Where(id => id != lead)] };

    /// <summary>The part whose words hold the number with its unit, else the thing counted; the first when none does.</summary>
    private static int Owner(QuantityValue quantity, IReadOnlyList<SplitPart> parts)
    {
        var number = quantity.Value.ToString("0.######", CultureInfo.InvariantCulture) + quantity.Unit;
        int Held(SplitPart part) =>
            (part.Title.Contains(number, StringComparison.Ordinal) ? 2 : 0) + (part.Title.Contains(quantity.Name, StringComparison.Ordinal) ? 1 : 0);
        return Enumerable.Range(0, parts.Count).MaxBy(i => Held(parts[i]));
    }

    /// <summary>The measures that a part's words hold; a part made of one measure needs none below it.</summary>
    private static string MeasuresOf(string[] measures, string title)
    {
        var held = measures.Where(m => title.Contains(m, StringComparison.Ordinal)).ToList();
        return held.Count > 1 ? string.Join('\n', held) : "";
    }
}
