using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Districts;
using Maoding.Domain.Documents;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Settling;
using Maoding.Features.Progress.Overviews;
using Maoding.Tests.WholeWay;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Progress.Overviews;

public sealed class OverviewTests
{
    private static readonly DateOnly _may = new(2026, 5, 20);

    /// <summary>Eight leaves of two units under a parent and in two sections; April closed after March.</summary>
    private static async Task<YearDistrict> SceneAsync(TestApp app)
    {
        var year = await YearDistrict.InAsync(app, _may);
        var (education, housing) = (year.District.Education, year.District.Housing);
        Section top, under;
        await using (var db = app.Open())
        {
            var theme = new Theme { PlanId = year.District.Plan.Id, Order = 1, Name = "城市更新" };
            top = new Section { DocumentId = year.District.Document.Id, Order = 1, Level = 1, Heading = "一、重点任务", Path = "一、重点任务", Start = 0, Length = 40 };
            under = new Section { DocumentId = 1, Order = 2, Level = 2, Heading = "（一）城建", Path = "一、重点任务 ＞ （一）城建", Start = 7, Length = 33 };
            db.AddRange(theme, top, under);
            (await db.Regions.SingleAsync()).CityName = "云州市";
            await TestApp.SaveAsync(db);
        }

        var parent = await year.AddAsync("1", "老旧小区改造12个", CommitmentState.InProgress, housing, r => (r.IsLeaf, r.SectionId) = (false, under.Id));
        CommitmentState[] states = [CommitmentState.InProgress, CommitmentState.InProgress, CommitmentState.InProgress, CommitmentState.Issued,
            CommitmentState.Done, CommitmentState.Stopped, CommitmentState.CompletionApplied, CommitmentState.Verified];
        for (var i = 0; i < states.Length; i++)
        {
            var at = i;
            await year.AddAsync($"{i + 2}", $"改造第{i + 1}个小区", states[i], i % 3 == 0 ? education : housing, r =>
            {
                r.ParentId = at < 2 ? parent.Id : null;
                r.SectionId = at switch { < 3 => under.Id, < 6 => top.Id, _ => null };
                r.SecondLeaderPostId = at == 1 ? year.District.OtherLeader.Id : null;
                if (at < 3) r.Themes.Add(new CommitmentTheme { ThemeId = 1 });
            });
        }

        await year.CloseAsync(YearDistrict.March, new DateOnly(2026, 4, 10), ("1", Light.Green), ("2", Light.Green), ("3", Light.Green), ("4", Light.Red));
        await year.CloseAsync(
            YearDistrict.April, new DateOnly(2026, 5, 11), ("1", Light.Red), ("2", Light.Red), ("3", Light.Yellow), ("4", Light.Green), ("5", Light.Green));
        return year;
    }

