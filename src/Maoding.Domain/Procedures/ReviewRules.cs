using Maoding.Domain.Calendar;

namespace Maoding.Domain.Procedures;

/// <summary>When a department's part of a joint review is late, goes up, and is settled.</summary>
public static class ReviewRules
{
    /// <summary>The last day to answer: so many working days after the day it was sent, which does not count.</summary>
    public static DateOnly Due(DateOnly sentOn, int days, WorkCalendar calendar) => calendar.AddWorkdays(sentOn, days);

    /// <summary>Nothing was said and the last day is over.</summary>
    public static bool IsSilent(ReviewAnswer answer, DateOnly today) => answer.Kind is null && answer.Due < today;

    /// <summary>What was said may still be changed: the department's last day is not over and no leader has decided about it.</summary>
    public static bool MayChange(ReviewAnswer answer, DateOnly today) => answer is { Kind: not null, DecidedOn: null } && answer.Due >= today;

    /// <summary>How often the department has answered.</summary>
    public static int Said(ReviewAnswer answer) => answer.Kind is null ? 0 : 1 + (answer.Earlier.Length == 0 ? 0 : answer.Earlier.Count(c => c == '\n') + 1);

    /// <summary>A leader has to decide: silence or disagreement, not decided yet.</summary>
    public static bool NeedsDecision(ReviewAnswer answer, DateOnly today) =>
        answer.DecidedOn is null && (answer.Kind == AnswerKind.Disagree || IsSilent(answer, today));

    /// <summary>Nothing more is awaited: agreed, or decided by a leader.</summary>
    public static bool IsSettled(ReviewAnswer answer) => answer.DecidedOn is not null || answer.Kind is AnswerKind.Agree or AnswerKind.Conditional;

    /// <summary>Working days from sending to the answer, or to today without one; null before it was sent.</summary>
    public static int? DaysTaken(DateOnly? sentOn, DateOnly? answeredOn, DateOnly today, WorkCalendar calendar) =>
        sentOn is { } sent ? Math.Max(0, calendar.WorkdaysBetween(sent, answeredOn ?? today)) : null;
}
