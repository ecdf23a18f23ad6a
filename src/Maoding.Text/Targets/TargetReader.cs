using Maoding.Text.Structure;

namespace Maoding.Text.Targets;

/// <summary>Finds every target of a document.</summary>
public static class TargetReader
{
    public static IReadOnlyList<Target> Read(Outline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var reader = new SentenceTargets();
        var targets = new List<Target>();
        Section? section = null;
        var listing = false;
        foreach (var sentence in outline.Sentences)
        {
            if (sentence.Section != section) (section, listing) = (sentence.Section, false);
            if (sentence.Kind is SentenceKind.Frame or SentenceKind.Heading || TargetContext.Skips(sentence.Role)) continue;
            reader.Read(outline.Words(sentence), sentence.Role, outline.Facts.PlanYear, ref listing);
            foreach (var found in reader.Found) targets.Add(Of(reader, found, outline, sentence));
        }

        return targets;
    }

    /// <summary>The targets of one sentence of normal text standing in a section of this role; spans count from its start.</summary>
    public static IReadOnlyList<Target> Read(string sentence, SectionRole role)
    {
        if (TargetContext.Skips(role)) return [];
        var reader = new SentenceTargets();
        var listing = false;
        reader.Read(sentence, role, null, ref listing);
        var targets = new List<Target>();
        foreach (var found in reader.Found)
        {
            var span = TextSpan.FromBounds(found.Start, found.End);
            targets.Add(Make(reader, found, span, span, 0));
        }

        return targets;
    }

    private static Target Of(SentenceTargets reader, Finding found, Outline outline, Sentence sentence)
    {
        var normal = new TextSpan(sentence.Normal.Offset + found.Start, found.End - found.Start);
        return Make(reader, found, outline.Normal.ToSource(normal.Offset, normal.Length), normal, sentence.Index);
    }

    private static Target Make(SentenceTargets reader, Finding found, TextSpan span, TextSpan normal, int sentence) =>
        new(span, normal, sentence, found.Name, found.Kind, found.Value, found.Value2, found.Unit, found.Partner,
            reader.Dimension(found), reader.Strength(found), [new Evidence(found.Rule, found.Words)]);
}
