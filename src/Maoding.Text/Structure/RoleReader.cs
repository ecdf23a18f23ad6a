namespace Maoding.Text.Structure;

/// <summary>Gives every section and sentence its role: by heading, by a paragraph's first words, by its place.</summary>
internal static class RoleReader
{
    public static void Assign(string text, int? planYear, List<Section> sections, List<Sentence> sentences)
    {
        foreach (var section in sections) AssignSection(section, planYear, sections.Count == 1);
        SectionRole? overriding = null;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (sentence.Ordinal == 0) overriding = ParagraphRole(text, sentences, i, overriding);
            else if (overriding == SectionRole.Review && TurnsToPlan(text.AsSpan(sentence.Normal.Offset, sentence.Normal.Length))) overriding = null;
            sentence.Role = overriding ?? sentence.Section.Role;
        }
    }

    private static void AssignSection(Section section, int? planYear, bool alone)
    {
        if (section.Level == 0)
        {
            section.Role = alone ? SectionRole.Deployment : SectionRole.Opening;
            return;
        }

        var inherited = section.Parent is { Level: > 0 } parent ? parent.Role : SectionRole.Deployment;
        // Under a heading that told its role, words of a lower heading are about the work, not about the speech.
        var own = SectionRoles.OfTitle(section.Title);
        if (section.Parent is { Level: > 0, RoleEvidence.Words.Length: > 0 } && own is not { Role: SectionRole.Closing }) own = null;
        own = ByYear(section, own, planYear);
        section.Role = own?.Role ?? inherited;
        section.RoleEvidence = own is null
            ? new Evidence("随上级标题", section.Parent!.RoleEvidence.Words ?? "")
            : new Evidence("标题用词", own.Value.Word);
    }

    /// <summary>2020年主要工作 looks back in a plan for 2021 and forward in one for 2020.</summary>
    private static (SectionRole Role, string Word)? ByYear(Section section, (SectionRole Role, string Word)? own, int? planYear)
    {
        if (planYear is not { } plan || FactsReader.YearAt(section.Title) is not { } year || section.Level > 1) return own;
        if (year < plan && own is null or { Role: SectionRole.Deployment }) return (SectionRole.Review, $"{year}年");
        return year >= plan && own is { Role: SectionRole.Review, Word: "主要工作" or "工作情况" or "基本情况" } ? (SectionRole.Deployment, $"{year}年") : own;
    }

    private static SectionRole? ParagraphRole(string text, List<Sentence> sentences, int first, SectionRole? before)
    {
        var sentence = sentences[first];
        if (before == SectionRole.Closing) return before;
        if (sentence.Kind == SentenceKind.Heading) return null;
        var start = sentence.Normal.Offset;
        var end = text.IndexOf('\n', start);
        var paragraph = text.AsSpan(start, end - start);
        var near = SectionRoles.OfParagraph(paragraph);
        if (near is { Role: SectionRole.Closing } && paragraph.Length < 40) return SectionRole.Closing;
        var late = end > text.Length * 7L / 10;
        if (text.Length - end < Math.Max(600, text.Length / 30) && SectionRoles.Closing(paragraph) is not null) return SectionRole.Closing;
        if (near is { Role: SectionRole.Review or SectionRole.Situation }) return near.Value.Role;
        return late && before is null or SectionRole.Safeguards && Salutes(paragraph)
            ? SectionRole.Safeguards : before is SectionRole.Safeguards ? before : null;
    }

    /// <summary>新的一年，要…: after looking back, the paragraph turns to what is to be done.</summary>
    private static bool TurnsToPlan(ReadOnlySpan<char> sentence) =>
        sentence.StartsWith("新的一年") || sentence.StartsWith("新一年") || sentence.StartsWith("下一步") || sentence.StartsWith("今年");

    /// <summary>A salutation after the last heading opens a part without heading: government's own conduct, army, neighbours.</summary>
    private static bool Salutes(ReadOnlySpan<char> paragraph) =>
        paragraph.StartsWith("各位代表") || paragraph.StartsWith("各位委员");
}
