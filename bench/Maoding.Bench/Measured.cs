namespace Maoding.Bench;

/// <summary>Processor time of one piece of work over several runs: user and system, all threads, so that other programs on the machine do not count.</summary>
internal readonly record struct Measured(TimeSpan Fastest, TimeSpan Median)
{
    /// <summary>Runs uncounted until <paramref name="warmUp"/> is over (once at least), then <paramref name="runs"/> times.</summary>
    public static Measured Of(int runs, TimeSpan warmUp, Action work)
    {
        for (var start = Now(); ;)
        {
            work();
            if (Now() - start > warmUp) break;
        }

        var times = new TimeSpan[runs];
        for (var i = 0; i < runs; i++)
        {
            var start = Now();
            work();
            times[i] = Now() - start;
        }

        Array.Sort(times);
        return new Measured(times[0], times[runs / 2]);
    }

    /// <summary>Processor time of this process so far.</summary>
    public static TimeSpan Now() => Environment.CpuUsage.TotalTime;

    public double NanosecondsPer(int characters) => Fastest.TotalNanoseconds / characters;

    public double MedianNanosecondsPer(int characters) => Median.TotalNanoseconds / characters;
}
