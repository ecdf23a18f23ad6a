namespace Maoding.Documents.Reading.Word;

/// <summary>What the reader needs of a style: its numbering and whether its text is part of the document.</summary>
internal sealed record WordStyle(string? BasedOn, int? NumberId, int? Level, WordMarks Marks);

/// <summary>What takes words out of the document: hidden, struck through once or twice. Null: not said.</summary>
internal readonly record struct WordMarks(bool? Hidden, bool? Struck, bool? StruckTwice)
{
    public bool Gone => Hidden == true || Struck == true || StruckTwice == true;

    /// <summary>With what the present element says; null for an element that says nothing of it.</summary>
    public WordMarks? With(PartReader part) => part.Name switch
    {
        "vanish" => this with { Hidden = part.IsOn },
        "strike" => this with { Struck = part.IsOn },
        "dstrike" => this with { StruckTwice = part.IsOn },
        _ => null,
    };

    /// <summary>What is not said here is as there.</summary>
    public WordMarks Or(WordMarks other) => new(Hidden ?? other.Hidden, Struck ?? other.Struck, StruckTwice ?? other.StruckTwice);
}

/// <summary>The styles of a document, with what they inherit.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 32;
    private readonly Dictionary<string, WordStyle> _styles = new(StringComparer.Ordinal);

    /// <summary>The style of a paragraph that names none.</summary>
    public string? DefaultParagraph { get; private set; }

    public static WordStyles Read(BoundedPackage package, string? part)
    {
        var styles = new WordStyles();
        if (part is null || !package.Has(part)) return styles;
        using var reader = package.OpenPart(part);
        while (reader.Read())
        {
            if (reader.IsElement && reader.Name == "style") styles.ReadStyle(reader);
        }

        return styles;
    }

    /// <summary>The list a style puts its paragraphs in, its own or inherited; null when none does.</summary>
    public (int NumberId, int? Level)? Numbering(string? style)
    {
        int? level = null;
        for (var steps = 0; style is not null && steps < LongestChain && _styles.TryGetValue(style, out var found); steps++, style = found.BasedOn)
        {
            level ??= found.Level;
            if (found.NumberId is { } id) return (id, level);
        }

        return null;
    }

    /// <summary>What a style says of its words, its own or inherited.</summary>
    public WordMarks Marks(string? style)
    {
        var marks = default(WordMarks);
        for (var steps = 0; style is not null && steps < LongestChain && _styles.TryGetValue(style, out var found); steps++, style = found.BasedOn)
            marks = marks.Or(found.Marks);
        return marks;
    }

    /// <summary>The style and those it is based on, nearest first.</summary>
    public IEnumerable<string> Chain(string? style)
    {
        for (var steps = 0; style is not null && steps < LongestChain; steps++)
        {
            yield return style;
            style = _styles.TryGetValue(style, out var found) ? found.BasedOn : null;
        }
    }

    private void ReadStyle(PartReader reader)
    {
        var id = reader.Attribute("styleId") ?? "";
        if (reader.Attribute("type") == "paragraph" && reader.Attribute("default") is "1" or "true" or "on") DefaultParagraph = id;
        string? basedOn = null;
        int? number = null, level = null;
        var marks = default(WordMarks);
        for (var depth = reader.Depth; reader.NextInside(depth);)
        {
            switch (reader.Name)
            {
                case "basedOn": basedOn = reader.Attribute("val"); break;
                case "numId": number = reader.Number("val"); break;
                case "ilvl": level = reader.Number("val"); break;
                case "tblStylePr" or "pPrChange" or "rPrChange": reader.Skip(); break;
                default: marks = marks.With(reader) ?? marks; break;
            }
        }

        _styles[id] = new WordStyle(basedOn, number, level, marks);
    }
}
