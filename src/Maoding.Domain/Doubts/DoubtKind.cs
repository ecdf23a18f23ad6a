using System.Globalization;
using Maoding.Domain.Rules;

namespace Maoding.Domain.Doubts;

/// <summary>The values of an edition of the rules by which reported numbers are doubted.</summary>
/// <param name="Overfill">Percent of what a year wants, above which a sum is asked about; from 100.</param>
/// <param name="Jump">Points that a share may rise within one period without being asked about.</param>
public sealed record DoubtLimits(int Overfill, int Jump);

/// <summary>异常数核实规则 as a kind of dated rules: a number beyond the limits goes on with a reason, never without one.</summary>
public sealed class DoubtKind : RuleKind<DoubtLimits>
{
    public const string Doubts = "doubts";

    public static DoubtKind Only { get; } = new();

    public override string Key => Doubts;

    public override string Name => "异常数核实规则";

    public override string About => "填报的数超过界限的，提交前请填报单位核对；属实的写明原因后照常提交，签发和审核的人都看得到原因。";

    public override IReadOnlyList<RuleField> Fields { get; } =
    [
        new("overfill", "累计完成超过任务量（年度计划投资）的多少要写原因", RuleFieldKind.Number, "%", Least: 100, Most: 1000),
        new("jump", "一期之内升高（一个月完成年度计划投资）多少要写原因", RuleFieldKind.Number, "个百分点", Least: 10, Most: 100),
    ];

    public override IReadOnlyList<RulePreset> Presets { get; } =
    [
        new("锚定通用界限", "累计完成超过任务量的150%，或者一期之内升高80个百分点以上的，请填报单位核实。", Write(new DoubtLimits(150, 80))),
    ];

    protected override DoubtLimits Of(RuleInput typed) => new(Number(typed, 0), Number(typed, 1));

    protected override RuleInput Typed(DoubtLimits values) =>
        new(new Dictionary<string, string> { ["overfill"] = Text(values.Overfill), ["jump"] = Text(values.Jump) }, []);

    protected override IReadOnlyList<string> Words(DoubtLimits values) =>
    [
        $"累计完成超过任务量（年度计划投资）的{values.Overfill}%，写明原因",
        $"一期之内完成比例升高{values.Jump}个百分点以上，或者一个月完成年度计划投资的{values.Jump}%以上，写明原因",
    ];

    private int Number(RuleInput typed, int field) => (int)Fields[field].Number(typed.Values.GetValueOrDefault(Fields[field].Key));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
