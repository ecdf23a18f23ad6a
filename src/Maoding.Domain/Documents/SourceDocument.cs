using Maoding.Domain.Audit;
using Maoding.Domain.Search;

namespace Maoding.Domain.Documents;

/// <summary>What sort of document promised the work.</summary>
public enum DocumentKind
{
    [Called("全会讲话")] Speech = 1,

    [Called("政府工作报告")] WorkReport = 2,

    [Called("民生实事清单")] LivelihoodList = 3,

    [Called("会议决定、批示")] Decision = 4,

    [Called("任务分解方案")] BreakdownPlan = 5,
}

/// <summary>A document of a plan; its text never changes. A correction is a new document that replaces the old one.</summary>
[Called("文件", Place = 360)]
public sealed class SourceDocument : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    [Called("计划")] public int PlanId { get; set; }

    /// <summary>From 0: its place among the documents of its plan, which the ledger follows.</summary>
    [Called("次序")] public int Order { get; set; }

    [Called("标题")] public required string Title { get; set; }

    [Called("类别")] public DocumentKind Kind { get; set; }

    /// <summary>Who gave it, as the document says; empty when it does not.</summary>
    [Called("讲话人")] public string Speaker { get; set; } = "";

    [Called("日期")] public DateOnly? Date { get; set; }

    /// <summary>The text as read, quotes count in it from 0 in UTF-16 code units.</summary>
    [Called("全文")] public required string Text { get; set; }

    /// <summary>The uploaded file; null when the text was pasted.</summary>
    [Called("原件")] public int? FileId { get; set; }

    [Called("所更正的文件")] public int? ReplacesId { get; set; }

    /// <summary>True once a correction took its place.</summary>
    [Called("已有更正稿")] public bool IsReplaced { get; set; }

    /// <summary>The day its import was taken back; null while it counts. What came of it is not listed any more, the text stays.</summary>
    [Called("撤回日期")] public DateOnly? WithdrawnOn { get; set; }

    [Called("撤回理由")] public string Withdrawal { get; set; } = "";

    /// <summary>Counts among the documents of its plan: neither replaced nor withdrawn.</summary>
    public bool Stands => !IsReplaced && WithdrawnOn is null;

    [Called("导入时间")] public DateTime ImportedAt { get; set; }

    [Called("导入人")] public int ImportedById { get; set; }

    public int Version { get; set; } = 1;

    SearchKind ISearched.FoundAs => SearchKind.Document;

    IEnumerable<string> ISearched.SearchTexts => Pieces();

    /// <summary>Pieces of the text that overlap by as much as can be looked for at once.</summary>
    private IEnumerable<string> Pieces()
    {
        const int Step = Bigrams.LongestText - Bigrams.LongestQuery;
        yield return Title;
        for (var from = 0; from < Text.Length; from += Step) yield return Text.Substring(from, Math.Min(Bigrams.LongestText, Text.Length - from));
    }
}

/// <summary>A heading of a document with what stands under it.</summary>
public sealed class Section
{
    public int Id { get; set; }

    public int DocumentId { get; set; }

    /// <summary>From 1 in the order of the text.</summary>
    public int Order { get; set; }

    /// <summary>1 for 一、, 2 for （一）, …</summary>
    public int Level { get; set; }

    public required string Heading { get; set; }

    /// <summary>三、… ＞（一）…</summary>
    public required string Path { get; set; }

    public int Start { get; set; }

    public int Length { get; set; }
}

/// <summary>A named set of strands: 六个转型.</summary>
[Called("专题", Place = 380)]
public sealed class Theme : IAudited
{
    public int Id { get; set; }

    [Called("计划")] public int PlanId { get; set; }

    [Called("次序")] public int Order { get; set; }

    [Called("名称")] public required string Name { get; set; }
}

/// <summary>An uploaded file, at most 20 MB; its bytes are in chunks of 256 kB.</summary>
[Called("附件", Place = 370)]
public sealed class StoredFile : IAudited
{
    public int Id { get; set; }

    [Called("名称")] public required string Name { get; set; }

    [Called("格式")] public required string ContentType { get; set; }

    /// <summary>Bytes.</summary>
    [Called("长度")] public long Length { get; set; }

    /// <summary>Lower-case hex.</summary>
    [Called("SHA-256")] public required string Sha256 { get; set; }

    /// <summary>What it belongs to, by the name of its type as audit entries have it: Commitment. Whoever may see that may read the file.</summary>
    [Called("所属")] public required string Subject { get; set; }

    [Called("所属内部号")] public int SubjectId { get; set; }

    /// <summary>What it belongs to, where that is saved together with the file and has no id before; it is not stored.</summary>
    public IAudited? Owner { get; set; }

    [Called("上传时间")] public DateTime AddedAt { get; set; }

    [Called("上传人")] public int AddedById { get; set; }
}

public sealed class FileChunk
{
    public int FileId { get; set; }

    /// <summary>From 0.</summary>
    public int Index { get; set; }

    public required byte[] Bytes { get; set; }
}
