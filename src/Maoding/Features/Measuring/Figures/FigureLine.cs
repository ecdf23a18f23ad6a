using Maoding.Domain.Indicators;

namespace Maoding.Features.Measuring.Figures;

/// <summary>What becomes of a figure of a workbook.</summary>
public enum FigureFate
{
    /// <summary>新增.</summary>
    New = 1,

    /// <summary>改动.</summary>
    Changed,

    /// <summary>没有变化.</summary>
    Same,

    /// <summary>别人的草稿: somebody else entered another figure and did not hand it in yet.</summary>
    OthersDraft,
}

/// <summary>One figure of a workbook beside the one that is there.</summary>
/// <param name="Old">Null: there is none.</param>
/// <param name="EnteredById">Of the one that is there.</param>
public sealed record FigureLine(Indicator Indicator, Area Area, FigureKey Key, string Cell, FigureValue? Old, FigureValue New, FigureFate Fate, int EnteredById)
{
    public bool IsWritten(bool overDrafts) => Fate != FigureFate.Same && (overDrafts || Fate != FigureFate.OthersDraft);

    internal static FigureLine Of(SortedFigure figure, FigureEntry entry, Observation? there, int accountId) => new(
        figure.Indicator, figure.Area, figure.Key, figure.Book.Value.Cell, there is null ? null : MonthFigures.ValueOf(there), entry.Value!.Value,
        FateOf(there, entry, accountId), there?.EnteredById ?? 0);

    private static FigureFate FateOf(Observation? there, FigureEntry entry, int accountId)
    {
        if (there is null) return FigureFate.New;
        var notes = entry.ChangesNotes ? entry.Notes : FigureNotes.Of(there);
        if (MonthFigures.ValueOf(there) == entry.Value && FigureNotes.Of(there) == notes) return FigureFate.Same;
        return there.InForce || there.EnteredById == accountId ? FigureFate.Changed : FigureFate.OthersDraft;
    }
}
