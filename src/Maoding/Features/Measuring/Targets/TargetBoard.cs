using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Targets;

namespace Maoding.Features.Measuring.Targets;

/// <summary>The ledger's row that promises a target.</summary>
public sealed record TargetRow(int Id, string Number, string Title, CommitmentState State, int Order, int? LeadUnitId, int? LeaderPostId, TargetFigure? Figure)
{
    /// <summary>The words of the row decide nothing by themselves: a person has to say what they mean.</summary>
    public bool IsVague => Figure is { } figure && TargetNames.IsVague(figure.Kind, figure.Value);
}

/// <summary>A target with everything that is computed of it.</summary>
/// <param name="City">The city's figure of the same measure and month; null without.</param>
/// <param name="Rank">The district's rank in the city of that month; null without.</param>
public sealed record TargetLine(
    Target Target, TargetRow Row, TargetFacts Facts, TargetFigures Figures, Evaluation Evaluation,
    TargetLight Light, Outlook? Outlook, DatedFigure? City, DatedFigure? Rank)
{
    public Indicator Indicator => Facts.Indicator;

    public string Phrase => TargetPhrase.Of(Facts);

    /// <summary>前三季度 6.2%; empty without a figure.</summary>
    public string FigureWords => Evaluation.Figure is { } figure ? Facts.Unit.Words(figure.Value, figure.Decimals) : "";

    public string PeriodOfFigure => Evaluation.Figure is { } figure ? FigurePeriods.Span(Indicator, Facts.Measure, figure.Month) : "";

    public int Places => Math.Max(Target.Decimals, Evaluation.Figure?.Decimals ?? 0);

    public string PlannedWords => Evaluation.Planned is { } planned ? Facts.Unit.Words(planned, Places) : "";

    /// <summary>+0.3个百分点 to the planned value itself, whether or not 左右 lets it pass; empty where nothing is compared.</summary>
    public string GapWords => Off is not { } off ? "" : off == 0 ? "持平" : (off > 0 ? "+" : "−") + Facts.Unit.DifferenceWords(off, Places);

    /// <summary>From the planned value, the better way up; between two bounds: to the nearer one.</summary>
    private decimal? Off => Evaluation is not { Figure: { } figure, Planned: { } planned, Goal: { } goal } ? null : (goal.Low, goal.High) switch
    {
        ({ }, { }) => Evaluation.Gap,
        ({ }, _) => figure.Value - planned,
        _ => planned - figure.Value,
    };

    public string CityWords => City is { } city ? Facts.Unit.Words(city.Value, city.Decimals) : "";

    public string RankWords => Rank is { } rank ? $"第{FigureText.Of(rank.Value, 0)}位" : "";

    public string ForecastWords => Outlook is { } outlook ? Facts.Unit.Words(Math.Round(outlook.Forecast, Places, MidpointRounding.AwayFromZero), Places) : "";

    public string LikelihoodWords => Outlook is { } outlook ? $"可能{Math.Round(outlook.Likelihood / 10m, MidpointRounding.AwayFromZero):0}%" : "";
}

/// <summary>A row that promises a figure and is tied to no indicator.</summary>
/// <param name="Proposed">The indicator that its words name; null where none fits.</param>
/// <param name="IsSure">The name is the same, and everything that the kind needs is in the row.</param>
public sealed record UntiedRow(TargetRow Row, Indicator? Proposed, bool IsSure);

/// <summary>The targets of a plan.</summary>
/// <param name="Untied">For those who may set targets; empty for others.</param>
public sealed record TargetBoard(Plan Plan, IReadOnlyList<TargetLine> Lines, IReadOnlyList<UntiedRow> Untied)
{
    public IReadOnlyDictionary<Light, int> Counts { get; } = Lines.GroupBy(l => l.Light.Light).ToDictionary(g => g.Key, g => g.Count());
}
