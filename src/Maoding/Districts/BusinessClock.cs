namespace Maoding.Districts;

/// <summary>Today in the district: the date set for it, else the day in China.</summary>
public sealed class BusinessClock(TimeProvider system)
{
    /// <summary>China has had one offset and no summer time since 1991.</summary>
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public DateOnly Today(DateOnly? set) => set ?? DateOnly.FromDateTime(system.GetUtcNow().ToOffset(China).DateTime);

    /// <summary>A stored UTC time as clocks in China show it.</summary>
    public static DateTime InChina(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc).Add(China);

    /// <summary>The day in China of a stored UTC time.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(InChina(utc));

    /// <summary>A time on clocks in China as it is stored, UTC.</summary>
    public static DateTime FromChina(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc).Subtract(China);
}
