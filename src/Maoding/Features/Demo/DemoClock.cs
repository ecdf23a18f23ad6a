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

    /// <summary>The story's day in China.</summary>
    public DateOnly Day => DateOnly.FromDateTime(_now.DateTime);

    /// <summary>Goes on to a time of a day, unless the story has passed it.</summary>
    public void GoOnTo(DateOnly day, int hour)
    {
        if (new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(8)) > _now) GoTo(day, hour);
    }

    /// <summary>Some work took its time.</summary>
    public void Pass(int minutes) => _now = _now.AddMinutes(minutes);
}
