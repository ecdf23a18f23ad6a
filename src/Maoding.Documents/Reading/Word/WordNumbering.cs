using System.Text;

namespace Maoding.Documents.Reading.Word;

/// <summary>One level of a list.</summary>
/// <param name="Text">The label with %1 to %9 for the numbers of the levels; null keeps the level silent.</param>
/// <param name="Restart">The level (from 1) whose use restarts this one; 0 never; null any higher level.</param>
internal sealed record ListLevel(int Start, string Format, string? Text, string? Suffix, int? Restart, bool Legal, string? Style);

/// <summary>The numbers Word shows before paragraphs and keeps outside their text.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, ListLevel?[]> _lists = [];
    private readonly Dictionary<int, string> _listStyles = [];
    private readonly Dictionary<string, int> _styleLists = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ListUse> _uses = [];
    private readonly Dictionary<int, ListCounter> _counters = [];
    private readonly WordStyles _styles;

    private WordNumbering(WordStyles styles) => _styles = styles;

    public static WordNumbering Read(BoundedPackage package, string? part, WordStyles styles)
    {
        var numbering = new WordNumbering(styles);
        if (part is null || !package.Has(part)) return numbering;
        using var reader = package.OpenPart(part);
        while (reader.Read())
        {
            if (!reader.IsElement) continue;
            if (reader.Name == "abstractNum") numbering.ReadList(reader);
            else if (reader.Name == "num") numbering.ReadUse(reader);
        }

        return numbering;
    }

    /// <summary>Counts the paragraph and gives its label with what separates it from the text; empty when it has none.</summary>
    /// <param name="numberId">The list named on the paragraph itself; 0 takes it out of its style's list.</param>
    public string Label(string? style, int? numberId, int? level)
    {
        style ??= _styles.DefaultParagraph;
        if (numberId is null)
        {
            if (_styles.Numbering(style) is not { } inherited) return "";
            numberId = inherited.NumberId;
            level ??= LevelOfStyle(numberId.Value, style) ?? inherited.Level;
        }

        if (numberId == 0 || !_uses.TryGetValue(numberId.Value, out var use)) return "";
        var list = ListOf(use);
        var at = Math.Clamp(level ?? 0, 0, Levels - 1);
        if (LevelAt(use, list, at) is not { } shown) return "";
        if (!_counters.TryGetValue(list, out var counter)) _counters[list] = counter = new ListCounter();
        counter.Advance(use, at, i => LevelAt(use, list, i));
        return Written(use, list, shown, counter);
    }

    private string Written(ListUse use, int list, ListLevel shown, ListCounter counter)
    {
        if (shown.Format == "bullet" || string.IsNullOrEmpty(shown.Text)) return "";
        var label = new StringBuilder();
        for (var i = 0; i < shown.Text.Length; i++)
        {
            if (shown.Text[i] != '%' || i + 1 >= shown.Text.Length || shown.Text[i + 1] is < '1' or > '9')
            {
                label.Append(shown.Text[i]);
                continue;
            }

            var level = shown.Text[++i] - '1';
            if (LevelAt(use, list, level) is not { } counted) continue;
            label.Append(NumberWords.Write(counter.Value(level, counted.Start), shown.Legal && counted.Format != "none" ? "decimal" : counted.Format));
        }

        if (label.Length == 0) return "";
        // A tab after 、 or ） is only an indent; after 1 or 1. the gap keeps the label apart from a figure.
        if (shown.Suffix == "space" || (shown.Suffix != "nothing" && char.IsAscii(label[^1]))) label.Append(' ');
        return label.ToString();
    }

    private ListLevel? LevelAt(ListUse use, int list, int level) =>
        use.Levels[level] ?? (_lists.TryGetValue(list, out var levels) ? levels[level] : null);

    // A list may only name a list style; the list that defines that style has the levels.
    private int ListOf(ListUse use) =>
        _listStyles.TryGetValue(use.List, out var style)
            ? _styleLists.TryGetValue(style, out var direct) ? direct
                : _styles.Numbering(style) is { } linked && _uses.TryGetValue(linked.NumberId, out var other) ? other.List : use.List
            : use.List;

    private int? LevelOfStyle(int numberId, string? style)
    {
        if (!_uses.TryGetValue(numberId, out var use) || !_lists.TryGetValue(ListOf(use), out var levels)) return null;
        foreach (var name in _styles.Chain(style))
        {
            var found = Array.FindIndex(levels, level => level?.Style == name);
            if (found >= 0) return found;
        }

        return null;
    }

    private void ReadList(PartReader reader)
    {
        var id = reader.Number("abstractNumId") ?? -1;
        var levels = new ListLevel?[Levels];
        for (var depth = reader.Depth; reader.NextInside(depth);)
        {
            switch (reader.Name)
            {
                case "lvl": ReadLevel(reader, levels); break;
                case "numStyleLink": _listStyles[id] = reader.Attribute("val") ?? ""; break;
                case "styleLink": _styleLists[reader.Attribute("val") ?? ""] = id; break;
            }
        }

        _lists[id] = levels;
    }

    private void ReadUse(PartReader reader)
    {
        var id = reader.Number("numId") ?? -1;
        var use = new ListUse();
        var at = 0;
        for (var depth = reader.Depth; reader.NextInside(depth);)
        {
            switch (reader.Name)
            {
                case "abstractNumId": use.List = reader.Number("val") ?? -1; break;
                case "lvlOverride": at = Math.Clamp(reader.Number("ilvl") ?? 0, 0, Levels - 1); break;
                case "startOverride": use.Starts[at] = reader.Number("val") ?? 1; break;
                case "lvl": ReadLevel(reader, use.Levels); break;
            }
        }

        _uses[id] = use;
    }

    private static void ReadLevel(PartReader reader, ListLevel?[] levels)
    {
        var at = Math.Clamp(reader.Number("ilvl") ?? 0, 0, Levels - 1);
        var start = 0;
        int? restart = null;
        var legal = false;
        string format = "decimal";
        string? text = null, suffix = null, style = null;
        for (var depth = reader.Depth; reader.NextInside(depth);)
        {
            switch (reader.Name)
            {
                case "start": start = reader.Number("val") ?? 0; break;
                // Newer files give a custom format with a plain one as fallback; the last one that is known counts.
                case "numFmt" when reader.Attribute("val") is { } value && value != "custom": format = value; break;
                case "lvlText": text = reader.Attribute("val"); break;
                case "suff": suffix = reader.Attribute("val"); break;
                case "lvlRestart": restart = reader.Number("val"); break;
                case "isLgl": legal = reader.IsOn; break;
                case "pStyle": style = reader.Attribute("val"); break;
                case "rPr": reader.Skip(); break;
            }
        }

        levels[at] = new ListLevel(start, format, text, suffix, restart, legal, style);
    }
}

