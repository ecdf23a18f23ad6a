using Maoding.Domain.Calendar;
using Maoding.Domain.Procedures;
using Xunit;

namespace Maoding.Domain.Tests.Procedures;

public sealed class ReviewRulesTests
{
    /// <summary>A Friday before two free days; the next Monday to Friday are worked.</summary>
    private static readonly DateOnly _friday = new(2026, 3, 6);

    [Fact]
    public void The_day_of_sending_does_not_count() => Assert.Equal(new DateOnly(2026, 3, 11), ReviewRules.Due(_friday, 3, WorkCalendar.Published));

    [Theory]
    [InlineData(null, 10, false, false)]
    [InlineData(null, 11, false, false)]
    [InlineData(null, 12, true, true)]
    [InlineData(AnswerKind.Disagree, 10, false, true)]
    [InlineData(AnswerKind.Agree, 20, false, false)]
    [InlineData(AnswerKind.Conditional, 20, false, false)]
    public void Silence_begins_the_day_after_the_last_one_and_disagreement_goes_up_at_once(AnswerKind? kind, int day, bool silent, bool goesUp)
    {
        var today = new DateOnly(2026, 3, day);
        var answer = new ReviewAnswer { Days = 3, Due = ReviewRules.Due(_friday, 3, WorkCalendar.Published), Kind = kind };
        Assert.Equal((silent, goesUp), (ReviewRules.IsSilent(answer, today), ReviewRules.NeedsDecision(answer, today)));
    }

    [Fact]
    public void A_leaders_decision_settles_what_was_silent_or_disagreed()
    {
        var answer = new ReviewAnswer { Due = _friday, Kind = AnswerKind.Disagree };
        Assert.False(ReviewRules.IsSettled(answer));
        answer.DecidedOn = _friday;
        Assert.True(ReviewRules.IsSettled(answer));
        Assert.False(ReviewRules.NeedsDecision(answer, _friday.AddDays(30)));
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(8, 0)]
    [InlineData(9, 1)]
    [InlineData(13, 5)]
    public void The_time_taken_is_counted_in_working_days(int day, int expected) =>
        Assert.Equal(expected, ReviewRules.DaysTaken(_friday, new DateOnly(2026, 3, day), new DateOnly(2026, 4, 1), WorkCalendar.Published));
}
