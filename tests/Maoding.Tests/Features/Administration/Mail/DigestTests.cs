using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Features.Administration.Mail;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using Xunit;

namespace Maoding.Tests.Features.Administration.Mail;

public sealed class DigestTests
{
    /// <summary>A Monday, nine in the morning in China.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Who_has_something_waiting_gets_one_mail_a_day_with_what_today_says()
    {
        await using var sink = new SmtpSink();
        var clock = new SetClock { Now = Monday };
        await using var app = await StartAsync(sink, clock);
        Assert.Equal(1, await RunAsync(app));
        Assert.Equal(0, await RunAsync(app));
        var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(sink.Messages))));
        Assert.Equal("clerk@example.gov.cn", message.To.Mailboxes.Single().Address);
        Assert.StartsWith("【云泽区】3月2日待办 ", message.Subject, StringComparison.Ordinal);
        Assert.Contains("1 批任务等您签收", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://ducha.example.gov.cn/issuing", message.TextBody, StringComparison.Ordinal);
        clock.Now = Monday.AddDays(1);
        Assert.Equal(1, await RunAsync(app));
        await using var db = app.Open();
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Action == "发送提醒邮件"));
    }

    [Theory]
    [InlineData("2026-03-02T08:29:00+08:00", "before the day's work")]
    [InlineData("2026-03-02T18:01:00+08:00", "after it")]
    [InlineData("2026-03-01T09:00:00+08:00", "a Sunday")]
    [InlineData("2026-10-01T09:00:00+08:00", "the national day")]
    public async Task Quiet_hours_and_days_off_are_kept(string time, string why)
    {
        await using var sink = new SmtpSink();
        await using var app = await StartAsync(sink, new SetClock { Now = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture) });
        Assert.True(await RunAsync(app) == 0, why);
        Assert.Empty(sink.Messages);
    }

    [Fact]
    public async Task A_mail_that_failed_is_tried_again()
    {
        var sink = new SmtpSink();
        var clock = new SetClock { Now = Monday };
        await using var app = await StartAsync(sink, clock);
        await sink.DisposeAsync();
        Assert.Equal(0, await RunAsync(app));
        await using var db = app.Open();
        Assert.Empty(db.HandledRequests.Where(r => r.Key.StartsWith("mail-")));
    }

    [Fact]
    public async Task Everyone_sets_an_own_address_and_takes_it_away()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("clerk");
        var page = await web.PageAsync("/own-account");
        IHtmlFormElement Form() => (IHtmlFormElement)page.QuerySelector("form:has(#Mailbox)")!;
        using var wrong = await web.SubmitAsync(Form(), new Dictionary<string, string?> { ["Mailbox"] = "李娟 <clerk>" });
        Assert.Contains("邮箱地址不完整", (await Maoding.Tests.Hosting.WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest)).Body!.TextContent,
            StringComparison.Ordinal);
        using var set = await web.SubmitAsync(Form(), new Dictionary<string, string?> { ["Mailbox"] = "clerk@example.gov.cn" });
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        page = await web.PageAsync("/own-account");
        Assert.Equal("clerk@example.gov.cn", page.QuerySelector("#Mailbox")!.GetAttribute("value"));
        using var cleared = await web.SubmitAsync(Form(), new Dictionary<string, string?> { ["Mailbox"] = "" });
        await using var db = app.Open();
        Assert.Null((await db.Users.SingleAsync(u => u.UserName == "clerk")).Email);
    }

    private static async Task<int> RunAsync(TestApp app) =>
        await app.Services.GetRequiredService<DigestService>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The clerk's unit has a batch to sign for; the head has no address, the other clerk nothing waiting.</summary>
    private static async Task<TestApp> StartAsync(SmtpSink sink, SetClock clock)
    {
        var app = await TestApp.StartAsync(
            adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
            settings: ["--Mail:Host=127.0.0.1", $"--Mail:Port={sink.Port}", "--Mail:Security=none",
                "--Mail:From=区委督查室 <ducha@example.gov.cn>", "--Mail:Site=https://ducha.example.gov.cn/"]);
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var issue = new Issue { PlanId = district.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕1号", IssuedOn = SmallDistrict.Today };
        db.Add(issue);
        await TestApp.SaveAsync(db);
        var row = district.Row("1", "新建公办幼儿园3所", CommitmentState.Issued, district.Education);
        row.IssueId = issue.Id;
        db.Add(row);
        foreach (var account in await db.Users.Where(u => u.UserName == "clerk" || u.UserName == "clerk2").ToListAsync())
            account.Email = $"{account.UserName}@example.gov.cn";
        await TestApp.SaveAsync(db);
        return app;
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
