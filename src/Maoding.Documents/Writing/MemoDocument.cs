namespace Maoding.Documents.Writing;

/// <summary>A paper of headings, paragraphs and tables.</summary>
/// <param name="Note">Under the title in brackets: 2026年7月; empty for none.</param>
/// <param name="IsWide">On landscape pages.</param>
public sealed record MemoDocument(string Title, string Note, IReadOnlyList<MemoBlock> Blocks, bool IsWide = false);

/// <summary>A part of a paper, in its order.</summary>
public abstract record MemoBlock;

/// <summary>A heading of the first level, with its number: 一、主要指标.</summary>
public sealed record MemoHeading(string Words) : MemoBlock;

public sealed record MemoParagraph(string Words) : MemoBlock;

/// <summary>A table; rows of a single cell span all columns.</summary>
public sealed record MemoTable(IReadOnlyList<MemoColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : MemoBlock;

/// <param name="Share">Of the width; shares add up to anything.</param>
/// <param name="IsCentred">For short words and figures.</param>
public sealed record MemoColumn(string Head, int Share, bool IsCentred = false);
