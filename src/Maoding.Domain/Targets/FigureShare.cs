using Maoding.Domain.Progress;

namespace Maoding.Domain.Targets;

/// <summary>A row's progress as the figures of its target tell it.</summary>
public static class FigureShare
{
    /// <summary>Null while no figure of the year is there: then the unit is asked as for any row.</summary>
    public static ShareSource? Of(TargetFacts facts, Evaluation evaluation) => evaluation.Figure is { } figure
        ? new ShareSource(ShareBasis.Figures, ShareOf(facts, evaluation.Goal, figure), evaluation.Words, facts.Target.Id)
        : null;

    /// <summary>Reached ÷ promised of a sum to be built up over the year.</summary>
    private static int? ShareOf(TargetFacts facts, Goal? goal, DatedFigure figure)
    {
        return facts.IsBuiltUp && goal is { Low: not null, High: null, Line: > 0 } ? PerMille.Of(figure.Value, goal.Line) : null;
    }
}
