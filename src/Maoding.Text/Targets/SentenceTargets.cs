using Maoding.Text.Structure;

namespace Maoding.Text.Targets;

/// <summary>Reads one sentence after another; its working lists are used again.</summary>
internal sealed class SentenceTargets
{
    private readonly MarkedSentence _sentence = new();
    private readonly Rows<FigurePhrase> _figures = [];
    private readonly Rows<Clause> _clauses = [];
    private readonly FigureTargets _withFigures;
    private readonly CueTargets _cues;
    private string? _dimension;

    public SentenceTargets()
    {
        _withFigures = new FigureTargets(_sentence, _figures, _clauses);
        _cues = new CueTargets(_sentence, _clauses);
    }

    public List<Finding> Found { get; } = [];

    public void Read(ReadOnlySpan<char> words, SectionRole role, int? planYear, ref bool listing)
    {
        Found.Clear();
        if (!_sentence.Read(words)) return;
        var context = TargetContext.Of(_sentence, role, false);
        if (role == SectionRole.Targets && (_sentence.All & Mark.NoList) != 0 && !context.Listed) return;
        _dimension = context.Dimension;
        FigureReader.Read(_sentence, _figures);
        if (_figures.Count == 0 && (_sentence.All & Mark.Cue) == 0 && !CueTargets.HasGrade(_sentence.Text))
        {
            listing |= role == SectionRole.Targets && TargetContext.OpensList(_sentence);
            return;
        }

        ClauseReader.Read(_sentence, _figures, _clauses);
        if (listing && role == SectionRole.Targets && HasMain()) context = TargetContext.Of(_sentence, role, true);
        context = context with { PlanYear = planYear };
        listing |= role == SectionRole.Targets && TargetContext.OpensList(_sentence);
        for (var i = 0; i < _clauses.Count; i++)
        {
            var before = Found.Count;
            Found.AddRange(_withFigures.Read(i, context, out var handled));
            if (!handled || Found.Count == before) Found.AddRange(_cues.Read(i, context, Found.Count > 0 ? Found[^1] : null, handled));
        }

        if (Found.Count > 0 && BeforeBut() is var but and > 0)
            Found.RemoveAll(found => found.End <= but && !_sentence.Has(0, found.Start, Mark.Plan | Mark.Strive | Mark.Ensure));
    }

    /// <summary>科技资源密度居全市第一，但…: what a sentence concedes is how things stand.</summary>
    private int BeforeBut()
    {
        foreach (var clause in _clauses)
            if (_sentence.Text[clause.Start] is '但' or '却'
                || _sentence.Text.AsSpan(clause.Start).StartsWith("然而", StringComparison.Ordinal)) return clause.Start;
        return -1;
    }

    private bool HasMain()
    {
        foreach (var figure in _figures)
            if (figure.Main) return true;
        return false;
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
