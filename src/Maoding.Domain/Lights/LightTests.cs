using System.Globalization;

namespace Maoding.Domain.Lights;

/// <summary>What the tests of rules are called, how they compare, and what they find.</summary>
public static class LightTests
{
    private static readonly (LightTest Test, string Name, string Sign, string Unit, decimal Most)[] Table =
    [
        (LightTest.PercentOfPlan, "完成计划比例", "<", "%", 100),
        (LightTest.PointsBehind, "落后计划百分点", ">", "个百分点", 100),
        (LightTest.MissedMonths, "连续未完成计划月数", "≥", "个月", 12),
        (LightTest.NotStarted, "应开始未开始月数", "≥", "个月", 12),
        (LightTest.MissingReports, "连续未报月数", "≥", "个月", 12),
        (LightTest.DaysBefore, "距时限天数", "≤", "天", 365),
        (LightTest.DaysAfter, "超过时限天数", "≥", "天", 365),
    ];

    /// <summary>In the order of the editor.</summary>
    public static IEnumerable<LightTest> All => Table.Select(t => t.Test);

    public static string NameOf(LightTest test) => Of(test).Name;

    /// <summary>How the number is compared with the limit: &lt;, &gt;, ≤ or ≥.</summary>
    public static string SignOf(LightTest test) => Of(test).Sign;

    public static string UnitOf(LightTest test) => Of(test).Unit;

    /// <summary>The largest limit that makes sense; the smallest is 0, for months and days past 1.</summary>
    public static decimal MostOf(LightTest test) => Of(test).Most;

    /// <summary>Null for a name that no test has.</summary>
    public static LightTest? Named(string name) => Table.Where(t => t.Name == name).Select(t => (LightTest?)t.Test).FirstOrDefault();

    /// <summary>The limit is one that the test can have.</summary>
    public static bool Takes(LightTest test, decimal limit)
    {
        var least = test is LightTest.MissedMonths or LightTest.NotStarted or LightTest.MissingReports or LightTest.DaysAfter ? 1 : 0;
        var isShare = test is LightTest.PercentOfPlan or LightTest.PointsBehind;
        return limit >= least && limit <= MostOf(test) && decimal.Round(limit, isShare ? 1 : 0) == limit;
    }

    public static bool Fires(LightTest test, decimal limit, LightFacts facts) => test switch
    {
        LightTest.MissedMonths => facts.MissedMonths >= limit,
        LightTest.PercentOfPlan => facts.PercentOfPlan < limit,
        LightTest.PointsBehind => facts.PointsBehind > limit,
        LightTest.DaysBefore => !facts.IsWhole && facts.DaysLeft >= 0 && facts.DaysLeft <= limit,
        LightTest.DaysAfter => !facts.IsWhole && -facts.DaysLeft >= limit,
        LightTest.MissingReports => facts.MissingReports >= limit,
        LightTest.NotStarted => facts.NotStarted >= limit,
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    /// <summary>Why a test fired, in words with the numbers.</summary>
    internal static string Words(LightTest test, decimal limit, LightFacts facts) => test switch
    {
        LightTest.MissedMonths => $"连续{facts.MissedMonths}个月没有完成计划，{Shares(facts)}",
        LightTest.PercentOfPlan => $"{Shares(facts)}，只有计划的{Number(decimal.Round(facts.PercentOfPlan!.Value, 1))}%，低于{Number(limit)}%",
        LightTest.PointsBehind => $"{Shares(facts)}，落后{Number(facts.PointsBehind!.Value)}个百分点，超过{Number(limit)}个",
        LightTest.DaysBefore => $"距完成时限{facts.DaysLeft}天，完成{Percent(facts.Done ?? 0)}",
        LightTest.DaysAfter => $"已过完成时限{-facts.DaysLeft}天，完成{Percent(facts.Done ?? 0)}",
        LightTest.MissingReports => $"连续{facts.MissingReports}个月没有已审核的填报",
        _ => $"从计划开始的月份起{facts.NotStarted}个月没有进展",
    };

    /// <summary>应完成50%，实际完成30%.</summary>
    internal static string Shares(LightFacts facts) => facts.Planned is { } planned
        ? $"应完成{Percent(planned)}，实际完成{Percent(facts.Done ?? 0)}"
        : $"实际完成{Percent(facts.Done ?? 0)}";

    public static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <param name="perMille">0 to 1000.</param>
    public static string Percent(int perMille) => Number(perMille / 10m) + "%";

    private static (LightTest Test, string Name, string Sign, string Unit, decimal Most) Of(LightTest test) => Table.First(t => t.Test == test);
}
