using System.Collections.Concurrent;

namespace Maoding.Districts;

/// <summary>
/// Answers computed from the database, kept until somebody writes: the count of writes
/// comes with every request, so no answer outlives what it was computed from.
/// </summary>
public sealed class AnswerMemory
{
    /// <summary>A page of the ledger takes some 40 kB: 8 MB at the most; then all are forgotten.</summary>
    private const int Most = 200;

    private volatile Kept _kept = new(-1);

    /// <summary>
    /// The answer to a question, asked of the database once between two writes. A visitor's request knows no count of
    /// writes: nothing is kept for it and nothing of others is given to it.
    /// </summary>
    /// <param name="question">
    /// Compared by value; names everything the answer depends on beside the database: the account, the business date, the filter.
    /// </param>
    public Task<T> OfAsync<T>(CurrentRequest current, object question, Func<Task<T>> answer)
        where T : class => OfAsync(current.Writes, question, answer);

    /// <summary>The same for a count that is at hand.</summary>
    internal async Task<T> OfAsync<T>(long? known, object question, Func<Task<T>> answer)
        where T : class
    {
        if (known is not { } writes) return await answer();
        var kept = _kept;
        if (kept.Writes == writes && kept.Answers.TryGetValue(question, out var old)) return (T)old;
        // The count was read before the answer, so that an answer may be newer than its count and never older.
        var given = await answer();
        kept = _kept;
        if (kept.Writes < writes || (kept.Writes == writes && kept.Answers.Count >= Most)) _kept = kept = new Kept(writes);
        if (kept.Writes == writes) kept.Answers[question] = given;
        return given;
    }

    private sealed class Kept(long writes)
    {
        public long Writes => writes;

        public ConcurrentDictionary<object, object> Answers { get; } = new();
    }
}
