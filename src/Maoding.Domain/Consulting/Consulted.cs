using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Consulting;

/// <summary>Compares what was asked about a row with what it says now.</summary>
public static class Consulted
{
    /// <summary>What those asked agreed to: changes of anything else need no second asking.</summary>
    private static readonly HashSet<string> Fields =
    [
        nameof(RowValues.Title), nameof(RowValues.Target), nameof(RowValues.Measures), nameof(RowValues.LeaderPostId), nameof(RowValues.SecondLeaderPostId),
        nameof(RowValues.LeadUnitId), nameof(RowValues.CoUnitIds), nameof(RowValues.Due), nameof(RowValues.Quantities),
    ];

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>The values as they are kept.</summary>
    public static string Text(RowValues values) => JsonSerializer.Serialize(values, Readable);

    /// <param name="text">As <see cref="Text"/> wrote it.</param>
    public static RowValues Values(string text) => JsonSerializer.Deserialize<RowValues>(text, Readable)!;

    /// <summary>Differences in leader, unit, time, value, or wording beyond punctuation.</summary>
    public static IReadOnlyList<RowDifference> Differences(string asked, RowValues now, RowNames names) =>
    [
        .. RowValues.Differences(Values(asked), now, names).Where(d => Fields.Contains(d.Field)
            && (d.Field is not (nameof(RowValues.Title) or nameof(RowValues.Measures)) || Words(d.Before) != Words(d.After))),
    ];

    /// <summary>What was asked, with an opinion that was taken up: what it changed of the row counts as asked.</summary>
    public static string With(string asked, RowValues before, RowValues after)
    {
        static string Key(int? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
        var changed = RowValues.Differences(before, after, new RowNames(Key, Key, id => Key(id))).Select(d => d.Field).ToHashSet();
        return Text(Values(asked).Choose(after, changed.Contains));
    }

    /// <summary>Without punctuation, spaces and line ends; what stands between figures is no punctuation: 7.5, 1—6月.</summary>
    private static string Words(string text) =>
        string.Concat(text.Where((c, i) => char.IsLetterOrDigit(c) || c is '%' or '‰' || IsBetweenFigures(text, i)));

    private static bool IsBetweenFigures(string text, int at) =>
        at > 0 && at < text.Length - 1 && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
}
