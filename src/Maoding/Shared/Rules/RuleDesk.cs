using Maoding.Domain.Access;
using Maoding.Domain.Rules;

namespace Maoding.Shared.Rules;

/// <summary>A kind of rules with what its feature knows of it; registered by the feature, so that the page of rules knows no kind by name.</summary>
public abstract class RuleDesk
{
    public abstract RuleKind Kind { get; }

    /// <summary>Who makes its editions.</summary>
    public virtual Permission Needs => Permission.EditRules;

    /// <summary>Where its editions are made: the page of rules, or one of its own.</summary>
    public virtual string Page => RuleLinks.Of(Kind);

    /// <summary>The partial view that shows <see cref="EffectAsync"/>; null: new values are not tried first.</summary>
    public virtual string? EffectView => null;

    /// <summary>The last day that was judged for good: a new edition begins later. Null before the first.</summary>
    public abstract Task<DateOnly?> JudgedUntilAsync(CancellationToken stop);

    /// <summary>What new values would have made of days that are over; nothing is written.</summary>
    public virtual Task<object?> EffectAsync(string values, DateOnly today, CancellationToken stop) => Task.FromResult<object?>(null);

    /// <summary>The day a new edition may begin, as the form proposes it.</summary>
    public virtual DateOnly FirstDay(DateOnly? judgedUntil, DateOnly today) => judgedUntil is { } last && last >= today ? last.AddDays(1) : today;
}
