using Maoding.Districts;
using Maoding.Domain;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>Counts wrong passwords and codes, on whichever page they were tried: enough of them lock the account. Refusal: ACC002 locked.</summary>
public sealed class GuessService(UserManager<Account> users, MaodingContext db, AuditedSave save, CurrentRequest current, TimeProvider clock)
{
    /// <summary>Guesses that come at the same moment lose to one another at most this often.</summary>
    private const int Tries = 50;

    /// <summary>Counts a wrong guess and writes it down before it is answered.</summary>
    /// <param name="action">What was tried: 登录, 修改密码.</param>
    /// <returns>What to throw: the given refusal, or ACC002 once the account is locked.</returns>
    public async Task<RefusalException> CountAsync(Account account, string action, string why, RefusalException refusal, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        for (var tried = 1; ; tried++)
        {
            var fresh = await db.Users.SingleAsync(a => a.Id == account.Id, stop);
            var actor = AccountActors.Of(fresh, current);
            if (await users.IsLockedOutAsync(fresh))
            {
                await save.NoteAsync(actor, $"{action}失败", nameof(Account), fresh.Id, "账号锁定期间", stop);
                return Locked(fresh);
            }

            await users.AccessFailedAsync(fresh);
            var locked = await users.IsLockedOutAsync(fresh);
            try
            {
                await save.SaveAsync(
                    actor, locked ? "账号锁定" : $"{action}失败", locked ? $"{why}，连续{users.Options.Lockout.MaxFailedAccessAttempts}次" : why, stop: stop);
                return locked ? Locked(fresh) : refusal;
            }
            catch (RefusalException clash) when (clash.Code == "SYS001" && tried < Tries)
            {
                // Another guess was counted in between; this one counts too.
                db.ChangeTracker.Clear();
            }
        }
    }

    public RefusalException Locked(Account account)
    {
        var left = account.LockoutEnd!.Value - clock.GetUtcNow();
        var words = left > TimeSpan.FromDays(1)
            ? "这个账号已停用。请联系系统管理员。"
            : $"密码连续输错{users.Options.Lockout.MaxFailedAccessAttempts}次，账号已锁定。请{Math.Ceiling(left.TotalMinutes)}分钟后再试，或请系统管理员解锁。";
        return new RefusalException("ACC002", words);
    }
}
