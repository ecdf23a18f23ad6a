using System.Text.Json;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Documents;

/// <summary>What the form of a row sends; everything it does not show stays as it is.</summary>
public sealed class RowForm
{
    public string? Title { get; set; }

    public string? Measures { get; set; }

    public DueKind DueKind { get; set; }

    public DateOnly? Due { get; set; }

    public int? LeadUnitId { get; set; }

    public List<int> CoUnitIds { get; set; } = [];

    public int? LeaderPostId { get; set; }

    public int? SecondLeaderPostId { get; set; }

    public List<int> ThemeIds { get; set; } = [];

    /// <summary>The row's values when the form was made, as <see cref="BasisOf"/> writes them.</summary>
    public string? Basis { get; set; }

    public static RowForm Of(RowValues values) => new()
    {
        Title = values.Title,
        Measures = values.Measures,
        DueKind = values.DueKind,
        Due = values.Due,
        LeadUnitId = values.LeadUnitId,
        CoUnitIds = [.. values.CoUnitIds],
        LeaderPostId = values.LeaderPostId,
        SecondLeaderPostId = values.SecondLeaderPostId,
        ThemeIds = [.. values.ThemeIds],
        Basis = BasisOf(values),
    };

    public static string BasisOf(RowValues values) => JsonSerializer.Serialize(values);

    /// <summary>The values the form was made from; those given when it does not say.</summary>
    public RowValues BasisOr(RowValues present)
    {
        try
        {
            return Basis is { Length: > 0 } text ? JsonSerializer.Deserialize<RowValues>(text) ?? present : present;
        }
        catch (JsonException)
        {
            return present;
        }
    }

    /// <summary>Co-units that stay keep their order; new ones come after.</summary>
    public RowValues Apply(RowValues present, int planYear) => present with
    {
        Title = Plain(Title),
        Measures = string.Join('\n', Plain(Measures).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        DueKind = DueKind,
        Due = DueKind switch { DueKind.Date => Due, DueKind.AllYear => new DateOnly(planYear, 12, 31), _ => null },
        LeadUnitId = LeadUnitId,
        CoUnitIds = [.. present.CoUnitIds.Where(CoUnitIds.Contains), .. CoUnitIds.Except(present.CoUnitIds)],
        LeaderPostId = LeaderPostId,
        SecondLeaderPostId = SecondLeaderPostId,
        ThemeIds = [.. ThemeIds.Distinct().Order()],
    };

    /// <summary>Mine, with the fields that were chosen from theirs.</summary>
    public static RowValues Choose(RowValues mine, RowValues theirs, Func<string, bool> takesTheirs) => mine with
    {
        Title = takesTheirs(nameof(RowValues.Title)) ? theirs.Title : mine.Title,
        Measures = takesTheirs(nameof(RowValues.Measures)) ? theirs.Measures : mine.Measures,
        DueKind = takesTheirs(nameof(RowValues.Due)) ? theirs.DueKind : mine.DueKind,
        Due = takesTheirs(nameof(RowValues.Due)) ? theirs.Due : mine.Due,
        LeadUnitId = takesTheirs(nameof(RowValues.LeadUnitId)) ? theirs.LeadUnitId : mine.LeadUnitId,
        CoUnitIds = takesTheirs(nameof(RowValues.CoUnitIds)) ? theirs.CoUnitIds : mine.CoUnitIds,
        LeaderPostId = takesTheirs(nameof(RowValues.LeaderPostId)) ? theirs.LeaderPostId : mine.LeaderPostId,
        SecondLeaderPostId = takesTheirs(nameof(RowValues.SecondLeaderPostId)) ? theirs.SecondLeaderPostId : mine.SecondLeaderPostId,
        ThemeIds = takesTheirs(nameof(RowValues.ThemeIds)) ? theirs.ThemeIds : mine.ThemeIds,
    };

    private static string Plain(string? words) => (words ?? "").ReplaceLineEndings("\n").Trim();
}
