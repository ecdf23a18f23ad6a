using Quartz;

namespace Maoding.Contracts;

/// <summary>Work by the clock that a feature declares: once each time, on one of the nodes.</summary>
/// <param name="Name">Names the job among the nodes that share a schedule; no two share one.</param>
/// <param name="Work">The service that does it, a <see cref="TimedWork"/>.</param>
/// <param name="Times">When, in UTC, as Quartz writes it.</param>
/// <param name="IsCaughtUp">Whether it is also done when the application has started, and on each day that a demonstration moves on.</param>
public sealed record TimedPlan(string Name, Type Work, string Times, bool IsCaughtUp)
{
    /// <summary>Twenty past midnight in China, where UTC is sixteen hours behind the day.</summary>
    public static TimedPlan Nightly<T>(string name)
        where T : NightWork => new(name, typeof(T), "0 20 16 * * ?", true);

    /// <summary>Forty past every hour from eight to six in China.</summary>
    public static TimedPlan Hourly<T>(string name)
        where T : TimedWork => new(name, typeof(T), "0 40 0-10 * * ?", false);
}

/// <summary>What is done when its time has come.</summary>
public abstract class TimedWork
{
    public abstract Task WorkAsync(CancellationToken stop);
}

/// <summary>Does the work that its job is named after.</summary>
[DisallowConcurrentExecution]
internal sealed class TimedJob(IReadOnlyList<Feature> features, IServiceProvider services) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var plan = features.SelectMany(f => f.Works).Single(p => p.Name == context.JobDetail.Key.Name);
        await ((TimedWork)services.GetRequiredService(plan.Work)).WorkAsync(cancellationToken);
    }
}
