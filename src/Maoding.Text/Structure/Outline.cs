namespace Maoding.Text.Structure;

/// <summary>Title, occasion, speaker and date as the document's head gives them; empty or null when it does not.</summary>
/// <param name="PlanYear">The year the document plans for; null when no year is written in it.</param>
/// <param name="NamedYear">The year that its words plan for, without the date; null when they name none.</param>
/// <param name="HeadYear">The year that its title or headings name; null when they name none.</param>
public sealed record DocumentFacts(string Title, string Occasion, string Speaker, DateOnly? Date, int? PlanYear, int? NamedYear, int? HeadYear);

/// <summary>A document read into sections and sentences.</summary>
public sealed class Outline
{
    public required SourceText Source { get; init; }

    public required NormalText Normal { get; init; }

    public required DocumentFacts Facts { get; init; }

    /// <summary>All sections in reading order; the first is the document itself.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>The sentence that holds <paramref name="offset"/> of the source, or the last before it; null before the first.</summary>
    public Sentence? SentenceAt(int offset)
    {
        int low = 0, high = Sentences.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].Span.Offset <= offset) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : Sentences[low - 1];
    }

    /// <summary>The words of a sentence as rules read them.</summary>
    public ReadOnlySpan<char> Words(Sentence sentence) =>
        Normal.Text.AsSpan(sentence.Normal.Offset, sentence.Normal.Length);
}
