namespace Maoding.Text.Structure;

/// <summary>Cuts a paragraph of normal text into sentences.</summary>
internal static class SentenceSplitter
{
    /// <summary>Characters after which even a sentence without a stop ends: none is written so long, and rules may compare its parts.</summary>
    private const int Longest = 2000;

    /// <summary>The index after the sentence that starts at <paramref name="start"/> and ends before <paramref name="limit"/> at the latest.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int limit)
    {
        var window = text[start..Math.Min(limit, start + Longest)];
        var stop = window.IndexOfAny('。', '！', '？');
        if (stop < 0) return start + window.Length == limit ? limit : start + Pause(window);
        var end = start + stop + 1;
        while (end < limit && IsTail(text[end])) end++;
        return end;
    }

    /// <summary>Where a stretch without a full stop is cut: after its last pause, never inside a surrogate pair.</summary>
    private static int Pause(ReadOnlySpan<char> window)
    {
        var pause = window.LastIndexOfAny('；', '，', '、') + 1;
        if (pause > 0) return pause;
        return char.IsHighSurrogate(window[^1]) ? window.Length - 1 : window.Length;
    }

    /// <summary>Further stops, closing quotes and brackets stay with the sentence they close.</summary>
    private static bool IsTail(char c) =>
        c is '。' or '！' or '？' or '”' or '’' or '"' or '\'' or '）' or '》' or '〉' or '」' or '』' or ')';
}
