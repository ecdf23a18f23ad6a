namespace Maoding.Documents.Writing;

/// <summary>
/// A paper laid out after GB/T 9704-2012, in the order in which it is read: red head or mark, title, note, 主送机关, parts, 附件说明, 署名,
/// attachments, 版记.
/// </summary>
/// <param name="Title">In lines where it is to be broken.</param>
public sealed record OfficialPaper(string Title, IReadOnlyList<PaperPart> Parts)
{
    /// <summary>红头; null for what is an attachment or has none.</summary>
    public PaperHead? Head { get; init; }

    /// <summary>主送机关, without the colon; where they would fill the first page they stand in the 版记. Empty for none.</summary>
    public string AddressedTo { get; init; } = "";

    /// <summary>署名 and 成文日期 below the parts; null for none.</summary>
    public PaperSignature? Signature { get; init; }

    /// <summary>Each on pages of its own with the mark 附件; 附件说明 names them.</summary>
    public IReadOnlyList<OfficialPaper> Attachments { get; init; } = [];

    /// <summary>Top left of the first page: 附件, or 云办发〔2026〕3号附件 where it is bound apart; empty for none.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Under the title in brackets: 2026年7月, 征求意见稿; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>At the foot of the last page, below attachments too; null for none.</summary>
    public PaperImprint? Imprint { get; init; }

    /// <summary>On landscape pages.</summary>
    public bool IsWide { get; init; }
}

/// <summary>A part of a paper, in its order.</summary>
public abstract record PaperPart;

/// <summary>A heading of the first level; the paper numbers its headings: 一、主要指标.</summary>
public sealed record PaperHeading(string Words) : PaperPart;

public sealed record PaperParagraph(string Words) : PaperPart;

/// <summary>A small space, such as between a paragraph and its table.</summary>
public sealed record PaperSpace : PaperPart;

/// <summary>A table; a row of a single cell spans all columns, one of two spans all but the first.</summary>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperPart;

/// <param name="Share">Of the width; shares add up to anything.</param>
/// <param name="IsCentred">For short words and figures.</param>
public sealed record PaperColumn(string Head, int Share, bool IsCentred = false);

/// <summary>版记: the organ left and the date right.</summary>
/// <param name="Date">Null while it is not issued.</param>
public sealed record PaperImprint(string Organ, DateOnly? Date)
{
    /// <summary>Who gets a copy, without the word 抄送; empty for nobody.</summary>
    public string Copies { get; init; } = "";
}

/// <summary>红头.</summary>
/// <param name="Organ">发文机关 by its full name; the word 文件 follows it.</param>
/// <param name="Number">发文字号: 云办发〔2026〕3号.</param>
public sealed record PaperHead(string Organ, string Number);

/// <param name="Organ">署名.</param>
/// <param name="Date">成文日期.</param>
public sealed record PaperSignature(string Organ, DateOnly Date);
