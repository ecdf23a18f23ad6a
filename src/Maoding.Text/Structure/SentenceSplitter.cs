namespace Maoding.Text.Structure;

/// <summary>Cuts a paragraph of normal text into sentences.</summary>
internal static class SentenceSplitter
{
    // No sentence of a real document is half as long; without a limit a text without stops would be read as one.
    private const int Longest = 2000;

    /// <summary>The index after the sentence that starts at <paramref name="start"/> and ends before <paramref name="limit"/> at the latest.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int limit)
    {
        var window = text[start..Math.Min(limit, start + Longest)];
        var stop = window.IndexOfAny('。', '！', '？');
        if (stop < 0) return start + window.Length == limit ? limit : start + Break(window);
        var end = start + stop + 1;
        while (end < limit && IsTail(text[end])) end++;
        return end;
    }

    /// <summary>Where to cut a sentence that does not end: after its last ； or ，.</summary>
    private static int Break(ReadOnlySpan<char> window)
    {
        var stop = window.LastIndexOfAny('；', '，');
        return stop < 0 ? window.Length : stop + 1;
    }

    /// <summary>Further stops, closing quotes and brackets stay with the sentence they close.</summary>
    private static bool IsTail(char c) =>
        c is '。' or '！' or '？' or '”' or '’' or '"' or '\'' or '）' or '》' or '〉' or '」' or '』' or ')';
}
