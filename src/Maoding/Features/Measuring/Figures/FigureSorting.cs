using System.Globalization;
using System.Text.RegularExpressions;
using Maoding.Domain;
using Maoding.Domain.Indicators;
using Maoding.Domain.Typed;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Measuring.Figures;

/// <summary>A figure of a workbook with what its words mean.</summary>
/// <param name="Value">Null where the text is no figure.</param>
internal sealed record SortedFigure(
    BookFigure Book, Indicator Indicator, Area Area, int Month, FigureMeasure Measure, FigureValue? Value, FigureStage? Stage, DateOnly? PublishedOn)
{
    public FigureKey Key => new(Indicator.Id, Area.Id, Month, Measure);

    /// <summary>With the decimals that the spreadsheet dropped.</summary>
    public FigureEntry Entry(int? decimals) => new(
        Indicator.Id, Area.Id, Measure, FigureText.Padded(Value!.Value, decimals),
        new FigureNotes(Stage ?? FigureStage.Preliminary, PublishedOn, Book.Basis.Trim(), Book.Source.Trim(), Book.Why.Trim()), Book.HasNotes);
}

/// <summary>Finds what the words of a workbook or a request mean; each problem begins with its cell.</summary>
internal sealed partial class FigureSorting(IReadOnlyCollection<Indicator> indicators, IReadOnlyCollection<Area> areas, Func<int?, bool> mayEnter)
{
    private readonly List<string> _problems = [];
    private readonly Dictionary<FigureKey, string> _seen = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Null, with a problem, when something cannot be found; a value that is no figure is a problem too, but the rest is there.</summary>
    public SortedFigure? Take(BookFigure book)
    {
        if (IndicatorOf(book.Code.Text) is not { } indicator) return Wrong(book.Code, $"指标目录里没有“{book.Code.Text}”。请填目录里的代码。");
        if (indicator.IsRetired) return Wrong(book.Code, $"“{indicator.Name}”已停用，不再报新数据。");
        if (!mayEnter(indicator.UnitId)) return Wrong(book.Code, $"“{indicator.Name}”不归您的单位报送。");
        if (AreaOf(book.Area.Text) is not { } area) return Wrong(book.Area, $"没有“{book.Area.Text}”这个对象。请填数据对象页上的名称，或写 本区、全市。");
        if (area.IsClosed) return Wrong(book.Area, $"“{area.Name}”已停用，不再报新数据。");
        if (MonthOf(book.Month.Text, indicator) is not { } month) return Wrong(book.Month, $"月份“{book.Month.Text}”看不懂，请写成 202603 或 2026年3月。");
        if (!FigurePeriods.Has(indicator, month)) return Wrong(book.Month, FigureService.NoPeriod(indicator, month).Message);
        var choice = Choice<FigureMeasure>(book.Measure.Text, FigureWords.Of);
        if (choice.Value is not { } measure) return Wrong(book.Measure, choice.IsWrong ? choice.Wrong : "请填数据项。");
        if (!FigureMeasures.Of(indicator, area.Kind).Contains(measure))
            return Wrong(book.Value, $"“{indicator.Name}”（{area.Name}）不报{FigureWords.Of(measure)}，请清空这一格。");
        var sorted = new SortedFigure(book, indicator, area, month, measure, Value(book, FigureUnit.Of(indicator, measure)),
            Value(book.Stage, Choice<FigureStage>(book.Stage.Text, FigureWords.Of)), Value(book.Published, DayCell.Read(book.Published.Text)));
        if (!_seen.TryAdd(sorted.Key, book.Value.Cell)) return Wrong(book.Value, $"与 {_seen[sorted.Key]} 重复：同一个指标、对象、月份和数据项只能有一个数。");
        return sorted;
    }

    public void Add(string cell, string problem) => _problems.Add($"{cell}：{problem}");

    private Indicator? IndicatorOf(string text) =>
        indicators.FirstOrDefault(i => string.Equals(i.Code, text, StringComparison.OrdinalIgnoreCase))
        ?? indicators.FirstOrDefault(i => i.Name == TypedText.Name(text));

    private Area? AreaOf(string text) => TypedText.Name(text) switch
    {
        "" or "本区" or "全区" => areas.FirstOrDefault(a => a.Kind == AreaKind.District),
        "全市" => areas.FirstOrDefault(a => a.Kind == AreaKind.City),
        _ => areas.FirstOrDefault(a => a.Name == TypedText.Name(text)),
    };

    /// <summary>202603, 2026-03, 2026年3月, a spreadsheet's 2026-03-01, 2026年一季度, 2026年 of yearly indicators.</summary>
    internal static int? MonthOf(string text, Indicator? indicator = null)
    {
        var match = MonthWords().Match(TypedText.Plain(text));
        if (!match.Success) return null;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) * 100;
        int? month = match.Groups["quarter"] is { Success: true } quarter ? year + ((("一二三四".IndexOf(quarter.Value, StringComparison.Ordinal)) + 1) * 3)
            : match.Groups["month"] is { Success: true } number ? year + int.Parse(number.Value, CultureInfo.InvariantCulture)
            : indicator?.Frequency == Frequency.Year ? year + 12 : null;
        return month is { } found && FigurePeriods.IsMonth(found) ? found : null;
    }

    /// <summary>By its word, or by its name, as programs send it.</summary>
    private static CellValue<T?> Choice<T>(string text, Func<T, string> word)
        where T : struct, Enum => ChoiceCell.Read<T>(text, value => value.ToString()) is { IsWrong: false } named ? named : ChoiceCell.Read(text, word);

    private FigureValue? Value(BookFigure book, FigureUnit unit)
    {
        try
        {
            return FigureText.Read(book.Value.Text, unit);
        }
        catch (RefusalException refusal)
        {
            Add(book.Value.Cell, refusal.Message);
            return null;
        }
    }

    private T Value<T>(BookWord word, CellValue<T> cell)
    {
        if (cell.IsWrong) Add(word.Cell, cell.Wrong);
        return cell.Value;
    }

    private SortedFigure? Wrong(BookWord word, string problem)
    {
        Add(word.Cell, problem);
        return null;
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:年(?<quarter>[一二三四])季度|[-./年]?(?:1[—-])?(?<month>1[0-2]|0?[1-9])(?:月|[-/.]0?1)?|年?(?:全年)?)$")]
    private static partial Regex MonthWords();
}
