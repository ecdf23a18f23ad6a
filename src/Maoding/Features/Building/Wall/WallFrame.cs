namespace Maoding.Features.Building.Wall;

/// <summary>Where the parts of a wall's line stand. Units are millimetres on paper and pixels on a screen.</summary>
/// <param name="Width">Of a column of lines.</param>
/// <param name="Line">Height of one line.</param>
public sealed record WallFrame(decimal Width, decimal Line)
{
    private const decimal LightPart = 0.045m;
    private const decimal NamePart = 0.24m;
    private const decimal UnitPart = 0.075m;
    private const decimal LeaderPart = 0.055m;
    private const decimal MoneyPart = 0.135m;

    public decimal Font => Line * 0.6m;

    public decimal Name => Width * LightPart;

    public decimal Unit => Name + (Width * NamePart);

    public decimal Leader => Unit + (Width * UnitPart);

    /// <summary>The left edge of January.</summary>
    public decimal Months => Leader + (Width * LeaderPart);

    /// <summary>The right edge of December.</summary>
    public decimal Money => Width - (Width * MoneyPart);

    public decimal Month => (Money - Months) / 12;

    /// <summary>How many Chinese characters stand between two edges.</summary>
    public int Room(decimal from, decimal to) => Math.Max(1, (int)((to - from - (Font * 0.4m)) / Font));

    /// <summary>The place of a day in the year; days outside it at its edges.</summary>
    public decimal At(DateOnly day, int year)
    {
        if (day.Year < year) return Months;
        if (day.Year > year) return Money;
        return Months + (Month * (day.Month - 1)) + (Month * (day.Day - 1) / DateTime.DaysInMonth(year, day.Month));
    }
}

/// <summary>A sheet of paper, landscape, in millimetres.</summary>
/// <param name="Name">Part of the address: a3.</param>
/// <param name="LeastLine">A line lower than this cannot be read at the distance the sheet is read from.</param>
public sealed record WallPaper(string Name, string Title, decimal Width, decimal Height, decimal LeastLine, decimal MostLine)
{
    public const decimal Margin = 10;

    /// <summary>Between columns of lines.</summary>
    public const decimal Gap = 5;

    /// <summary>A line is at least so many times as wide as high, or names and months would not fit.</summary>
    private const decimal Slender = 46;

    private const int MostColumns = 4;

    public static WallPaper A3 { get; } = new("a3", "A3", 420, 297, 2.8m, 7);

    public static WallPaper A0 { get; } = new("a0", "A0", 1189, 841, 4, 15);

    public static IReadOnlyList<WallPaper> All { get; } = [A3, A0];

    /// <summary>Height of the title and of the key below it.</summary>
    public decimal Head => Height / 14;

    /// <summary>Height for lines.</summary>
    public decimal Room => Height - (2 * Margin) - Head;

    /// <summary>
    /// The columns and the height of lines with which so many lines fill one sheet best; lines below <see cref="LeastLine"/> go on further sheets.
    /// </summary>
    /// <param name="lines">Headings of groups included; the heads of columns not.</param>
    public (int Columns, decimal Line) Fit(int lines)
    {
        var best = Enumerable.Range(1, MostColumns).Select(columns => (Columns: columns, Line: LineOf(columns, lines))).MaxBy(f => f.Line);
        if (best.Line >= LeastLine) return best;
        return Enumerable.Range(1, MostColumns).Where(columns => ColumnWidth(columns) / Slender >= LeastLine).Select(columns => (columns, LeastLine)).Last();
    }

    public decimal ColumnWidth(int columns) => (Width - (2 * Margin) - (Gap * (columns - 1))) / columns;

    /// <summary>Lines of one column, its head not counted.</summary>
    public int LinesOf(decimal line) => (int)(Room / line) - 1;

    private decimal LineOf(int columns, int lines) =>
        Math.Min(MostLine, Math.Min(Room / (((lines + columns - 1) / columns) + 1), ColumnWidth(columns) / Slender));
}
