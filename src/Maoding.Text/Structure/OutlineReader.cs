namespace Maoding.Text.Structure;

/// <summary>Reads a document's headings, sections and sentences.</summary>
public static class OutlineReader
{
    public static Outline Read(SourceText source)
    {
        var normal = Normalizer.Normalize(source);
        var paragraphs = Paragraphs(normal.Text);
        var builder = new OutlineBuilder(normal);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var next = i + 1 < paragraphs.Count ? paragraphs[i + 1] : default;
            builder.Add(paragraphs[i], next, i);
        }

        var sections = builder.Sections;
        var sentences = builder.Sentences;
        var facts = FactsReader.Read(source, normal, sections, sentences);
        RoleReader.Assign(normal.Text, facts.PlanYear, sections, sentences);
        return new Outline { Source = source, Normal = normal, Facts = facts, Sections = sections, Sentences = sentences };
    }

    private static Rows<TextSpan> Paragraphs(string text)
    {
        var paragraphs = new Rows<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            paragraphs.Add(TextSpan.FromBounds(start, end));
            start = end + 1;
        }

        return paragraphs;
    }
}
