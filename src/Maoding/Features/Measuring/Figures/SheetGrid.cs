using Maoding.Domain.Indicators;

namespace Maoding.Features.Measuring.Figures;

/// <summary>One cell of the grid.</summary>
/// <param name="Stored">The newest revision; null without one.</param>
/// <param name="LastYear">The same period of last year, in force.</param>
/// <param name="Before">The period before, in force.</param>
public sealed record GridCell(FigureKey Key, Observation? Stored, FigureValue? LastYear, FigureValue? Before)
{
    public string Name => CellNames.Of(Key);

    /// <summary>What stands in the field: typed or stored.</summary>
    public string Text { get; set; } = Stored is null ? "" : new FigureValue(Stored.Value, Stored.Decimals).ToString();

    /// <summary>Why what was typed cannot be taken; null when it can.</summary>
    public string? Error { get; set; }

    public IReadOnlyList<FigureFinding> Findings { get; set; } = [];

    /// <summary>Approved before, and changed by a revision that is not approved yet.</summary>
    public bool IsRevision => Stored is { InForce: false, Revision: > 1 };
}

/// <summary>One indicator of one area.</summary>
/// <param name="Cells">By column; null where the measure makes no sense.</param>
public sealed record GridRow(Indicator Indicator, Area Area, IReadOnlyList<GridCell?> Cells)
{
    /// <summary>The notes of its first figure, or as typed.</summary>
    public FigureNotes Notes { get; set; } = Cells.FirstOrDefault(c => c?.Stored is not null) is { Stored: { } figure }
        ? FigureNotes.Of(figure) : new FigureNotes();

    /// <summary>There are figures, whose notes these are.</summary>
    public bool HasFigures => Cells.Any(c => c?.Stored is not null);

    /// <summary>Something here needs a reason: a doubt, or a change of what was approved.</summary>
    public bool AsksWhy => Cells.Any(c => c is { Findings.Count: > 0 } or { IsRevision: true } or { Stored.InForce: true });

    public string NoteName(string name) => CellNames.Note(name, Indicator.Id, Area.Id);
}

/// <summary>The rows of one indicator.</summary>
/// <param name="More">Kinds of areas that it has no rows of yet.</param>
public sealed record GridGroup(Indicator Indicator, FigureDue Due, DateOnly DueOn, IReadOnlyList<GridRow> Rows, IReadOnlyList<AreaKind> More);

/// <summary>A unit's month as a grid.</summary>
/// <param name="Sheet">Null before the first entry.</param>
/// <param name="Columns">Measures of any row.</param>
/// <param name="NotDue">Indicators that have no period in this month.</param>
public sealed record SheetGrid(
    DataSheet? Sheet, int UnitId, int Month, IReadOnlyList<FigureMeasure> Columns, IReadOnlyList<GridGroup> Groups, IReadOnlyList<Indicator> NotDue)
{
    public SheetState State => Sheet?.State ?? SheetState.Draft;

    public int Version => Sheet?.Version ?? 0;

    public IEnumerable<GridRow> Rows => Groups.SelectMany(g => g.Rows);

    public IEnumerable<GridCell> Cells => Rows.SelectMany(r => r.Cells).OfType<GridCell>();

    /// <summary>On its way again after it was approved once.</summary>
    public bool IsAmended => State is not (SheetState.Approved or SheetState.Locked) && Sheet?.ApprovedOn is not null;

    public int Missing => Groups.Count(g => g.Due == FigureDue.Missing);

    public int NotYet => Groups.Count(g => g.Due == FigureDue.NotYet);
}
