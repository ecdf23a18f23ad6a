using Maoding.Districts;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Rules;
using Maoding.Shared.Rules;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>The light rules on the page of rules: judged for good up to the last closed month, tried on the last closed ones.</summary>
internal sealed class LightDesk(MaodingContext db, RulePreview preview, CurrentRequest current) : RuleDesk
{
    public override RuleKind Kind => LightKind.Only;

    public override string EffectView => "~/Features/Progress/Closings/_RulesEffect.cshtml";

    public override async Task<DateOnly?> JudgedUntilAsync(CancellationToken stop) =>
        await db.MonthCloses.MaxAsync(c => (int?)c.Month, stop) is { } month ? Period.OfMonth(month).End : null;

    public override async Task<object?> EffectAsync(string values, DateOnly today, CancellationToken stop) => current.Plan is { } plan
        ? await preview.ReadAsync(plan, LightKind.RulesOf(values), today, stop)
        : Array.Empty<PreviewMonth>();

    /// <summary>The first month that is not closed.</summary>
    public override DateOnly FirstDay(DateOnly? judgedUntil, DateOnly today) =>
        judgedUntil?.AddDays(1) ?? new DateOnly(current.Plan?.Year ?? today.Year, 1, 1);
}
