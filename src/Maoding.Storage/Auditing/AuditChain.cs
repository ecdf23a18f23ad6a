using System.Security.Cryptography;
using System.Text;
using Maoding.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Auditing;

/// <summary>The hash chain of audit entries.</summary>
public static class AuditChain
{
    public static readonly string Beginning = new('0', 64);

    /// <summary>SHA-256 of the previous hash, a line feed and the entry's text, lower-case hex.</summary>
    public static string Hash(string previousHash, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previousHash}\n{text}")));

    /// <summary>Takes the head for this transaction; every other writer waits here, so it is done last.</summary>
    internal static async Task<AuditHead> LockHeadAsync(MaodingContext db, CancellationToken stop)
    {
        // A SQLite transaction is alone from its beginning; PostgreSQL needs the row lock.
        var heads = db.Database.IsNpgsql()
            ? db.AuditHeads.FromSqlRaw("""SELECT * FROM "AuditHeads" WHERE "Id" = 1 FOR UPDATE""")
            : db.AuditHeads.Where(h => h.Id == 1);
        foreach (var stale in db.ChangeTracker.Entries<AuditHead>().ToList()) stale.State = EntityState.Detached;
        return await heads.SingleAsync(stop);
    }
}
