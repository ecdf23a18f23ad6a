using System.Globalization;
using System.Security.Claims;
using System.Text;
using MailKit.Net.Smtp;
using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Features.Home.Today;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Maoding.Features.Administration.Mail;

/// <summary>Reminders: what waits for a person on 今日, by mail, at most once a day, on working days and outside quiet hours only.</summary>
public sealed partial class DigestService(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<DigestService> log) : TimedWork
{
    public override Task WorkAsync(CancellationToken stop) => RunAsync(stop);

    /// <summary>Sends what is due now; a person whose mail fails is tried again with the next call.</summary>
    /// <returns>How many mails were sent.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var now = BusinessClock.InChina(clock.GetUtcNow().UtcDateTime);
        var day = DateOnly.FromDateTime(now);
        if (MailOptions.Of(configuration) is not { } options || TimeOnly.FromDateTime(now) < options.Begin
            || TimeOnly.FromDateTime(now) > options.End) return 0;
        var waiting = await WaitingAsync(day, stop);
        if (waiting.Count == 0) return 0;
        using var smtp = new SmtpClient();
        var sent = 0;
        foreach (var account in waiting)
        {
            try
            {
                if (await SendAsync(smtp, options, account, day, stop)) sent++;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Failed(log, error, account.Id);
            }
        }

        if (smtp.IsConnected) await smtp.DisconnectAsync(true, stop);
        return sent;
    }

    /// <summary>Accounts with an address that got no mail yet today; none on a day off.</summary>
    private async Task<List<Account>> WaitingAsync(DateOnly day, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        if (!(await DistrictCalendar.ReadAsync(db, stop)).IsWorkday(day)) return [];
        var start = Key(day, "");
        var told = await db.HandledRequests.Where(r => r.Key.StartsWith(start)).Select(r => r.Key).ToListAsync(stop);
        var accounts = await db.Users.AsNoTracking().Where(a => a.Email != null && a.Email != "" && a.PersonId != null).OrderBy(a => a.Id).ToListAsync(stop);
        return accounts.FindAll(a => !told.Contains(Key(day, a.Id.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>In a scope of its own, as a request of that person would be.</summary>
    private async Task<bool> SendAsync(SmtpClient smtp, MailOptions options, Account account, DateOnly day, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var names = scope.ServiceProvider.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var current = scope.ServiceProvider.GetRequiredService<CurrentRequest>();
        var id = account.Id.ToString(CultureInfo.InvariantCulture);
        await current.LoadAsync(new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(names.UserIdClaimType, id), new Claim(names.SecurityStampClaimType, account.SecurityStamp ?? "")], "mail")), stop);
        if (!current.Actor.IsSignedIn) return false;
        var view = (await scope.ServiceProvider.GetRequiredService<TodayService>().ReadAsync(current, stop)).Gathered;
        if (view.Items.Count == 0) return false;
        if (!smtp.IsConnected) await ConnectAsync(smtp, options, stop);
        await smtp.SendAsync(Message(options, account, current, view.Items), stop);
        var request = new HandledRequest { Key = Key(day, id), Location = "" };
        await scope.ServiceProvider.GetRequiredService<AuditedSave>().NoteOnceAsync(Actor.System, "发送提醒邮件", nameof(Account), account.Id, request, stop);
        return true;
    }

    private static async Task ConnectAsync(SmtpClient smtp, MailOptions options, CancellationToken stop)
    {
        await smtp.ConnectAsync(options.Host, options.Port, options.Security, stop);
        if (options.User.Length > 0) await smtp.AuthenticateAsync(options.User, options.Password, stop);
    }

    private static MimeMessage Message(MailOptions options, Account account, CurrentRequest current, IReadOnlyList<TodayItem> items)
    {
        var region = current.Directory.Region.Name;
        var text = new StringBuilder().Append(current.Actor.Name).AppendLine("：").AppendLine().AppendLine("以下事项等您办理：").AppendLine();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            text.AppendLine(CultureInfo.InvariantCulture, $"{i + 1}. 【{item.Mark}】{item.Title}");
            if (item.Detail.Length > 0) text.Append("   ").AppendLine(item.Detail);
            if (options.Site.Length > 0) text.AppendLine(CultureInfo.InvariantCulture, $"   {item.Action}：{options.Site}{item.Href}");
        }

        text.AppendLine().Append("每个工作日最多发一封，内容与系统“今日”一致。不想再收，请在“我的账号”里清空邮箱。");
        var message = new MimeMessage
        {
            Subject = $"【{region}】{current.Today.Month}月{current.Today.Day}日待办 {items.Count} 件",
            Body = new TextPart("plain") { Text = text.ToString() },
        };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(MailboxAddress.Parse(account.Email!));
        return message;
    }

    private static string Key(DateOnly day, string account) => string.Create(CultureInfo.InvariantCulture, $"mail-{day:yyyyMMdd}-{account}");

    [LoggerMessage(EventId = 21, Level = LogLevel.Warning, Message = "The reminder to account {Account} could not be sent; it is tried again")]
    private static partial void Failed(ILogger logger, Exception error, int account);
}
