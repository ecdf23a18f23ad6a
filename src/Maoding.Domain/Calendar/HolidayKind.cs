using System.Globalization;
using Maoding.Domain.Rules;

namespace Maoding.Domain.Calendar;

/// <summary>节假日安排 as a kind of dated rules: an edition is one year's notice, and of two for a year the later one holds.</summary>
public sealed class HolidayKind : RuleKind<HolidayYear>
{
    public const string Holidays = "holidays";

    public static HolidayKind Only { get; } = new();

    public override string Key => Holidays;

    public override string Name => "节假日安排";

    public override string About => "各年放假和调休上班的日子，按国务院办公厅每年的通知。系统按它推算工作日：报送截止、月结、手续和联审时限、问题提级期限。";

    /// <summary>None: a year is pasted or typed as lines on a page of its own.</summary>
    public override IReadOnlyList<RuleField> Fields => [];

    public override IReadOnlyList<RulePreset> Presets { get; } = [new("随系统发布", "随系统发布的各年通知；其他年份按周末和法定节假日。", Write(new HolidayYear(0, [])))];

    /// <summary>The years that a district entered, each by the edition made last.</summary>
    public static IEnumerable<HolidayYear> Years(IEnumerable<RuleEdition> editions) =>
        editions.GroupBy(e => e.From.Year).Select(g => Only.Parse(g.MaxBy(e => e.Number)!.Values));

    /// <summary>As it is typed into the page.</summary>
    public static RuleInput Input(int year, string text) =>
        new(new Dictionary<string, string> { ["year"] = year.ToString(CultureInfo.InvariantCulture), ["text"] = text }, []);

    public override void DemandStart(DateOnly day)
    {
        if (day is not { Month: 1, Day: 1 }) throw new RefusalException("RUL002", "节假日按年安排，施行日期请填1月1日。") { Field = "From" };
    }

    protected override HolidayYear Of(RuleInput typed) => HolidayNotice.Read(
        int.TryParse(typed.Values.GetValueOrDefault("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0,
        typed.Values.GetValueOrDefault("text", ""));

    protected override RuleInput Typed(HolidayYear values) => Input(values.Year, string.Join('\n', HolidayNotice.Lines(values)));

    protected override IReadOnlyList<string> Words(HolidayYear values) => HolidayNotice.Lines(values);
}
