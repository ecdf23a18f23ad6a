using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Auditing;

/// <summary>Keys of forms that were carried out, kept as long as anybody may send one again.</summary>
public static class HandledForms
{
    /// <summary>A page left open longer than this is out of date in every other way too.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Forgets older keys. They say nothing of the district, so the audit is not told.</summary>
    public static Task<int> ForgetAsync(MaodingContext db, TimeProvider clock, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        return db.HandledRequests.Where(r => r.At < before).ExecuteDeleteAsync(stop);
    }
}
