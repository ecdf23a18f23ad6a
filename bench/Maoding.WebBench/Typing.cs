using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Storage.Auditing;

namespace Maoding.WebBench;

/// <summary>People who type at the proposals of a document: each saves his row every two seconds, as the page of the review does by itself.</summary>
internal sealed class Typing : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _people;
    private int _saved;

    private Typing(Database database, IReadOnlyList<int> rows) => _people = [.. rows.Select((row, i) => TypeAsync(database, row, i))];

    /// <summary>Edits saved so far.</summary>
    public int Saved => _saved;

    public static async Task<Typing> BeginAsync(Database database, int people)
    {
        await using var db = database.Open();
        List<Commitment> rows =
        [
            .. Enumerable.Range(1, people).Select(i => new Commitment
            {
                PlanId = 1,
                Title = string.Create(CultureInfo.InvariantCulture, $"待确认的第{i}项"),
                State = CommitmentState.Proposed,
                Order = 1_000_000 + i,
            }),
        ];
        db.AddRange(rows);
        await new AuditedSave(db, TimeProvider.System).SaveAsync(Person(0), "导入");
        return new Typing(database, [.. rows.Select(r => r.Id)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_people);
        _stop.Dispose();
    }

    private static Actor Person(int number) => new(number, null, "打字的人", false, []);

    private async Task TypeAsync(Database database, int rowId, int number)
    {
        for (var turn = 0; !_stop.IsCancellationRequested; turn++)
        {
            // Not all in the same moment.
            await Task.Delay(turn == 0 ? Pause * (number % 10) / 10 : Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await using var db = database.Open();
            var row = await db.Commitments.FindAsync(rowId) ?? throw new InvalidOperationException("The row is gone.");
            row.Title = string.Create(CultureInfo.InvariantCulture, $"待确认的第{number}项，改到第{turn}遍");
            await new AuditedSave(db, TimeProvider.System).SaveDraftAsync(Person(number + 1), row);
            Interlocked.Increment(ref _saved);
        }
    }
}
