using Maoding.Domain.Indicators;

namespace Maoding.Features.Measuring.Figures;

/// <summary>The class that gives a sheet's state its shape and colour; the word stands in it.</summary>
public static class SheetMark
{
    public static string Class(SheetState? state) => state switch
    {
        SheetState.Submitted => "mark mark-yellow",
        SheetState.Approved => "mark mark-green",
        SheetState.Locked => "mark mark-blue",
        SheetState.Returned => "mark mark-red",
        _ => "mark mark-plain",
    };

    public static string Words(SheetState? state) => state is { } known ? FigureWords.Of(known) : "未开始";
}
