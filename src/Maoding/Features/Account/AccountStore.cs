using System.Security.Cryptography;
using System.Text;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Maoding.Features.OwnAccount;

/// <summary>Identity's store without saves of its own: what it changes is written by AuditedSave, together with the reason.</summary>
public sealed class AccountStore : UserOnlyStore<Account, MaodingContext, int>
{
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

    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(code.Trim().ToUpperInvariant()), cancellationToken);

    // A code holds some fifty bits of chance, so one plain hash is enough.
    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
