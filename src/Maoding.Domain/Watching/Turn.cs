using Maoding.Domain.Indicators;

namespace Maoding.Domain.Watching;

/// <summary>Whether a change is welcome.</summary>
public enum Tone
{
    /// <summary>积极变化.</summary>
    Good = 1,

    /// <summary>需要关注.</summary>
    Bad = 2,

    /// <summary>The indicator says of itself that neither way is better.</summary>
    Plain = 3,
}

/// <summary>The rules by which a change is worth a sentence, in order of weight.</summary>
public enum TurnRule
{
    /// <summary>由正转负, 由负转正.</summary>
    Sign = 1,

    /// <summary>Over or under the line of a leading indicator.</summary>
    Threshold = 2,

    /// <summary>From above the city to below it, or back.</summary>
    City = 3,

    /// <summary>The rank in the city changed.</summary>
    Rank = 4,

    /// <summary>Three periods or more in the same direction.</summary>
    Run = 5,

    /// <summary>Better or worse than the same period of last year, otherwise than before.</summary>
    LastYear = 6,

    /// <summary>A larger step than usual from the period before.</summary>
    Step = 7,
}

/// <summary>What turned, in a sentence, with every figure that the sentence was made from.</summary>
/// <param name="Figures">In the order in which the sentence uses them.</param>
public sealed record Turn(int IndicatorId, TurnRule Rule, Tone Tone, string Words, IReadOnlyList<TurnFigure> Figures);

/// <summary>A figure behind a sentence.</summary>
/// <param name="Whose">本区 or 全市.</param>
public sealed record TurnFigure(string Whose, FigureMeasure Measure, FigurePoint Point);
