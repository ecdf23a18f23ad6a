namespace Maoding.Domain.Search;

/// <summary>What <see cref="Bigrams.Query"/> read.</summary>
/// <param name="Phrases">All must be found.</param>
/// <param name="Singles">Characters that stand alone, which the index does not hold: look for them in a bounded number of rows.</param>
public sealed record SearchQuery(IReadOnlyList<SearchPhrase> Phrases, IReadOnlyList<string> Singles)
{
    /// <summary>Nothing to look for: marks and spaces only.</summary>
    public bool IsEmpty => Phrases.Count == 0 && Singles.Count == 0;

    /// <summary>Only single characters: the index cannot help.</summary>
    public bool IsSingle => Phrases.Count == 0 && Singles.Count > 0;
}

/// <summary>Tokens that must follow one another.</summary>
public sealed record SearchPhrase(IReadOnlyList<string> Tokens)
{
    /// <summary>The tokens with one space between them: what FTS5 takes between double quotes and phraseto_tsquery takes as it is.</summary>
    public override string ToString() => string.Join(' ', Tokens);
}
