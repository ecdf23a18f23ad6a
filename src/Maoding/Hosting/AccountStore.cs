using System.Security.Cryptography;
using System.Text;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Maoding.Hosting;

/// <summary>Identity's store without saves of its own: what it changes is written by AuditedSave, together with the reason.</summary>
public sealed class AccountStore : UserOnlyStore<Account, MaodingContext, int>
{
    /// <summary>Where the base keeps the codes; its own names are private.</summary>
    private const string CodesProvider = "[AspNetUserStore]";
    private const string CodesName = "RecoveryCodes";

    public AccountStore(MaodingContext db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;

    /// <summary>The row is tracked already; the base would mark every column as changed, and the audit would list them all.</summary>
    public override Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default)
    {
        if (Context.Entry(user).State != Microsoft.EntityFrameworkCore.EntityState.Unchanged || Context.ChangeTracker.HasChanges())
            user.ConcurrencyStamp = Guid.NewGuid().ToString();
        return Task.FromResult(IdentityResult.Success);
    }

    /// <summary>Only hashes of recovery codes are kept: they are as good as passwords.</summary>
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(Hash), cancellationToken);

    /// <summary>The base would hand the codes left, which are hashes, to <see cref="ReplaceCodesAsync"/> and have them hashed again.</summary>
    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var kept = (await GetTokenAsync(user, CodesProvider, CodesName, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var given = Hash(code.Trim().ToUpperInvariant());
        if (!kept.Contains(given)) return false;
        await base.ReplaceCodesAsync(user, kept.Where(k => k != given), cancellationToken);
        return true;
    }

    // A code holds some fifty bits of chance, so one plain hash is enough.
    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
