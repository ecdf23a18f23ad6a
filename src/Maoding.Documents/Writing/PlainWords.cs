using System.Text;
using Maoding.Text.Ledgers;

namespace Maoding.Documents.Writing;

/// <summary>How lists, limits and quotes are put into cells, the same in every format.</summary>
internal static class PlainWords
{
    private const int LongestCell = 32_000;

    public static string Names(IReadOnlyList<string> names) => string.Join('、', names);

    public static string Measures(IReadOnlyList<string> measures) =>
        measures.Count < 2 ? string.Concat(measures) : string.Join('\n', measures.Select((measure, i) => $"{i + 1}.{measure}"));

    /// <summary>The words alone where a reader would get the same day from them, else the day with the words behind it.</summary>
    public static string Limit(LedgerCommitment row, int? planYear)
    {
        if (row.Deadline is not { } day) return row.DeadlineWords;
        var date = $"{day.Year}年{day.Month}月{day.Day}日";
        if (row.DeadlineWords.Length == 0) return date;
        return planYear is { } year && TimeLimit.Read(row.DeadlineWords, year) == day ? row.DeadlineWords : $"{date}（{row.DeadlineWords}）";
    }

    /// <summary>Without the control characters that XML cannot hold, and no longer than a cell may be.</summary>
    public static string Safe(string text)
    {
        if (text.Length > LongestCell) text = string.Concat(text.AsSpan(0, LongestCell), "……");
        if (!text.Any(IsUnsafe)) return text;
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair) safe.Append(text[i++]).Append(text[i]);
            else if (!IsUnsafe(text[i])) safe.Append(text[i]);
        }

        return safe.ToString();
    }

    private static bool IsUnsafe(char c) => (c < ' ' && c is not ('\n' or '\t')) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF';
}
