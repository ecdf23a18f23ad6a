namespace Maoding.Features.Demo;

/// <summary>The clock of the story that the demonstration tells: stands still until it is moved on.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset _now = new(2025, 12, 29, 9, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    /// <summary>Goes on to a time of a day in China.</summary>
    /// <exception cref="InvalidOperationException">The time is past: the audit would tell the story out of order.</exception>
    public void GoTo(DateOnly day, int hour, int minute = 0)
    {
        var wanted = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(8));
        if (wanted < _now) throw new InvalidOperationException($"The story is at {_now:yyyy-MM-dd HH:mm} and cannot go back to {wanted:yyyy-MM-dd HH:mm}.");
        _now = wanted;
    }

    /// <summary>A day, or the story's own where that is later.</summary>
    public DateOnly DayFor(DateOnly day) => DateOnly.FromDateTime(_now.DateTime) is var now && day < now ? now : day;

    /// <summary>The first full hour of a day that the story has not passed.</summary>
    public int HourOf(DateOnly day) => DateOnly.FromDateTime(_now.DateTime) == day ? Math.Min(23, _now.Hour + 1) : 0;

    /// <summary>Some work took its time.</summary>
    public void Pass(int minutes) => _now = _now.AddMinutes(minutes);
}
