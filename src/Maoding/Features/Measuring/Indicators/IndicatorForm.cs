using System.Text.RegularExpressions;
using Maoding.Domain;
using Maoding.Domain.Indicators;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>What the form says of an indicator, as typed.</summary>
public sealed partial class IndicatorForm
{
    public int Version { get; set; } = 1;

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Aliases { get; set; }

    public int? Order { get; set; }

    public Dimension Dimension { get; set; } = Dimension.Headline;

    public string? Unit { get; set; }

    public Direction Direction { get; set; } = Direction.Higher;

    public Frequency Frequency { get; set; } = Frequency.Month;

    public January January { get; set; } = January.Own;

    public FigureKind Kind { get; set; } = FigureKind.Level;

    public Accumulation Accumulation { get; set; } = Accumulation.Cumulative;

    public int? UnitId { get; set; }

    public string? Source { get; set; }

    public string? Definition { get; set; }

    public int? ReleaseDays { get; set; } = 20;

    public string? Threshold { get; set; }

    public string? Least { get; set; }

    public string? Most { get; set; }

    public string? Jump { get; set; }

    public bool MayFall { get; set; }

    public int? PartOfId { get; set; }

    public static IndicatorForm Of(Indicator indicator) => new()
    {
        Version = indicator.Version,
        Code = indicator.Code,
        Name = indicator.Name,
        Aliases = indicator.Aliases,
        Order = indicator.Order,
        Dimension = indicator.Dimension,
        Unit = indicator.Unit,
        Direction = indicator.Direction,
        Frequency = indicator.Frequency,
        January = indicator.January,
        Kind = indicator.Kind,
        Accumulation = indicator.Accumulation,
        UnitId = indicator.UnitId,
        Source = indicator.Source,
        Definition = indicator.Definition,
        ReleaseDays = indicator.ReleaseDays,
        Threshold = Text(indicator.Threshold),
        Least = Text(indicator.Least),
        Most = Text(indicator.Most),
        Jump = Text(indicator.Jump),
        MayFall = indicator.MayFall,
        PartOfId = indicator.PartOfId,
    };

    /// <summary>Checks what was typed and puts it into the indicator; what depends on others is the service's.</summary>
    /// <exception cref="RefusalException">IND001: a value is wrong.</exception>
    public void ApplyTo(Indicator indicator)
    {
        indicator.Code = (Code ?? "").Trim().ToUpperInvariant();
        if (!CodeShape().IsMatch(indicator.Code)) throw Refuse(nameof(Code), "代码用大写字母、数字和下划线，以字母开头，最多 20 位，如 RETAIL。");
        indicator.Name = Words(nameof(Name), "名称", Name, 100, isNeeded: true);
        indicator.Aliases = string.Join(
            '、', Words(nameof(Aliases), "别名", Aliases, 300).Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        indicator.Order = Order is > 0 and <= 99999 ? Order.Value : throw Refuse(nameof(Order), "排序号填 1 至 99999 的整数。");
        indicator.Unit = Words(nameof(Unit), "计量单位", Unit, 20, isNeeded: true);
        indicator.Source = Words(nameof(Source), "来源", Source, 200);
        indicator.Definition = Words(nameof(Definition), "口径", Definition, 1000);
        indicator.ReleaseDays = ReleaseDays is >= 0 and <= 180 ? ReleaseDays.Value : throw Refuse(nameof(ReleaseDays), "期末到发布的天数填 0 至 180。");
        (indicator.Dimension, indicator.Direction, indicator.Frequency, indicator.Kind, indicator.Accumulation) =
            (Dimension, Direction, Frequency, Kind, Accumulation);
        indicator.January = Frequency == Frequency.Month ? January : January.Own;
        (indicator.UnitId, indicator.PartOfId, indicator.MayFall) = (UnitId, PartOfId, MayFall);
        (indicator.Threshold, indicator.Least, indicator.Most, indicator.Jump) =
            (Number(nameof(Threshold), Threshold), Number(nameof(Least), Least), Number(nameof(Most), Most), Number(nameof(Jump), Jump));
        if (indicator.Least > indicator.Most) throw Refuse(nameof(Most), "上限不能小于下限。");
        if (indicator.Jump <= 0) throw Refuse(nameof(Jump), "异动幅度要大于 0；不核对异动的留空。");
        if (!Enum.IsDefined(Dimension) || !Enum.IsDefined(Direction) || !Enum.IsDefined(Frequency)
            || !Enum.IsDefined(January) || !Enum.IsDefined(Kind) || !Enum.IsDefined(Accumulation))
            throw Refuse("", "选项不在列表中，请重新选择。");
    }

    private static string? Text(decimal? value) => value?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private static decimal? Number(string field, string? text)
    {
        try
        {
            return FigureText.Read(text)?.Value;
        }
        catch (RefusalException refusal)
        {
            throw Refuse(field, refusal.Message);
        }
    }

    private static string Words(string field, string name, string? text, int longest, bool isNeeded = false)
    {
        var words = (text ?? "").Trim();
        if (isNeeded && words.Length == 0) throw Refuse(field, $"{name}没有填。");
        return words.Length <= longest ? words : throw Refuse(field, $"{name}最多 {longest} 字，现在有 {words.Length} 字。");
    }

    private static RefusalException Refuse(string field, string message) => new("IND001", message) { Field = field };

    [GeneratedRegex("^[A-Z][A-Z0-9_]{0,19}$")]
    private static partial Regex CodeShape();
}
