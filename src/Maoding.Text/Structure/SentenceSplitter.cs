namespace Maoding.Text.Structure;

/// <summary>Cuts a paragraph of normal text into sentences.</summary>
internal static class SentenceSplitter
{
    /// <summary>The index after the sentence that starts at <paramref name="start"/> and ends before <paramref name="limit"/> at the latest.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int limit)
    {
        var stop = text[start..limit].IndexOfAny('。', '！', '？');
        if (stop < 0) return limit;
        var end = start + stop + 1;
        while (end < limit && IsTail(text[end])) end++;
        return end;
    }

    /// <summary>Further stops, closing quotes and brackets stay with the sentence they close.</summary>
    private static bool IsTail(char c) =>
        c is '。' or '！' or '？' or '”' or '’' or '"' or '\'' or '）' or '》' or '〉' or '」' or '』' or ')';
}
