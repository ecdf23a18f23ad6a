using Maoding.Text.Structure;

namespace Maoding.Text.Targets;

/// <summary>What the place of a sentence says about its figures.</summary>
/// <param name="Listed">Part of the document's own list of expected targets: every figure in it is one.</param>
/// <param name="Opening">The very sentence that opens the list: …主要预期目标是：.</param>
/// <param name="Dimension">创新, 协调 … as the sentence names it (创新方面，…); null when it names none.</param>
internal readonly record struct TargetContext(bool Listed, bool Opening, string? Dimension)
{
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
