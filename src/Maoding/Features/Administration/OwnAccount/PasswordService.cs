using System.Security.Cryptography;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Accounts;
using Maoding.Domain.Audit;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>
/// Setting passwords: rules, history, age. Refusals: ACC002 too many wrong present passwords, ACC010 wrong
/// present password, ACC011 against the rules, ACC012 used before, ACC013 the two differ.
/// </summary>
public sealed class PasswordService(
    MaodingContext db, AuditedSave save, CurrentRequest current, TimeProvider clock,
    IPasswordHasher<Account> hasher, UserManager<Account> users, GuessService guesses)
{
    /// <summary>The district's policy; the default while there is no district.</summary>
    public PasswordPolicy Policy => current.DirectoryOrNull?.Region.PasswordPolicy == "asvs5" ? PasswordPolicy.Asvs5 : PasswordPolicy.Gbt22239;

    /// <summary>Whole days since the password was set.</summary>
    public int AgeInDays(Account account) => Math.Max(0, (int)(clock.GetUtcNow().UtcDateTime - account.PasswordChangedAt).TotalDays);

    /// <summary>The password is older than the policy allows.</summary>
    public bool IsExpired(Account account) =>
        PasswordLimits.Of(Policy).RotationDays is { } days && AgeInDays(account) >= days;

    /// <summary>Changes one's own password; every other session of the account ends.</summary>
    /// <exception cref="RefusalException">See the class.</exception>
    public async Task<Account> ChangeAsync(Actor actor, string present, string wanted, string again, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.OwnAccount);
        var account = await db.Users.SingleAsync(a => a.Id == actor.AccountId, stop);
        if (account.PasswordHash is null || hasher.VerifyHashedPassword(account, account.PasswordHash, present) == PasswordVerificationResult.Failed)
            throw await guesses.CountAsync(account, "修改密码", "现在的密码不对", new RefusalException("ACC010", "现在的密码不对。请重新输入。") { Field = "Present" }, stop);
        account.AccessFailedCount = 0;
        Check(account.UserName!, wanted, again);
        var limits = PasswordLimits.Of(Policy);
        string[] earlier = [account.PasswordHash, .. Lines(account.PasswordHistory).Skip(1).Take(limits.Remembered - 1)];
        if (earlier.Any(hash => hasher.VerifyHashedPassword(account, hash, wanted) != PasswordVerificationResult.Failed))
        {
            var words = limits.Remembered > 1 ? $"新密码不能与最近{limits.Remembered}次用过的相同" : "新密码不能与现在的相同";
            throw new RefusalException("ACC012", $"{words}。请换一个。") { Field = "Wanted" };
        }

        Set(account, wanted);
        account.MustChangePassword = false;
        await users.UpdateSecurityStampAsync(account);
        await save.SaveAsync(actor, "修改密码", request: once, stop: stop);
        return account;
    }

    /// <exception cref="RefusalException">ACC011, ACC013.</exception>
    public void Check(string accountName, string wanted, string again)
    {
        if (PasswordRules.Check(Policy, wanted, accountName) is { Count: > 0 } wrong)
            throw new RefusalException("ACC011", string.Concat(wrong)) { Field = "Wanted" };
        if (wanted != again) throw new RefusalException("ACC013", "两次输入的新密码不一样。请重新输入。") { Field = "Again" };
    }

    /// <summary>Puts a password into a row that the caller saves.</summary>
    public void Set(Account account, string password)
    {
        var hash = hasher.HashPassword(account, password);
        account.PasswordHash = hash;
        account.PasswordChangedAt = clock.GetUtcNow().UtcDateTime;
        account.PasswordHistory = string.Join('\n', Lines(account.PasswordHistory).Prepend(hash).Take(PasswordLimits.Of(PasswordPolicy.Gbt22239).Remembered));
    }

    /// <summary>Puts a new initial password into a row that the caller saves, and gives it for the slip: it is kept nowhere.</summary>
    public string SetInitial(Account account)
    {
        string password;
        do password = InitialPassword.From(RandomNumberGenerator.GetBytes(InitialPassword.RandomBytes));
        while (PasswordRules.Check(PasswordPolicy.Gbt22239, password, account.UserName!).Count > 0);
        Set(account, password);
        account.MustChangePassword = true;
        account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        return password;
    }

    private static string[] Lines(string history) => history.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
