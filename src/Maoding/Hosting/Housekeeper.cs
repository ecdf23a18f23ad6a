using Maoding.Storage;
using Maoding.Storage.Auditing;
using Maoding.Storage.Searching;

namespace Maoding.Hosting;

/// <summary>
/// What can wait until the first pages are answered, then once a day: the search's index is mended, keys and drafts of forms that nobody
/// sends again are forgotten.
/// </summary>
internal sealed partial class Housekeeper(Database database, TimeProvider clock, ILogger<Housekeeper> log) : BackgroundService
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = Settling; ; wait = Interval)
        {
            await Task.Delay(wait, clock, stoppingToken);
            try
            {
                await using var db = database.Open();
                await HandledForms.ForgetAsync(db, clock, stoppingToken);
                await KeptForms.ForgetOldAsync(db, clock, stoppingToken);
                await SearchIndex.MendAsync(db, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Failed(log, error);
            }
        }
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Housekeeping could not be done; the next try is tomorrow")]
    private static partial void Failed(ILogger logger, Exception error);
}
