using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Rules;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Shared.Rules;

/// <summary>A new edition as asked for.</summary>
/// <param name="Values">As the kind writes them.</param>
public sealed record NewEdition(string Name, DateOnly From, string Values, string Source, string ApprovedBy, DateOnly? ApprovedOn);

/// <summary>Dated editions of all kinds of rules: each is made once and holds from its day until the next one's; none changes.</summary>
public sealed class RuleStore(MaodingContext db, AuditedSave save)
{
    public const int LongestName = 100;
    public const int LongestSource = 500;

    /// <summary>The newest first.</summary>
    public Task<List<RuleEdition>> ListAsync(RuleKind kind, CancellationToken stop = default) =>
        db.RuleEditions.AsNoTracking().Where(e => e.Kind == kind.Key).OrderByDescending(e => e.Number).ToListAsync(stop);

    /// <summary>
    /// The edition by which a day is judged for good: the kind's own values become one when nobody made any, so that every result can
    /// name its edition.
    /// </summary>
    public async Task<RuleEdition> EnsureAsync(Actor actor, RuleKind kind, DateOnly day, DateOnly today, CancellationToken stop = default)
    {
        var editions = await ListAsync(kind, stop);
        if (editions.At(day) is { } known) return known;
        var own = kind.Presets[0];
        var first = Made(kind, editions, new NewEdition(own.Name, day, own.Values, $"没有另定规则，按“{own.Name}”评定", "", null), actor, today);
        db.RuleEditions.Add(first);
        await save.SaveAsync(actor, $"启用{kind.Name}", first.Source, stop: stop);
        return first;
    }

    /// <summary>Puts an edition into force from a day that was not judged yet.</summary>
    /// <exception cref="RefusalException">PER001, RUL002–RUL006, or the kind's own; SYS002: somebody else has just made one.</exception>
    public async Task<RuleEdition> SaveAsync(
        Actor actor, RuleDesk desk, NewEdition asked, DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, desk.Needs);
        Check(asked, today);
        desk.Kind.DemandStart(asked.From);
        if (await desk.JudgedUntilAsync(stop) is { } last && asked.From <= last)
        {
            var words = $"{last:yyyy年M月d日}以前的已按原规则评定，不再变动。新规则最早从{last.AddDays(1):yyyy年M月d日}起施行。";
            throw new RefusalException("RUL003", words, RefusalKind.Conflict) { Field = "From" };
        }

        var made = Made(desk.Kind, await ListAsync(desk.Kind, stop), asked, actor, today);
        db.RuleEditions.Add(made);
        await save.SaveAsync(actor, $"启用{desk.Kind.Name}", made.Source, request, stop);
        return made;
    }

    private static void Check(NewEdition asked, DateOnly today)
    {
        if (asked.From > today.AddYears(1)) throw Refuse("RUL003", "From", $"施行日期{asked.From:yyyy-MM-dd}离今天太远，请核对年份；最多可以提前一年。");
        if (asked.Name.Length is 0 or > LongestName) throw Refuse("RUL004", "Name", $"请填写这版规则的名称，最多{LongestName}个字。");
        if (asked.Source.Length is 0 or > LongestSource) throw Refuse("RUL005", "Source", $"请写明为什么改规则、依据哪份文件，最多{LongestSource}个字。");
        if (asked.ApprovedBy.Length is 0 or > LongestName) throw Refuse("RUL006", "ApprovedBy", $"请写明由谁批准，如“督查室主任陈敏”或“常委会会议”，最多{LongestName}个字。");
        if (asked.ApprovedOn is not { } day || day > today) throw Refuse("RUL006", "ApprovedOn", "请填批准日期，不晚于今天。");
    }

    private static RefusalException Refuse(string code, string field, string words) => new(code, words) { Field = field };

    private static RuleEdition Made(RuleKind kind, List<RuleEdition> editions, NewEdition asked, Actor actor, DateOnly today) => new()
    {
        Kind = kind.Key,
        Number = editions.Select(e => e.Number).DefaultIfEmpty().Max() + 1,
        Name = asked.Name,
        From = asked.From,
        Source = asked.Source,
        Values = asked.Values,
        ApprovedBy = asked.ApprovedBy,
        ApprovedOn = asked.ApprovedOn,
        MadeOn = today,
        MadeById = actor.AccountId,
    };
}
