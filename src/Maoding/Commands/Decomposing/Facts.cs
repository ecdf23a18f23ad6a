using Maoding.Text;

namespace Maoding.Commands.Decomposing;

/// <summary>The head of a report: what the document says of itself and how much was found.</summary>
internal static class Facts
{
    public static IEnumerable<string> Of(Decomposition read)
    {
        var facts = read.Outline.Facts;
        if (facts.Occasion.Length > 0) yield return $"场合：{facts.Occasion}";
        if (facts.Speaker.Length > 0) yield return $"讲话人：{facts.Speaker}";
        if (facts.Date is { } date) yield return $"日期：{date.Year}年{date.Month}月{date.Day}日";
        yield return facts.PlanYear is null ? $"计划年度：{read.PlanYear}（文中没有写明，请核对）" : $"计划年度：{read.PlanYear}";
        yield return read.Ledger is { } rows
            ? $"这是一份任务分解方案，照原文读出 {rows.Count} 条；指标 {read.Targets.Count} 项"
            : $"任务 {read.Commitments.Count} 条，指标 {read.Targets.Count} 项，待核 {read.Review.Count} 处";
    }
}
