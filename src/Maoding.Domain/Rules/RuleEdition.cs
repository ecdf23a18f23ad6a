using Maoding.Domain.Audit;

namespace Maoding.Domain.Rules;

/// <summary>规则版本: the rules of one kind as they hold from a day until the next edition's. It is made once and never changes.</summary>
[Called("规则版本", Place = 110)]
public sealed class RuleEdition : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary><see cref="RuleKind.Key"/>: lights.</summary>
    [Called("类别")] public required string Kind { get; set; }

    /// <summary>From 1 in its kind.</summary>
    [Called("版次")] public int Number { get; set; }

    [Called("名称")] public required string Name { get; set; }

    /// <summary>The first day it holds.</summary>
    [Called("施行日期")] public DateOnly From { get; set; }

    /// <summary>Why, and by what paper.</summary>
    [Called("理由和依据")] public required string Source { get; set; }

    /// <summary>JSON, typed by the kind.</summary>
    [Called("规则")] public required string Values { get; set; }

    /// <summary>Whoever approved it, by post and name or as a meeting; empty where the kind's own values were taken without a decision.</summary>
    [Called("批准人或会议")] public string ApprovedBy { get; set; } = "";

    [Called("批准日期")] public DateOnly? ApprovedOn { get; set; }

    [Called("制定日期")] public DateOnly MadeOn { get; set; }

    /// <summary>The account that entered it; 0 for the system itself.</summary>
    [Called("制定人")] public int MadeById { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>Editions of one kind along the days.</summary>
public static class RuleHistory
{
    /// <summary>How a result names the edition that it used: 云泽办法（第2版）.</summary>
    public static string Title(this RuleEdition edition) => $"{edition.Name}（第{edition.Number}版）";

    /// <summary>The edition that holds on a day: the one that begins last by then, of those of one day the one made last; null before the first.</summary>
    public static RuleEdition? At(this IEnumerable<RuleEdition> editions, DateOnly day) =>
        editions.Where(e => e.From <= day).OrderByDescending(e => e.From).ThenByDescending(e => e.Number).FirstOrDefault();

    /// <summary>The last day on which an edition holds: null for the one that holds on; before its first day when another took its place.</summary>
    public static DateOnly? LastDay(this IReadOnlyCollection<RuleEdition> editions, RuleEdition edition)
    {
        var after = editions.Where(e => e.From > edition.From || (e.From == edition.From && e.Number > edition.Number)).ToList();
        return after.Count == 0 ? null : after.Min(e => e.From).AddDays(-1);
    }
}
