using Maoding.Domain.Audit;

namespace Maoding.Domain.Indicators;

/// <summary>What the choices of indicators and figures are called in the office.</summary>
public static class FigureWords
{
    public static string Of(Dimension dimension) => ChoiceWords.Of(dimension);

    public static string Of(Direction direction) => ChoiceWords.Of(direction);

    public static string Of(Frequency frequency) => ChoiceWords.Of(frequency);

    public static string Of(January january) => ChoiceWords.Of(january);

    public static string Of(FigureKind kind) => ChoiceWords.Of(kind);

    public static string Of(Accumulation accumulation) => ChoiceWords.Of(accumulation);

    public static string Of(AreaKind kind) => ChoiceWords.Of(kind);

    public static string Of(FigureMeasure measure) => ChoiceWords.Of(measure);

    public static string Of(FigureStage stage) => ChoiceWords.Of(stage);

    public static string Of(SheetState state) => ChoiceWords.Of(state);
}
