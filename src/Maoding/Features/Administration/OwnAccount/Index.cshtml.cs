using Maoding.Domain.Access;
using Maoding.Domain.Accounts;
using Maoding.Hosting;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>My account: posts held, the password's age, the second factor, where reminders go.</summary>
public sealed class IndexModel(MaodingContext db, PasswordService passwords, MailboxService mailboxes) : MaodingPage
{
    public Account Account { get; private set; } = null!;

    public IReadOnlyList<HeldPost> Posts => Actor.Posts;

    public int PasswordAge => passwords.AgeInDays(Account);

    public int? RotationDays => PasswordLimits.Of(passwords.Policy).RotationDays;

    [BindProperty]
    public string? Mailbox { get; set; }

    [Needs(Permission.OwnAccount)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Mailbox = Account.Email;
    }

    [Needs(Permission.OwnAccount)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            await mailboxes.SetAsync(Actor, Mailbox ?? "", Once("/own-account"), stop);
            Notice(string.IsNullOrWhiteSpace(Mailbox) ? "不再发送提醒邮件。" : "提醒邮件将发到这个邮箱，每个工作日最多一封。");
            return Redirect("/own-account");
        },
        () => LoadAsync(stop));

    private async Task LoadAsync(CancellationToken stop) => Account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == Actor.AccountId, stop);
}
