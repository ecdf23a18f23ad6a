using Maoding.Text.Structure;

namespace Maoding.Text.Targets;

/// <summary>What the place of a sentence says about its figures.</summary>
/// <param name="Listed">Part of the document's own list of expected targets: every figure in it is one.</param>
/// <param name="Opening">The very sentence that opens the list: …主要预期目标是：.</param>
/// <param name="PlanYear">The year the document plans for, where it is known.</param>
/// <param name="Dimension">创新, 协调 … as the sentence names it (创新方面，…); null when it names none.</param>
internal readonly record struct TargetContext(bool Listed, bool Opening, string? Dimension, int? PlanYear = null)
{
    private static readonly string[] _later = MarkLexicon.Words("远期");
    private static readonly string[] _dimensions = ["速度", "创新", "协调", "绿色", "开放", "共享"];

    /// <summary>Sections that speak of the past or of the situation hold no targets.</summary>
    public static bool Skips(SectionRole role) => role is SectionRole.Review or SectionRole.Situation or SectionRole.Opening or SectionRole.Closing;

    /// <param name="listing">True when the list of expected targets has begun in this section.</param>
    public static TargetContext Of(MarkedSentence sentence, SectionRole role, bool listing)
    {
        var dimension = Heading(sentence.Text);
        if (IsNoList(sentence)) return new TargetContext(false, false, dimension);
        var opening = OpensList(sentence);
        var listed = opening || (role == SectionRole.Targets && (listing || dimension is not null));
        return new TargetContext(listed, opening, dimension);
    }

    /// <summary>…主要预期目标是：, 奋斗目标为, 发展目标：.</summary>
    public static bool OpensList(MarkedSentence sentence)
    {
        if ((sentence.All & Mark.ListLead) == 0 || IsNoList(sentence)) return false;
        for (var from = 0; sentence.First(from, sentence.Text.Length, Mark.ListLead) is { Start: >= 0 } lead; from = lead.End)
        {
            var after = sentence.Text.AsSpan(lead.End, Math.Min(8, sentence.Text.Length - lead.End));
            var verb = after.IndexOfAny('是', '：', '为');
            if (verb >= 0 && after[..verb].IndexOfAny('，', '、', '。') < 0) return true;
        }

        return false;
    }

    /// <summary>True when the words before a place speak of another year than the plan's: 到2025年, 今后五年, 2019年.</summary>
    public bool IsOtherYear(MarkedSentence sentence, ReadOnlySpan<char> before)
    {
        if ((sentence.All & Mark.Later) == 0 && (PlanYear is null || !before.Contains("20", StringComparison.Ordinal))) return false;
        var now = before.LastIndexOf("今年", StringComparison.Ordinal);
        if (now >= 0) before = before[now..];
        foreach (var word in _later)
            if (before.Contains(word, StringComparison.Ordinal)) return true;
        for (var at = before.LastIndexOf("20", StringComparison.Ordinal); PlanYear is not null
            && at >= 0; at = before[..at].LastIndexOf("20", StringComparison.Ordinal))
            if (IsYear(before, at, out var year) && !Quoted(before, at)) return year > PlanYear || (year < PlanYear && !Opening);
        return false;
    }

    /// <summary>A year that stands for a time, not for a basis of comparison (比2020年).</summary>
    private static bool IsYear(ReadOnlySpan<char> text, int at, out int year)
    {
        year = 0;
        return at + 5 <= text.Length && text[at + 4] == '年' && (at == 0 || text[at - 1] is not ('比' or '较' or '与' or '同' or '以' or '—' or '-' or '《'))
            && !text[(at + 5)..].StartsWith("基础", StringComparison.Ordinal) && !text[(at + 5)..].StartsWith("水平", StringComparison.Ordinal)
            && int.TryParse(text.Slice(at, 4), out year);
    }

    /// <summary>按照国家“到2025年…”的部署 tells the wording of another document.</summary>
    private static bool Quoted(ReadOnlySpan<char> text, int at) =>
        text[at..].IndexOf('”') is var close and >= 0 && text[at..(at + close)].IndexOf('“') < 0 && text[..at].LastIndexOf('“') > text[..at].LastIndexOf('”');

    private static bool IsNoList(MarkedSentence sentence) => (sentence.All & Mark.NoList) != 0;

    private static string? Heading(string text)
    {
        var at = text.AsSpan(0, Math.Min(16, text.Length)).IndexOf("方面", StringComparison.Ordinal);
        if (at < 2) return null;
        foreach (var dimension in _dimensions)
            if (text.AsSpan(0, at).Contains(dimension, StringComparison.Ordinal)) return dimension;
        return null;
    }
}
