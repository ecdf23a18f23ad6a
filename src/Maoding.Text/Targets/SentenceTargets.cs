using Maoding.Text.Structure;

namespace Maoding.Text.Targets;

/// <summary>Reads one sentence after another; its working lists are used again.</summary>
internal sealed class SentenceTargets
{
    private readonly MarkedSentence _sentence = new();
    private readonly List<Measure> _measures = [];
    private readonly List<Clause> _clauses = [];
    private readonly FigureTargets _figures;
    private readonly CueTargets _cues;
    private string? _dimension;

    public SentenceTargets()
    {
        _figures = new FigureTargets(_sentence, _measures, _clauses);
        _cues = new CueTargets(_sentence, _clauses);
    }

    public List<Finding> Found { get; } = [];

    public void Read(ReadOnlySpan<char> words, SectionRole role, ref bool listing)
    {
        Found.Clear();
        if (!_sentence.Read(words)) return;
        var context = TargetContext.Of(_sentence, role, false);
        _dimension = context.Dimension;
        MeasureReader.Read(_sentence, _measures);
        ClauseReader.Read(_sentence, _measures, _clauses);
        if (listing && role == SectionRole.Targets && _measures.Exists(measure => measure.Main)) context = TargetContext.Of(_sentence, role, true);
        listing |= role == SectionRole.Targets && TargetContext.OpensList(_sentence);
        for (var i = 0; i < _clauses.Count; i++)
        {
            Found.AddRange(_figures.Read(i, context, out var handled));
            if (!handled) Found.AddRange(_cues.Read(i, context));
        }
    }

    public string? Dimension(Finding found) => _dimension ?? _sentence.Dimension(found.Start, found.End);

    /// <summary>力争 and 确保 stand before the target in its clause, or inside it.</summary>
    public TargetStrength Strength(Finding found)
    {
        var from = Math.Max(0, found.Start - 6);
        var stop = _sentence.Text.AsSpan(from, found.Start - from).LastIndexOfAny("，；、：");
        var marks = _sentence.In(from + stop + 1, found.End);
        return (marks & Mark.Strive) != 0 ? TargetStrength.Strive : (marks & Mark.Ensure) != 0 ? TargetStrength.Ensure : TargetStrength.Plain;
    }
}
