using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>A new version of the rules as asked for.</summary>
/// <param name="FromMonth">yyyymm, not closed yet.</param>
public sealed record NewRules(int PlanId, string Name, LightRules Rules, int FromMonth, string Reason);

/// <summary>Versions of the light rules: each is made once and holds from its month until the next one's; none changes.</summary>
public sealed class LightRuleService(MaodingContext db, AuditedSave save)
{
    private const int LongestName = 100;
    private const int LongestReason = 500;

    /// <summary>The newest first.</summary>
    public Task<List<LightRuleSet>> ListAsync(int planId, CancellationToken stop = default) =>
        db.LightRuleSets.AsNoTracking().Where(s => s.PlanId == planId).OrderByDescending(s => s.Number).ToListAsync(stop);

    /// <summary>The version that judges a month; null while nobody made one: then Maoding's own rules do.</summary>
    public static LightRuleSet? For(int month, IEnumerable<LightRuleSet> versions) =>
        versions.Where(s => s.FromMonth <= month).OrderByDescending(s => s.FromMonth).ThenByDescending(s => s.Number).FirstOrDefault();

    /// <summary>The rules that judge a month.</summary>
    public static LightRules RulesFor(int month, IEnumerable<LightRuleSet> versions) => LightRules.Parse(For(month, versions)?.Rules ?? LightPresets.Own.Text);

    /// <summary>The version for a month that is to be closed: Maoding's own rules become the first one when nobody made any.</summary>
    public async Task<LightRuleSet> EnsureAsync(Actor actor, int planId, int month, DateOnly today, CancellationToken stop = default)
    {
        var versions = await ListAsync(planId, stop);
        if (For(month, versions) is { } known) return known;
        var first = New(planId, versions, LightPresets.Own.Name, LightPresets.Own.Text, month, "没有另定规则，按通用规则亮灯", actor, today);
        db.LightRuleSets.Add(first);
        await save.SaveAsync(actor, "启用亮灯规则", first.Reason, stop: stop);
        return first;
    }

    /// <summary>Puts a version into force from a month that is not closed.</summary>
    /// <exception cref="RefusalException">PER001, LIG001–LIG005; SYS002: somebody else has just made a version.</exception>
    public async Task<LightRuleSet> SaveAsync(Actor actor, NewRules options, DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.EditLightRules);
        Check(options);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == options.PlanId, stop);
        var last = await db.MonthCloses.Where(c => c.PlanId == plan.Id).MaxAsync(c => (int?)c.Month, stop);
        if (!IsMonthOf(plan, options.FromMonth)) throw new RefusalException("LIG003", $"请选{plan.Year}年的一个月，从那个月起按新规则亮灯。") { Field = "FromMonth" };
        if (options.FromMonth <= last)
            throw new RefusalException("LIG003", string.Create(CultureInfo.InvariantCulture, $"{options.FromMonth % 100}月已经月结，灯不再变。新规则最早从{(last % 100) + 1}月起。"), RefusalKind.Conflict) { Field = "FromMonth" };
        var made = New(plan.Id, await ListAsync(plan.Id, stop), options.Name.Trim(), options.Rules.ToText(), options.FromMonth, options.Reason.Trim(), actor, today);
        db.LightRuleSets.Add(made);
        await save.SaveAsync(actor, "启用亮灯规则", made.Reason, request, stop);
        return made;
    }

    /// <summary>1月, or 12月 of a plan without a month left: the first month that a new version can hold from.</summary>
    public static int FirstFree(Plan plan, int? lastClosed) =>
        lastClosed is { } closed && IsMonthOf(plan, Period.AddMonths(closed, 1)) ? Period.AddMonths(closed, 1) : lastClosed is null ? (plan.Year * 100) + 1 : lastClosed.Value;

    private static bool IsMonthOf(Plan plan, int month) => month / 100 == plan.Year && month % 100 is >= 1 and <= 12;

    private static void Check(NewRules options)
    {
        if (options.Name.Trim().Length is 0 or > LongestName) throw new RefusalException("LIG004", $"请给这版规则起个名字，最多{LongestName}个字。") { Field = "Name" };
        if (options.Reason.Trim().Length is 0 or > LongestReason) throw new RefusalException("LIG005", $"请写明为什么改规则、依据哪份文件，最多{LongestReason}字。") { Field = "Reason" };
    }

    private static LightRuleSet New(int planId, List<LightRuleSet> versions, string name, string text, int month, string reason, Actor actor, DateOnly today) => new()
    {
        PlanId = planId,
        Number = versions.Select(s => s.Number).DefaultIfEmpty().Max() + 1,
        Name = name,
        Rules = text,
        FromMonth = month,
        Reason = reason,
        MadeOn = today,
        MadeById = actor.AccountId,
    };
}
