using Maoding.Features.Progress.Closings;
using Maoding.Features.Building.JointReviews;
using Maoding.Features.Administration.Mail;
using Maoding.Features.Building.Problems;
using Maoding.Storage;
using Quartz;

namespace Maoding.Hosting;

/// <summary>Work by the clock. On PostgreSQL the nodes share one schedule in the database, so that each firing is done by one of them; Quartz makes its tables there itself.</summary>
internal static class Jobs
{
    /// <summary>The setting that keeps a node from working by the clock: Jobs:Run=false.</summary>
    public const string Setting = "Jobs:Run";

    /// <summary>Twenty past midnight in China, where UTC is sixteen hours behind the day.</summary>
    private const string AfterMidnight = "0 20 16 * * ?";

    /// <summary>Forty past every hour from eight to six in China; mail keeps quiet hours of its own.</summary>
    private const string WorkingHours = "0 40 0-10 * * ?";

    public static void AddJobs(this IServiceCollection services, Database database, IConfiguration configuration)
    {
        if (!configuration.GetValue(Setting, true)) return;
        services.AddQuartz(quartz =>
        {
            if (database.IsPostgres)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(database.ConnectionString);
                    store.UseClustering();
                    store.ProvisionSchema();
                });
            }

            Add<MonthCloseJob>(quartz, MonthCloseJob.Name, "daily", AfterMidnight);
            Add<ReviewEscalationJob>(quartz, ReviewEscalationJob.Name, "daily", AfterMidnight);
            Add<ProblemLadderJob>(quartz, ProblemLadderJob.Name, "daily", AfterMidnight);
            Add<DigestJob>(quartz, DigestJob.Name, "hourly", WorkingHours);
        });
        services.AddHostedService<CatchUpAtStart>();
        // It starts after the application listens: the first pages do not wait for it.
        services.AddQuartzHostedService(options => (options.WaitForJobsToComplete, options.AwaitApplicationStarted) = (true, true));
    }

    private static void Add<T>(IQuartzBuilder quartz, string name, string often, string times)
        where T : IJob
    {
        quartz.AddJob<T>(job => job.WithIdentity(name));
        quartz.AddTrigger(trigger => trigger.ForJob(name).WithIdentity($"{name}-{often}").WithCronSchedule(times, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
    }
}
