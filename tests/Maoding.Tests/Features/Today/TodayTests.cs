using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Consult;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Features.Today;

/// <summary>What waits for each role, and that every number leads somewhere.</summary>
public sealed class TodayTests
{
    [Theory]
    [InlineData("coordinator", "《在区委六届五次全会上的讲话》有 1 项待确认|1 项还没有牵头领导或牵头单位|1 项还没有完成时限|1 条意见等您定|第 1 轮征求意见 3月7日 截止|1 项责任和时限齐全，可以印发|2 个单位还没有签收")]
    [InlineData("leader", "1 项任务征求您的意见|1 项牵头单位有争议，请您定|1 项过了时限还没有办结")]
    [InlineData("leader2", "")]
    [InlineData("head", "1 项任务征求您的意见|1 项过了时限还没有办结|1 批任务等您签收")]
    [InlineData("clerk", "1 项任务征求您的意见|1 项过了时限还没有办结|1 批任务等您签收")]
    [InlineData("clerk2", "1 项过了时限还没有办结|1 批任务等您签收")]
    [InlineData("inspector", "1 处台账调整|2 个单位还没有签收")]
    [InlineData("steward", "")]
    [InlineData("assessor", "")]
    [InlineData("admin", "1 个账号被锁定|1 个账号还没有改初始密码")]
    public async Task Each_role_has_its_own_things_to_do(string account, string expected)
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var web = await app.AsAsync(account);
        var page = await web.PageAsync("/today");
        Assert.Equal(expected, string.Join('|', page.QuerySelectorAll(".waiting strong").Select(e => e.TextContent)));
        Assert.All(page.QuerySelectorAll(".waiting li"), e => Assert.NotEmpty(e.QuerySelector("a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_numbers_on_top_are_those_of_the_lists_behind_them()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        foreach (var account in (string[])["coordinator", "leader", "clerk2", "steward"])
        {
            using var web = await app.AsAsync(account);
            var cards = (await web.PageAsync("/today")).QuerySelectorAll(".tile a").Cast<IHtmlAnchorElement>().ToList();
            Assert.NotEmpty(cards);
            foreach (var card in cards.Where(c => !c.TextContent.Contains("到期", StringComparison.Ordinal)))
            {
                var list = await web.PageAsync(card.GetAttribute("href")!);
                Assert.Equal((account, card.TextContent, $"{card.QuerySelector("b")!.TextContent} 项"), (account, card.TextContent, list.QuerySelector(".subtitle")!.TextContent));
            }
        }
    }

    [Fact]
    public async Task Before_the_first_plan_the_coordinator_is_told_to_import_a_document()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = app.Open())
        {
            db.Add(new Domain.Region { Name = "云泽区" });
            var person = new Domain.Organization.Person { Name = "陈敏" };
            db.Add(new Domain.Organization.Tenure { Person = person, Post = new Domain.Organization.Post { Order = 1, Name = "督查室主任", Kind = Domain.Organization.PostKind.Coordinator }, From = new DateOnly(2020, 1, 1) });
            db.Add(new Storage.Accounts.Account { UserName = "coordinator", NormalizedUserName = "COORDINATOR", Person = person, SecurityStamp = "s" });
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        Assert.Contains("导入今年的第一份文件", (await web.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("导入第一份文件", (await web.PageAsync("/ledger")).Body!.TextContent, StringComparison.Ordinal);
        using var export = await web.GetAsync("/ledger/export");
        Assert.Equal(HttpStatusCode.NotFound, export.StatusCode);
    }

    private static async Task SceneAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var round = new Consultation { PlanId = district.Plan.Id, Round = 1, StartedOn = SmallDistrict.Today, Until = SmallDistrict.Today.AddDays(5) };
        var issue = new Issue { PlanId = district.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = SmallDistrict.Today };
        db.AddRange(round, issue);
        await TestApp.SaveAsync(db);
        var proposed = district.Row("1", "待确认的", CommitmentState.Proposed, null);
        proposed.Number = "";
        var bare = district.Row("2", "没有责任和时限的", CommitmentState.Draft, null);
        (bare.DueKind, bare.Due, bare.DueMonth) = (DueKind.None, null, 0);
        var asked = district.Row("4", "征求意见的", CommitmentState.Consulting, district.Education);
        asked.ConsultationId = round.Id;
        var disputed = district.Row("5", "有争议的", CommitmentState.Consulting, district.Finance);
        var late = district.Row("6", "过了时限的", CommitmentState.Issued, district.Housing, district.Education);
        (late.IssueId, late.Due, late.DueMonth) = (issue.Id, new DateOnly(2026, 2, 20), 202602);
        db.AddRange(proposed, bare, district.Row("3", "齐全的", CommitmentState.Draft, district.Education), asked, disputed, late);
        await TestApp.SaveAsync(db);
        db.Add(new Opinion { ConsultationId = round.Id, CommitmentId = asked.Id, UnitId = district.Finance.Id, Kind = OpinionKind.OtherLead, Grounds = "职责不符" });
        db.Add(new Opinion { ConsultationId = round.Id, CommitmentId = disputed.Id, UnitId = district.Finance.Id, Kind = OpinionKind.OtherLead, State = OpinionState.Escalated, Grounds = "职责不符" });
        db.Add(new Amendment { CommitmentId = late.Id, Changes = "完成时限\t2026-06-30\t2026-02-20", Reason = "提前", Decision = "会议纪要", DecidedOn = SmallDistrict.Today });
        await TestApp.SaveAsync(db);
        await AddLockedAsync(app);
    }

    private static async Task AddLockedAsync(TestApp app)
    {
        await using var db = app.Open();
        db.Add(new Storage.Accounts.Account { UserName = "locked", NormalizedUserName = "LOCKED", IsAdministrator = true, SecurityStamp = "s", MustChangePassword = true, LockoutEnd = DateTimeOffset.UtcNow.AddHours(1) });
        await TestApp.SaveAsync(db);
    }
}
