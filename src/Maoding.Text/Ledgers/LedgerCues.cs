using System.Buffers;

namespace Maoding.Text.Ledgers;

/// <summary>One cheap pass that tells whether a text can hold the notes of a ledger at all: nearly every speech ends here.</summary>
internal static class LedgerCues
{
    private const int LongestLook = 300;
    private static readonly SearchValues<char> Marks = SearchValues.Create("（([［【〔：:﹕∶\t|。；;");
    private static readonly SearchValues<char> Closing = SearchValues.Create("）)]］】〕\n");
    private static readonly SearchValues<char> LabelEnds = SearchValues.Create("位门导头任合限间体局室长构期求点工办日）)*");
    private static readonly SearchValues<char> UnitEnds = SearchValues.Create("局委办部院会心司道镇乡府处队位门区县市户责施合实总与加成进头");
    private static readonly string[] Duties = ["牵头", "责任", "负责", "配合", "单位", "部门", "领导", "协办", "主办", "承办", "落实"];

    /// <summary>True when the text holds as many possible notes as a ledger of its length must.</summary>
    public static bool MayBeLedger(ReadOnlySpan<char> text)
    {
        var needed = 1 + (text.Length / 4000);
        for (var i = text.IndexOfAny(Marks); i >= 0;)
        {
            if (IsNote(text, i) && --needed == 0) return true;
            var next = text[(i + 1)..].IndexOfAny(Marks);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    // Not SearchValues of strings: building one costs more at the start than it saves on so short spans.
    internal static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsNote(ReadOnlySpan<char> text, int i)
    {
        switch (text[i])
        {
            case '：' or ':' or '﹕' or '∶':
                return i > 0 && LabelEnds.Contains(text[i - 1]) && HasAny(text[Math.Max(0, i - 20)..i], Duties);
            case '。' or '；' or ';':
                var sentence = text.Slice(i + 1, Math.Min(12, text.Length - i - 1)).TrimStart();
                return sentence.StartsWith("由") || sentence.Contains("工作由", StringComparison.Ordinal) || sentence.StartsWith("具体由");
            case '\t' or '|':
                return HasAny(text[i..Math.Min(text.Length, i + 12)], Duties);
        }

        var rest = text.Slice(i + 1, Math.Min(LongestLook, text.Length - i - 1));
        var close = rest.IndexOfAny(Closing);
        var inner = close < 0 ? rest : rest[..close];
        return inner.Length > 2 && (UnitEnds.Contains(inner[^1]) || HasAny(inner, Duties));
    }
}
