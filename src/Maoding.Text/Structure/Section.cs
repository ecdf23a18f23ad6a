namespace Maoding.Text.Structure;

/// <summary>What a section of a speech is for.</summary>
public enum SectionRole
{
    /// <summary>Title, salutation and what stands before the first section.</summary>
    Opening,

    /// <summary>回顾: what was done in the past.</summary>
    Review,

    /// <summary>形势: analysis, meaning, confidence.</summary>
    Situation,

    /// <summary>目标: overall requirements and expected targets.</summary>
    Targets,

    /// <summary>部署: the year's work.</summary>
    Deployment,

    /// <summary>保障: Party leadership, style of work, organisation.</summary>
    Safeguards,

    /// <summary>结尾: call and closing, notes and appendices.</summary>
    Closing,
}

/// <summary>One heading and what stands under it up to the next heading of its level or above.</summary>
public sealed class Section
{
    /// <summary>Its place among all sections, in reading order, from 0; 0 is the whole document.</summary>
    public required int Index { get; init; }

    /// <summary>0 for the document, 1 for 一、, 2 for （一）, 3 for 1. and below.</summary>
    public required int Level { get; init; }

    /// <summary>The number as written (一、 or （一）); empty for headings without one.</summary>
    public required string Number { get; init; }

    /// <summary>The heading's words without number and final stop.</summary>
    public required string Title { get; init; }

    /// <summary>The heading in the source.</summary>
    public required TextSpan Heading { get; init; }

    public required Section? Parent { get; init; }

    public SectionRole Role { get; internal set; }

    /// <summary>The words that gave the role.</summary>
    public Evidence RoleEvidence { get; internal set; }

    /// <summary>Headings from the outermost to this one: 三、突出重点 ＞ （一）聚焦产业升级稳增长.</summary>
    public string Path => Parent is null or { Level: 0 } ? Number + Title : $"{Parent.Path} ＞ {Number}{Title}";
}
