using Maoding.Domain.Search;

namespace Maoding.Domain.Documents;

/// <summary>What sort of document promised the work.</summary>
public enum DocumentKind
{
    /// <summary>全会讲话.</summary>
    Speech = 1,

    /// <summary>政府工作报告.</summary>
    WorkReport = 2,

    /// <summary>民生实事清单.</summary>
    LivelihoodList = 3,

    /// <summary>会议决定、批示.</summary>
    Decision = 4,

    /// <summary>任务分解方案.</summary>
    BreakdownPlan = 5,
}

/// <summary>A document of a plan; its text never changes. A correction is a new document that replaces the old one.</summary>
public sealed class SourceDocument : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    public required string Title { get; set; }

    public DocumentKind Kind { get; set; }

    /// <summary>Who gave it, as the document says; empty when it does not.</summary>
    public string Speaker { get; set; } = "";

    public DateOnly? Date { get; set; }

    /// <summary>The text as read, quotes count in it from 0 in UTF-16 code units.</summary>
    public required string Text { get; set; }

    /// <summary>The uploaded file; null when the text was pasted.</summary>
    public int? FileId { get; set; }

    public int? ReplacesId { get; set; }

    /// <summary>True once a correction took its place.</summary>
    public bool IsReplaced { get; set; }

    public DateTime ImportedAt { get; set; }

    public int ImportedById { get; set; }

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
public sealed class Theme : IAudited
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    public int Order { get; set; }

    public required string Name { get; set; }
}

/// <summary>An uploaded file, at most 20 MB; its bytes are in chunks of 256 kB.</summary>
public sealed class StoredFile : IAudited
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string ContentType { get; set; }

    /// <summary>Bytes.</summary>
    public long Length { get; set; }

    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The row it is attached to; null for a source document's own file.</summary>
    public int? CommitmentId { get; set; }

    /// <summary>The project it is a photo of; null for other files.</summary>
    public int? ProjectId { get; set; }

    /// <summary>The joint review whose package it is in; null for other files.</summary>
    public int? ReviewId { get; set; }

    public DateTime AddedAt { get; set; }

    public int AddedById { get; set; }
}

public sealed class FileChunk
{
    public int FileId { get; set; }

    /// <summary>From 0.</summary>
    public int Index { get; set; }

    public required byte[] Bytes { get; set; }
}
