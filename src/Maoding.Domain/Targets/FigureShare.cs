using Maoding.Domain.Progress;

namespace Maoding.Domain.Targets;

/// <summary>A row's progress as the figures of its target tell it.</summary>
public static class FigureShare
{
    /// <summary>Null while no figure of the year is there: then the unit is asked as for any row.</summary>
    public static ShareSource? Of(TargetFacts facts, Evaluation evaluation) => evaluation.Figure is { } figure
        ? new ShareSource(ShareBasis.Figures, ShareOf(facts, evaluation.Goal, figure), evaluation.Words, facts.Target.Id)
        : null;

    /// <summary>Reached ÷ promised of a sum to be built up over the year, rounded down so that only what is whole is 1000.</summary>
    private static int? ShareOf(TargetFacts facts, Goal? goal, DatedFigure figure)
    {
        if (!facts.IsBuiltUp || goal is not { Low: not null, High: null, Line: > 0 }) return null;
        if (figure.Value >= goal.Line) return ReportShare.Whole;
        return (int)Math.Floor(Math.Max(0, figure.Value) * ReportShare.Whole / goal.Line);
    }
}
