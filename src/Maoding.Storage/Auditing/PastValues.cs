using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Auditing;

/// <summary>Values as they were at an entry of the chain: what the first later change of each says stood before it.</summary>
public sealed class PastValues
{
    private readonly Dictionary<(int Id, string Name), JsonNode?> _before = [];

    private PastValues()
    {
    }

    /// <summary>Reads what changed of a kind of rows after an entry.</summary>
    /// <param name="subject">Name of the entity's type.</param>
    /// <param name="sequence">Of the entry; changes after it are undone.</param>
    public static async Task<PastValues> AtAsync(MaodingContext db, string subject, long sequence, CancellationToken stop)
    {
        var past = new PastValues();
        var later = db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject && e.Sequence > sequence).OrderBy(e => e.Sequence)
            .Select(e => new { e.SubjectId, e.Text });
        await foreach (var entry in later.AsAsyncEnumerable().WithCancellation(stop))
            foreach (var (name, value) in JsonNode.Parse(entry.Text)?["before"] as JsonObject ?? [])
                past._before.TryAdd((entry.SubjectId, name), value);
        return past;
    }

    /// <param name="present">What it is now: it was so already where nothing changed it.</param>
    public int? Number(int id, string name, int? present) => _before.TryGetValue((id, name), out var value) ? value?.GetValue<int>() : present;

    /// <inheritdoc cref="Number"/>
    public T? Choice<T>(int id, string name, T? present) where T : struct, Enum =>
        _before.TryGetValue((id, name), out var value) ? value is null ? null : Enum.Parse<T>(value.GetValue<string>()) : present;
}
