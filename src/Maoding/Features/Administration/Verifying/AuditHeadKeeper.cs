using Maoding.Storage;
using Maoding.Storage.Auditing;

namespace Maoding.Features.Administration.Verifying;

/// <summary>Writes the audit's head down outside the database, at start and once a day.</summary>
internal sealed partial class AuditHeadKeeper(
    Database database, IConfiguration configuration, TimeProvider clock, ILogger<AuditHeadKeeper> log) : BackgroundService
{
    /// <summary>The setting that names the folder; without it the data folder, on PostgreSQL nowhere.</summary>
    public const string Setting = "Audit:Heads";

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if ((configuration[Setting] ?? database.Folder) is not { Length: > 0 } folder)
        {
            Nowhere(log, Setting);
            return;
        }

        while (true)
        {
            try
            {
                await using var db = database.Open();
                await AuditHeadLog.AppendAsync(db, folder, clock, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The work of the day goes on without it; whoever watches the log sees why.
                Failed(log, error, folder);
            }

            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning,
        Message = "The head of the audit is written down nowhere outside the database: set {Setting} or serve --heads")]
    private static partial void Nowhere(ILogger logger, string setting);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "The head of the audit could not be written to {Folder}")]
    private static partial void Failed(ILogger logger, Exception error, string folder);
}
