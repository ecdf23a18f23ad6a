using Maoding.Storage;
using Maoding.Storage.Auditing;

namespace Maoding.Hosting;

/// <summary>Once a day forgets the keys of forms that nobody sends again.</summary>
internal sealed partial class HandledFormSweeper(Database database, TimeProvider clock, ILogger<HandledFormSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await using var db = database.Open();
                await HandledForms.ForgetAsync(db, clock, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Failed(log, error);
            }

            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Keys of old forms could not be forgotten; the next try is tomorrow")]
    private static partial void Failed(ILogger logger, Exception error);
}
