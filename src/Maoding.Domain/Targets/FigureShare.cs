using Maoding.Domain.Progress;

namespace Maoding.Domain.Targets;

/// <summary>A row's progress as the figures of its target tell it.</summary>
public static class FigureShare
{
    /// <summary>Its share is unknown while no figure of the year is there: nobody is asked for it instead.</summary>
    public static ShareSource Of(TargetFacts facts, Evaluation evaluation) => new(
        ShareBasis.Figures, evaluation.Figure is { } figure ? ShareOf(facts, evaluation.Goal, figure) : null, evaluation.Words, facts.Target.Id);

    /// <summary>Reached ÷ promised of a sum to be built up over the year.</summary>
    private static int? ShareOf(TargetFacts facts, Goal? goal, DatedFigure figure)
    {
        return facts.IsBuiltUp && goal is { Low: not null, High: null, Line: > 0 } ? PerMille.Of(figure.Value, goal.Line) : null;
    }
}
