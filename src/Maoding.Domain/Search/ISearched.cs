namespace Maoding.Domain.Search;

/// <summary>Found by its words from anywhere; the index follows every audited change of it. Rows of the ledger have an index of their own.</summary>
public interface ISearched
{
    int Id { get; }

    SearchKind FoundAs { get; }

    /// <summary>All that may be looked for, each piece within <see cref="Bigrams.LongestText"/>.</summary>
    IEnumerable<string> SearchTexts { get; }
}

/// <summary>What is found; the numbers stand in the index.</summary>
public enum SearchKind
{
    /// <summary>文件.</summary>
    Document = 1,

    /// <summary>项目.</summary>
    Project = 2,

    /// <summary>问题.</summary>
    Problem = 3,

    /// <summary>招商线索.</summary>
    Lead = 4,

    /// <summary>争取事项.</summary>
    SoughtMatter = 5,

    /// <summary>指标.</summary>
    Indicator = 6,
}
