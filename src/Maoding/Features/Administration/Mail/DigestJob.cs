using Quartz;

namespace Maoding.Features.Administration.Mail;

/// <summary>Sends the day's reminders, and later in the day those that failed.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(DigestService digests) : IJob
{
    public const string Name = "digest";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await digests.RunAsync(cancellationToken);
}
