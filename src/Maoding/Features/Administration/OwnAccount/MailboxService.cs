using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>Where one's own reminders go. Refusals: ACC014 no mail address.</summary>
public sealed class MailboxService(MaodingContext db, AuditedSave save)
{
    private const int Longest = 200;

    /// <param name="address">Empty: no reminders.</param>
    /// <exception cref="RefusalException">ACC014.</exception>
    public async Task SetAsync(Actor actor, string address, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.OwnAccount);
        address = address.Trim();
        var fits = address.Length <= Longest && MailboxAddress.TryParse(address, out var parsed)
            && parsed.Address == address && address.IndexOf('@', StringComparison.Ordinal) > 0;
        if (address.Length > 0 && !fits) throw new RefusalException("ACC014", "邮箱地址不完整，请照 name@example.cn 的样子填写；不收提醒请留空。") { Field = "Mailbox" };
        var account = await db.Users.SingleAsync(a => a.Id == actor.AccountId, stop);
        account.Email = address.Length == 0 ? null : address;
        await save.SaveAsync(actor, "设置提醒邮箱", request: once, stop: stop);
    }
}
