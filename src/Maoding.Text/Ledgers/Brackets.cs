using System.Buffers;

namespace Maoding.Text.Ledgers;

/// <summary>Brackets of all widths. Real files open with one width and close with the other, so only the family counts.</summary>
internal static class Brackets
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("。；;，,、.．：:* ");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("—-－–/／\\无空 　");

    /// <summary>Punctuation and nothing else.</summary>
    public static bool IsOnlyStops(ReadOnlySpan<char> words) => words.IndexOfAnyExcept(Stops) < 0;

    /// <summary>What people write into a cell that has nothing to say: —, /, 无.</summary>
    public static bool SaysNothing(ReadOnlySpan<char> words) => words.IndexOfAnyExcept(Dashes) < 0;

    public static bool IsOpen(char c) => c is '（' or '(' or '【' or '〔' or '[' or '［' or '〖' or '{' or '｛' or '﹝';

    public static bool IsClose(char c) => c is '）' or ')' or '】' or '〕' or ']' or '］' or '〗' or '}' or '｝' or '﹞';

    /// <summary>
    /// The index of the bracket that closes the one at <paramref name="open"/>; −1 when none does before a blank
    /// line or within <paramref name="longest"/> characters.
    /// </summary>
    public static int Close(ReadOnlySpan<char> text, int open, int longest)
    {
        var depth = 0;
        var end = Math.Min(text.Length, open + longest);
        for (var i = open; i < end; i++)
        {
            if (IsOpen(text[i])) depth++;
            else if (IsClose(text[i]) && --depth == 0) return i;
            else if (text[i] == '\n' && i + 1 < end && text[i + 1] == '\n') return -1;
        }

        return -1;
    }
}
