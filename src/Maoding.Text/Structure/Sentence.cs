namespace Maoding.Text.Structure;

/// <summary>What a sentence is in the layout of the document.</summary>
public enum SentenceKind
{
    /// <summary>Title, date line, salutation, signature, note.</summary>
    Frame,

    /// <summary>A heading, on its own line or run in.</summary>
    Heading,

    /// <summary>The short sentence that names a paragraph's topic (要推动消费升级。) or a ——lead phrase.</summary>
    Lead,

    /// <summary>Everything else.</summary>
    Body,
}

/// <summary>One sentence: it ends at 。！？ (closing quotes and brackets stay with it) or at a line end.</summary>
public sealed class Sentence
{
    public required int Index { get; init; }

    /// <summary>Where it stands in the source.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Where it stands in <see cref="NormalText.Text"/>.</summary>
    public required TextSpan Normal { get; init; }

    /// <summary>Number of its paragraph (line of the normal text), from 0.</summary>
    public required int Paragraph { get; init; }

    /// <summary>Its place in the paragraph, from 0.</summary>
    public required int Ordinal { get; init; }

    public Section Section { get; internal set; } = null!;

    public SentenceKind Kind { get; internal set; }

    /// <summary>
    /// The role of the section, or of the paragraph where that tells more (a thanks paragraph at the end of a
    /// review, a closing call without heading).
    /// </summary>
    public SectionRole Role { get; internal set; }

    /// <summary>The nearest lead sentence or ——phrase above it in its section; empty when there is none.</summary>
    public string Topic { get; internal set; } = "";
}
