using System.Globalization;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Rules;

namespace Maoding.Domain.Doubts;

/// <summary>What is odd about a reported number, in words with the numbers and the edition that asks; nothing is computed from it.</summary>
public sealed class DoubtRules
{
    private readonly DoubtLimits _limits;

    private readonly string _title;

    private DoubtRules(string values, string title) => (_limits, _title) = (DoubtKind.Only.Parse(values), title);

    /// <param name="edition">Null: the kind's own limits.</param>
    public static DoubtRules Of(RuleEdition? edition)
    {
        var own = DoubtKind.Only.Presets[0];
        return edition is null ? new DoubtRules(own.Values, own.Name) : new DoubtRules(edition.Values, edition.Title());
    }

    /// <summary>A report whose sums leave their row behind, or whose share leaps; null where nothing is odd.</summary>
    /// <param name="last">The last accepted share before its period; null before the first.</param>
    public string? OfReport(Commitment row, ProgressReport report, int? last)
    {
        foreach (var wanted in row.Quantities.Where(q => q.Value > 0))
            if (report.Quantities.Find(r => r.Name == wanted.Name && r.Unit == wanted.Unit) is { } done && IsOver(done.Value, wanted.Value))
                return $"“{wanted.Name}”到期末累计 {Bare(done.Value)}{wanted.Unit}，是任务量 {Bare(wanted.Value)}{wanted.Unit} 的 "
                    + $"{Percent(done.Value, wanted.Value)}，超过{_limits.Overfill}%（{_title}）。";
        return report.Share - last >= _limits.Jump * PerMille.OnePercent && !IsAllOrNothing(row)
            ? $"完成比例从上次审核的 {ReportShare.Percent(last)} 升到 {ReportShare.Percent(report.Share)}，一期之内升高{_limits.Jump}个百分点以上（{_title}）。"
            : null;
    }

    /// <summary>A project's month, 万元; null where nothing is odd or the year has no plan.</summary>
    /// <param name="before">Done in the year's months before.</param>
    public string? OfMonth(decimal done, decimal before, decimal? yearPlan)
    {
        if (yearPlan is not > 0) return null;
        var plan = yearPlan.Value;
        if (IsOver(before + done, plan))
            return $"年度累计完成 {Bare(before + done)} 万元，是年度计划 {Bare(plan)} 万元的 {Percent(before + done, plan)}，超过{_limits.Overfill}%（{_title}）。";
        return done * 100 >= plan * _limits.Jump
            ? $"一个月完成 {Bare(done)} 万元，是年度计划 {Bare(plan)} 万元的 {Percent(done, plan)}，达到{_limits.Jump}%以上（{_title}）。"
            : null;
    }

    private bool IsOver(decimal done, decimal wanted) => done * 100 > wanted * _limits.Overfill;

    /// <summary>One thing that is there or not, or nodes that each carry a day: such shares leap by themselves.</summary>
    private static bool IsAllOrNothing(Commitment row)
    {
        var counted = row.Quantities.FindAll(q => q.Value > 0);
        return counted.Count == 0 ? row.Milestones.Count > 0 : counted.TrueForAll(q => q.Value <= 1);
    }

    private static string Percent(decimal part, decimal whole) => (part / whole * 100).ToString("0", CultureInfo.InvariantCulture) + "%";

    private static string Bare(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