/// <summary>A num: a use of a list with its own levels and starts.</summary>
internal sealed class ListUse
{
    public int List { get; set; } = -1;

    public ListLevel?[] Levels { get; } = new ListLevel?[9];

    public int?[] Starts { get; } = new int?[9];

    /// <summary>True once the start override of a level was spent: it restarts the list once.</summary>
    public bool[] Started { get; } = new bool[9];
}

/// <summary>How far a list has counted. All uses of one list count together.</summary>
internal sealed class ListCounter
{
    private readonly int?[] _values = new int?[9];

    public void Advance(ListUse use, int level, Func<int, ListLevel?> levelAt)
    {
        if (use.Starts[level] is { } start && !use.Started[level])
        {
            use.Started[level] = true;
            _values[level] = start;
        }
        else
        {
            _values[level] = _values[level] is { } value ? value + 1 : use.Starts[level] ?? levelAt(level)?.Start ?? 1;
        }

        for (var lower = level + 1; lower < _values.Length; lower++)
        {
            var restart = levelAt(lower)?.Restart;
            if (restart == 0 || (restart is { } only && level + 1 > only)) continue;
            _values[lower] = null;
            use.Started[lower] = false;
        }
    }

    /// <summary>A level that was not used yet shows its first number.</summary>
    public int Value(int level, int start) => _values[level] ?? start;
}
