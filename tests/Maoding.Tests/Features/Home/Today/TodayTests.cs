using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Contracts;
using Maoding.Domain.Consulting;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Tests.Features.Planning.Documents;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Home.Today;

/// <summary>What waits for each role, and that every number leads somewhere.</summary>
public sealed class TodayTests
{
    [Theory]
    [InlineData("coordinator", "《在区委六届五次全会上的讲话》有 1 项待确认|1 项还没有牵头单位|1 项还没有完成时限|1 条意见等您定|第 1 轮征求意见 3月7日（含当日）截止|2 项待印发|2 个单位还没有签收|1 项任务超过完成时限未办结")]
    [InlineData("leader", "1 项任务征求您的意见|1 项牵头单位有争议，请您裁定|1 项过了时限还没有办结")]
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

    /// <summary>The order of the work: a part that comes in between says so here.</summary>
    [Fact]
    public async Task The_parts_stand_in_the_order_of_the_work()
    {
        await using var app = await TestApp.StartAsync();
        await using var scope = app.Scope();
        Assert.Equal(
            [
                "AccountToday", "HolidayToday", "PlannedToday", "FirstDocumentToday", "LedgerToday", "ReportToday", "FindingToday",
                "AssignToday", "ConsultToday", "IssueToday", "AnswerToday", "OwnRowsToday", "ReceiptToday", "LateRowsToday", "ChaseToday",
                "StepToday", "CompletionToday", "SettleToday", "TargetToday", "FigureToday", "ProjectToday", "WindowToday", "ReviewToday",
                "ProblemToday", "AuditToday", "UnsignedToday",
            ],
            scope.ServiceProvider.GetServices<TodayPart>().OrderBy(p => p.Place).Select(p => p.GetType().Name));
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
                Assert.Equal((account, card.TextContent, $"{card.QuerySelector("b")!.TextContent} 项"),
                    (account, card.TextContent, list.QuerySelector(".subtitle")!.TextContent));
            }
        }
    }

    [Fact]
    public async Task The_numbers_of_the_navigation_are_those_of_the_page()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        foreach (var account in (string[])["coordinator", "leader", "leader2", "head", "clerk", "inspector", "steward", "admin"])
        {
            using var web = await app.AsAsync(account);
            var page = await web.PageAsync("/today");
            using var answer = await web.GetAsync("/today/numbers");
            using var numbers = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var titles = page.QuerySelectorAll(".waiting strong").Select(e => e.TextContent).ToList();
            var sections = numbers.RootElement.GetProperty("sections").EnumerateObject().ToList();
            // A line that begins with a number speaks of as many, any other of one thing.
            var spoken = titles.Sum(t => int.TryParse(t.Split(' ')[0], CultureInfo.InvariantCulture, out var many) ? many : 1);
            Assert.Equal((account, titles.Count, spoken), (account, numbers.RootElement.GetProperty("all").GetInt32(), sections.Sum(s => s.Value.GetInt32())));
            var marks = page.QuerySelectorAll("nav.menu [data-waits]").SelectMany(m => m.GetAttribute("data-waits")!.Split(' ')).ToHashSet();
            Assert.All(sections, s => Assert.Contains(s.Name, marks));
        }
    }

    [Fact]
    public async Task Every_number_of_every_role_is_that_of_the_page_it_leads_to()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        await AddSecondUnitAsync(app);
        var compared = new HashSet<string>();
        foreach (var account in (string[])["coordinator", "leader", "leader2", "head", "clerk", "clerk2", "inspector", "steward", "assessor", "admin"])
        {
            using var web = await app.AsAsync(account);
            foreach (var item in (await web.PageAsync("/today")).QuerySelectorAll(".waiting li"))
            {
                var (mark, title) = (item.QuerySelector(".mark")!.TextContent, item.QuerySelector("strong")!.TextContent);
                if (mark is "确认" or "征求") continue;
                var href = item.QuerySelector("a")!.GetAttribute("href")!;
                Assert.Equal((account, title, title.Split(' ')[0]), (account, title, Shown(await web.PageAsync(href), mark, href)));
                compared.Add(mark);
            }
        }

        Assert.Superset(new HashSet<string> { "分工", "时限", "意见", "印发", "签收", "反馈", "裁定", "逾期", "调整", "锁定", "密码" }, compared);
    }

    [Fact]
    public async Task A_clerk_of_two_units_answers_for_both_and_signs_for_both()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        await AddSecondUnitAsync(app);
        using var clerk = await app.AsAsync("clerk");
        Assert.Contains("2 项任务征求您的意见", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        var one = (await clerk.PageAsync("/consulting")).QuerySelector<IHtmlFormElement>("form[action$='handler=Agree']")!;
        using var agreed = await clerk.SubmitAsync(one, new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        Assert.Contains("1 项任务征求您的意见", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_plan_the_coordinator_is_told_to_import_a_document()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = app.Open())
        {
            db.Add(new Domain.Region { Name = "云泽区" });
            var person = new Domain.Organization.Person { Name = "陈敏" };
            db.Add(new Domain.Organization.Tenure
            {
                Person = person,
                Post = new Domain.Organization.Post { Order = 1, Name = "督查室主任", Kind = Domain.Organization.PostKind.Coordinator },
                From = new DateOnly(2020, 1, 1),
            });
            db.Add(new Storage.Accounts.Account { UserName = "coordinator", NormalizedUserName = "COORDINATOR", Person = person, SecurityStamp = "s" });
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        Assert.Equal(DocumentLinks.Import, FirstStep(await web.PageAsync("/today")));
        Assert.Contains("导入第一份文件", (await web.PageAsync("/ledger")).Body!.TextContent, StringComparison.Ordinal);
        using var export = await web.GetAsync("/ledger/export");
        Assert.Equal(HttpStatusCode.NotFound, export.StatusCode);
        // The first run leaves a plan without anything in it.
        await using (var db = app.Open())
        {
            db.Add(new Plan { Year = 2026, Name = "2026年任务分解方案" });
            await TestApp.SaveAsync(db);
        }

        Assert.Equal(DocumentLinks.Import, FirstStep(await web.PageAsync("/today")));
        await ImportedSpeech.ImportAsync(app, web, ImportedSpeech.Sample);
        Assert.Null(FirstStep(await web.PageAsync("/today")));
    }

    private static string? FirstStep(IHtmlDocument page) => page.QuerySelectorAll(".waiting li")
        .FirstOrDefault(l => l.TextContent.Contains("导入今年的第一份文件", StringComparison.Ordinal))?.QuerySelector("a")?.GetAttribute("href");

    /// <summary>区教育局's clerk is 区住建局's too, which helps with the row that is asked about.</summary>
    private static async Task AddSecondUnitAsync(TestApp app)
    {
        await using var db = app.Open();
        var housing = await db.Units.SingleAsync(u => u.ShortName == "区住建局");
        var person = await db.Persons.SingleAsync(p => p.Name == "李娟");
        db.Add(new Domain.Organization.Tenure
        {
            PersonId = person.Id,
            Post = new Domain.Organization.Post { Order = 20, Name = "区住建局联络员（兼）", Kind = Domain.Organization.PostKind.UnitClerk, Unit = housing },
            From = new DateOnly(2020, 1, 1),
        });
        (await db.Commitments.Include(c => c.CoUnits).SingleAsync(c => c.Title == "征求意见的")).CoUnits.Add(new CoUnit { UnitId = housing.Id, Order = 1 });
        await TestApp.SaveAsync(db);
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
        db.Add(
            new Opinion { ConsultationId = round.Id, CommitmentId = asked.Id, UnitId = district.Finance.Id, Kind = OpinionKind.OtherLead, Grounds = "职责不符" });
        db.Add(new Opinion
        {
            ConsultationId = round.Id,
            CommitmentId = disputed.Id,
            UnitId = district.Finance.Id,
            Kind = OpinionKind.OtherLead,
            State = OpinionState.Escalated,
            Grounds = "职责不符",
        });
        db.Add(new Amendment
        {
            CommitmentId = late.Id,
            Changes = "完成时限\t2026-06-30\t2026-02-20",
            Reason = "提前",
            Decision = "会议纪要",
            DecidedOn = SmallDistrict.Today,
        });
        await TestApp.SaveAsync(db);
        await AddLockedAsync(app);
    }

    private static async Task AddLockedAsync(TestApp app)
    {
        await using var db = app.Open();
        db.Add(new Storage.Accounts.Account
        {
            UserName = "locked",
            NormalizedUserName = "LOCKED",
            IsAdministrator = true,
            SecurityStamp = "s",
            MustChangePassword = true,
            LockoutEnd = DateTimeOffset.UtcNow.AddHours(1),
        });
        db.Add(new Storage.Accounts.Account
        {
            UserName = "new",
            NormalizedUserName = "NEW",
            IsAdministrator = true,
            SecurityStamp = "s",
            MustChangePassword = true,
        });
        db.Add(new Storage.Accounts.Account
        {
            UserName = "closed",
            NormalizedUserName = "CLOSED",
            IsAdministrator = true,
            SecurityStamp = "s",
            MustChangePassword = true,
            LockoutEnd = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero),
        });
        await TestApp.SaveAsync(db);
    }

    /// <summary>How many things of a kind the page shows that an item leads to.</summary>
    private static string Shown(IHtmlDocument page, string mark, string href) => (mark, href.Split('?')[0]) switch
    {
        (_, "/ledger") => page.QuerySelector(".subtitle")!.TextContent.Split(' ')[0],
        (_, "/ledger/assigning") => Regex.Match(page.Body!.TextContent, @"共 (\d+) 行").Groups[1].Value,
        ("反馈", _) => $"{page.QuerySelectorAll("form[action$='handler=Agree']").Length}",
        ("裁定", _) => $"{page.QuerySelectorAll("form[action$='handler=Rule']").Length}",
        ("意见", _) => Regex.Match(page.Body!.TextContent, @"待定的意见 (\d+) 条").Groups[1].Value,
        ("印发", _) => Regex.Match(page.QuerySelector("#waiting")!.TextContent, @"(\d+) 项").Groups[1].Value,
        ("签收", _) when page.QuerySelector("#unsigned") is { } line => Regex.Match(line.TextContent, @"(\d+) 个单位").Groups[1].Value,
        ("签收", _) => $"{page.QuerySelectorAll("td .mark-red").Count(m => m.TextContent == "等您签收")}",
        ("调整", _) => $"{page.QuerySelectorAll("main tbody tr").Length}",
        ("锁定", _) => $"{page.QuerySelectorAll("td .mark").Count(m => m.TextContent.Contains("锁定", StringComparison.Ordinal))}",
        ("密码", _) => $"{page.QuerySelectorAll("td .mark").Count(m => m.TextContent.Contains("待改", StringComparison.Ordinal))}",
        _ => "",
    };
}
