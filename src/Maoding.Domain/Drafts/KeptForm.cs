namespace Maoding.Domain.Drafts;

/// <summary>
/// What somebody typed into a form and has not sent yet. It is nobody's decision: outside the audit, seen by its owner alone, and forgotten
/// when the form is carried out or <see cref="Days"/> after it was last written.
/// </summary>
public sealed class KeptForm
{
    /// <summary>Days that it is kept.</summary>
    public const int Days = 14;

    /// <summary>Characters of <see cref="Content"/>.</summary>
    public const int Longest = 60_000;

    /// <summary>Forms of one account; the one written longest ago gives way.</summary>
    public const int Most = 50;

    public int Id { get; set; }

    public int AccountId { get; set; }

    /// <summary>Path and query of the page that shows the form.</summary>
    public required string Page { get; set; }

    /// <summary>The page's heading.</summary>
    public string Title { get; set; } = "";

    /// <summary>Which form of the page: its address, and which of several that share one.</summary>
    public required string Place { get; set; }

    /// <summary>Fields that differ from what the page gave, as the script wrote them.</summary>
    public string Content { get; set; } = "";

    /// <summary>When it was last written, UTC.</summary>
    public DateTime At { get; set; }
}
