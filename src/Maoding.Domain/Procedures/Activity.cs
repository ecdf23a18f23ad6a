namespace Maoding.Domain.Procedures;

/// <summary>A procedure as the schedule sees it.</summary>
/// <param name="Order">Its number, by which others name it.</param>
/// <param name="Days">Working days, at least 1.</param>
/// <param name="After">Numbers of those it needs.</param>
public sealed record Activity(int Order, string Name, int Days, IReadOnlyList<int> After)
{
    public DateOnly? AcceptedOn { get; init; }

    public DateOnly? FinishedOn { get; init; }

    /// <summary>It takes no time; what needs it needs what it needed.</summary>
    public bool IsWaived { get; init; }

    public bool IsSettled => FinishedOn is not null || IsWaived;

    /// <summary>With the promised days.</summary>
    public static Activity Of(Procedure procedure) => new(procedure.Order, procedure.Name, procedure.PromisedDays, [.. Procedure.Orders(procedure.After)])
    {
        AcceptedOn = procedure.AcceptedOn,
        FinishedOn = procedure.FinishedOn,
        IsWaived = procedure.Waived.Length > 0,
    };

    /// <summary>With the promised days.</summary>
    public static Activity Of(TemplateStep step) => new(step.Order, step.Name, step.PromisedDays, [.. Procedure.Orders(step.After)]);

    /// <summary>As it was planned, without what happened since.</summary>
    public Activity AsPlanned() => new(Order, Name, Days, After);
}

/// <summary>When an activity runs.</summary>
/// <param name="EarlyStart">A fact when it was accepted.</param>
/// <param name="EarlyFinish">A fact when it is finished; its last working day else.</param>
/// <param name="LateStart">Beginning later moves the wanted day; null when nothing is left to do.</param>
/// <param name="LateFinish">The last working day on which it may be finished.</param>
/// <param name="Slack">Working days in hand, below zero: short; null when nothing is left to do.</param>
/// <param name="IsCritical">A day more on it is a day more on the whole.</param>
public sealed record Slot(Activity Activity, DateOnly EarlyStart, DateOnly EarlyFinish, DateOnly? LateStart, DateOnly? LateFinish, int? Slack, bool IsCritical);
