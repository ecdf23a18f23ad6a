using Maoding.Domain;
using Maoding.Domain.Indicators;

namespace Maoding.Features.Measuring.Figures;

/// <summary>What is said beside a figure.</summary>
/// <param name="Why">Why a revision was made, or why a doubted figure is right.</param>
public sealed record FigureNotes(
    FigureStage Stage = FigureStage.Preliminary, DateOnly? PublishedOn = null, string Basis = "", string Source = "", string Why = "")
{
    public static FigureNotes Of(Observation figure) => new(figure.Stage, figure.PublishedOn, figure.Basis, figure.Source, figure.Why);

    /// <exception cref="RefusalException">FIG017: a text is too long, or the date is not past.</exception>
    public void Demand(DateOnly today)
    {
        if (Basis.Length > 300) throw new RefusalException("FIG017", "口径变化最多 300 字。");
        if (Source.Length > 200) throw new RefusalException("FIG017", "来源最多 200 字。");
        if (Why.Length > 500) throw new RefusalException("FIG017", "说明最多 500 字。");
        if (PublishedOn > today) throw new RefusalException("FIG017", "公布日期在今天以后。还没有公布的数据请等公布以后再填。");
    }
}

/// <summary>One figure to be written into a sheet.</summary>
/// <param name="Value">Null: no figure; takes a draft away.</param>
/// <param name="Notes">For a new figure.</param>
/// <param name="ChangesNotes">Put the notes to a figure that is there as well; else it keeps its own.</param>
public sealed record FigureEntry(int IndicatorId, int AreaId, FigureMeasure Measure, FigureValue? Value, FigureNotes Notes, bool ChangesNotes)
{
    public FigureKey Key(int month) => new(IndicatorId, AreaId, month, Measure);
}
