using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Auditing;

/// <summary>The head of the chain as it was on one day, kept outside the database.</summary>
public sealed record RecordedHead(DateTime At, long Sequence, string Hash);

/// <summary>A file with one line for each time the head was written down: whoever rewrites the chain in the database must rewrite this too.</summary>
public static class AuditHeadLog
{
    public const string FileName = "audit-head.log";

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    /// <summary>Adds a line with the present head and waits until the disk has it.</summary>
    public static async Task AppendAsync(MaodingContext db, string folder, TimeProvider clock, CancellationToken stop = default)
    {
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(stop);
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(Path.Combine(folder, FileName), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await using var writer = new StreamWriter(file) { NewLine = "\n" };
        await writer.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{clock.GetUtcNow().UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}\t{head.Sequence}\t{head.Hash}"));
        await writer.FlushAsync(stop);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The lines of the file in their order; null for a line that says nothing. None without a file.</summary>
    public static IEnumerable<RecordedHead?> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) yield break;
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line) yield return Parse(line);
    }

    private static RecordedHead? Parse(string line) =>
        line.Split('\t') is [var at, var sequence, { Length: 64 } hash]
        && DateTime.TryParseExact(at, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number)
            ? new RecordedHead(time, number, hash)
            : null;
}
