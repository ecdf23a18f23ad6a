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

    /// <summary>Some work took its time.</summary>
    public void Pass(int minutes) => _now = _now.AddMinutes(minutes);
}