    [Fact]
    public async Task Parts_and_sums_agree_by_state_and_by_light()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        await using var scope = app.Scope();
        await using var db = app.Open();
        var directory = await DirectorySnapshot.LoadAsync(db, TestContext.Current.CancellationToken);
        var actor = new Maoding.Domain.Access.Actor(1, 1, "王立军", false, [new(1, Maoding.Domain.Organization.PostKind.Leader, null, "副区长")]);
        var view = await scope.ServiceProvider.GetRequiredService<OverviewService>()
            .ReadAsync(actor, directory, year.District.Plan, null, _may, TestContext.Current.CancellationToken);
        Assert.Equal((YearDistrict.April, 8), (view.Month, view.All.All));
        Assert.Equal((2, 1, 1, 4, 1), (view.All.Of(Light.Green), view.All.Of(Light.Yellow), view.All.Of(Light.Red), view.All.Of(Light.None), view.All.Missing));
        Assert.Equal(["区教育局 3", "区住建局 5"], view.Units.Select(u => $"{u.Name} {u.Tally.All}"));
        Assert.Equal(["一、重点任务 6", "不在文件章节内 2"], view.Sections.Select(u => $"{u.Name} {u.Tally.All}"));
        Assert.Equal(["城市更新 3"], view.Themes.Select(u => $"{u.Name} {u.Tally.All}"));
        Assert.Equal(1, view.Joint);
        foreach (var parts in (IReadOnlyList<PartLine>[])[view.Units, view.Sections])
            foreach (var count in Counts())
                Assert.Equal(count(view.All), parts.Sum(p => count(p.Tally)));
        Assert.Equal(view.All.All, view.Leaders.Sum(l => l.Tally.All) - view.Joint);
        Assert.Equal(view.All.All, Enum.GetValues<CommitmentState>().Sum(view.All.Of));
        Assert.Equal(view.All.All, Enum.GetValues<Light>().Sum(view.All.Of));
        Assert.Equal([(YearDistrict.March, 2, 0, 1, 1), (YearDistrict.April, 2, 1, 1, 1)],
            view.Months.Select(m => (m.Month, m.Green, m.Yellow, m.Red, m.Missing)));
    }

    private static IEnumerable<Func<Tally, int>> Counts() =>
        Enum.GetValues<Light>().Select(l => (Func<Tally, int>)(t => t.Of(l)))
            .Concat(Enum.GetValues<CommitmentState>().Select(s => (Func<Tally, int>)(t => t.Of(s)))).Append(t => t.Missing).Append(t => t.All);

    [Fact]
    public async Task Every_number_leads_to_as_many_rows_of_the_ledger()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var leader = await app.AsAsync("leader");
        var page = await leader.PageAsync("/overviews");
        var links = page.QuerySelectorAll("main a[href^='/ledger?']").Cast<IHtmlAnchorElement>().ToList();
        Assert.True(links.Count > 25, $"{links.Count} links");
        foreach (var link in links)
        {
            var list = await leader.PageAsync(link.GetAttribute("href")!);
            Assert.Equal((link.GetAttribute("href"), $"{link.TextContent} 项"), (link.GetAttribute("href"), list.QuerySelector(".subtitle")!.TextContent));
        }
    }

    /// <summary>A second batch, amendments on five days, and two completions decided on one.</summary>
    private static async Task DecideAsync(TestApp app, YearDistrict year)
    {
        await using var db = app.Open();
        db.Add(new Issue
        {
            PlanId = year.District.Plan.Id,
            Batch = 2,
            DocumentNumber = "云办发〔2026〕9号",
            IssuedOn = new DateOnly(2026, 5, 6),
            IssuedAt = DateTime.UtcNow,
        });
        (string Row, string Changes, DateOnly On)[] amendments =
        [
            ("2", "完成时限\t2026-06-30\t2026-10-31", new(2026, 5, 5)), ("7", "状态\t推进中\t停办", new(2026, 5, 6)),
            ("3", "状态\t已销号\t推进中", new(2026, 5, 7)), ("4", "举措\t\t开工", new(2026, 5, 8)), ("5", "举措\t\t开工", new(2026, 4, 1)),
        ];
        foreach (var (row, changes, on) in amendments)
            db.Add(new Amendment
            {
                CommitmentId = year.Rows[row].Id,
                Changes = changes,
                Reason = "用地手续推迟",
                Decision = "区委常委会会议纪要〔2026〕6号",
                DecidedOn = on,
                AmendedAt = DateTime.UtcNow,
            });
        foreach (var (row, state, finding) in ((string, CompletionState, string)[])[
            ("6", CompletionState.Verified, "现场看过"), ("8", CompletionState.Refused, "没有验收")])
            db.Add(new Completion
            {
                CommitmentId = year.Rows[row].Id,
                State = state,
                Evidence = "验收单",
                AppliedOn = new DateOnly(2026, 5, 1),
                DecidedOn = new DateOnly(2026, 5, 9),
                Finding = finding,
            });
        await TestApp.SaveAsync(db);
    }

    [Fact]
    public async Task Comparing_two_dates_tells_what_moved_and_who_decided()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        await DecideAsync(app, year);
        await year.AddAsync("30", "新增的任务", CommitmentState.Issued, year.District.Finance, r => r.IssueId = 2);
        using var web = await app.AsAsync("inspector");
        var page = await web.PageAsync("/overviews/compare?from=2026-05-01&to=2026-05-20");
        Assert.Equal(["新增 1", "核验通过 1", "停办 1", "恢复推进 1", "改期 1", "其他调整 1", "灯变坏 2", "灯变好 1"], page.QuerySelectorAll(".ovw-fig")
            .Select(d => $"{d.QuerySelector("span")!.TextContent} {d.QuerySelector("b")!.TextContent.Trim()}"));
        Assert.Contains("区委常委会会议纪要〔2026〕6号", page.QuerySelector("#amended-0")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["改造第1个小区", "改造第2个小区", "改造第3个小区"], page.QuerySelectorAll("#lights td.name").Select(c => c.TextContent));
        var before = await web.PageAsync("/overviews/compare?from=2026-05-12&to=2026-05-20");
        Assert.Equal("没有新的月结", before.Body!.TextContent.Contains("两个日期之间没有新的月结", StringComparison.Ordinal) ? "没有新的月结" : "");
        Assert.All(before.QuerySelectorAll(".ovw-fig b"), b => Assert.Equal("0", b.TextContent.Trim()));
    }

    [Fact]
    public async Task One_leader_one_unit_and_one_theme_show_their_rows_the_worst_first()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var web = await app.AsAsync("steward");
        foreach (var (path, count) in ((string, int)[])[($"/overviews/unit/{year.District.Housing.Id}", 5),
            ($"/overviews/leader/{year.District.OtherLeader.Id}", 1), ("/overviews/theme/1", 3)])
        {
            var page = await web.PageAsync(path);
            Assert.Equal((path, count), (path, page.QuerySelectorAll("main tbody tr").Length));
            var shown = page.QuerySelectorAll("main tbody td:nth-child(2) .mark").Select(m => m.TextContent).ToList();
            string[] order = ["红灯", "黄灯", "绿灯", "不评"];
            Assert.Equal(shown.OrderBy(s => Array.IndexOf(order, s)), shown);
        }
    }
}
