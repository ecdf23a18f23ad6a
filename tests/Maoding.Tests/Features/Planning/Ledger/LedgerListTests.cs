using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Documents.Reading;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Features.Planning.Ledger;

/// <summary>The list over HTTP: who sees what, what filters leave, and that paging loses and repeats nothing.</summary>
public sealed class LedgerListTests
{
    [Theory]
    [InlineData("coordinator", "/ledger", "印发甲,印发乙")]
    [InlineData("coordinator", "/ledger?view=draft", "草稿,征求甲,征求乙")]
    [InlineData("coordinator", "/ledger?view=all", "草稿,征求甲,征求乙,印发甲,印发乙")]
    [InlineData("inspector", "/ledger?view=all", "草稿,征求甲,征求乙,印发甲,印发乙")]
    [InlineData("steward", "/ledger?view=all", "印发甲,印发乙")]
    [InlineData("assessor", "/ledger?state=10", "")]
    [InlineData("clerk", "/ledger", "征求甲,印发甲,印发乙")]
    [InlineData("clerk2", "/ledger?view=draft", "征求乙,印发甲,印发乙")]
    [InlineData("clerk2", "/ledger?state=20", "征求乙")]
    [InlineData("leader", "/ledger", "征求甲,征求乙,印发甲,印发乙")]
    [InlineData("leader2", "/ledger", "印发甲,印发乙")]
    public async Task Everyone_sees_what_is_in_force_and_what_was_sent_to_him(string account, string path, string expected)
    {
        await using var app = await TestApp.StartAsync();
        await FiveAsync(app);
        using var web = await app.AsAsync(account);
        Assert.Equal(expected, string.Join(',', Titles(await web.PageAsync(path))));
    }

    [Fact]
    public async Task A_proposal_is_in_nobodys_list()
    {
        await using var app = await TestApp.StartAsync();
        await FiveAsync(app);
        foreach (var account in (string[])["coordinator", "inspector", "leader", "head", "clerk2"])
        {
            using var web = await app.AsAsync(account);
            Assert.DoesNotContain("待确认的", Titles(await web.PageAsync("/ledger?view=all")));
            Assert.DoesNotContain("待确认的", Titles(await web.PageAsync("/ledger?view=all&state=0")));
        }
    }

    [Fact]
    public async Task The_administrator_by_that_role_alone_sees_no_row()
    {
        await using var app = await TestApp.StartAsync();
        await FiveAsync(app);
        using var web = await app.AsAsync("admin");
        await web.PageAsync("/ledger", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Each_filter_leaves_its_rows_and_stands_as_a_chip_that_takes_it_away()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var theme = new Theme { PlanId = district.Plan.Id, Order = 1, Name = "民生七有" };
        var section = new Section { DocumentId = district.Document.Id, Order = 1, Level = 1, Heading = "一、重点任务", Path = "一、重点任务", Start = 0, Length = 40 };
        db.AddRange(theme, section);
        await TestApp.SaveAsync(db);
        var school = district.Row("1", "新建幼儿园3所", CommitmentState.Issued, district.Education, district.Finance);
        (school.SectionId, school.Due, school.DueMonth) = (section.Id, new DateOnly(2026, 6, 30), 202606);
        school.Themes.Add(new CommitmentTheme { ThemeId = theme.Id });
        var road = district.Row("2", "修通南环路", CommitmentState.InProgress, district.Housing, district.Education);
        road.LeaderPostId = district.OtherLeader.Id;
        db.AddRange(school, road);
        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync("coordinator");
        (string Query, string Left)[] filters =
        [
            ($"document={district.Document.Id}", "新建幼儿园3所,修通南环路"), ($"section={section.Id}", "新建幼儿园3所"), ($"theme={theme.Id}", "新建幼儿园3所"),
            ($"leader={district.OtherLeader.Id}", "修通南环路"), ($"unit={district.Education.Id}", "新建幼儿园3所"), ($"unit={district.Education.Id}&role=co", "修通南环路"),
            ($"unit={district.Education.Id}&role=any", "新建幼儿园3所,修通南环路"), ("state=40", "修通南环路"), ("due=202606", "新建幼儿园3所"), ("q=幼儿园", "新建幼儿园3所"),
            ("q=环", "修通南环路"), ("sort=due", "新建幼儿园3所,修通南环路"), ("q=水库", ""),
        ];
        foreach (var (query, left) in filters)
        {
            var page = await web.PageAsync($"/ledger?{query}");
            Assert.Equal((query, left), (query, string.Join(',', Titles(page))));
            if (query.StartsWith("sort", StringComparison.Ordinal)) continue;
            var chip = Assert.IsType<IHtmlAnchorElement>(Assert.Single(page.QuerySelectorAll("a.chip")), exactMatch: false);
            Assert.Equal(2, Titles(await web.PageAsync(chip.GetAttribute("href")!)).Count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("&sort=due")]
    [InlineData("&sort=unit")]
    public async Task Paging_forth_and_back_shows_every_row_once_while_rows_are_added(string sort)
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        for (var i = 1; i <= 250; i++)
        {
            var row = district.Row($"{i}", $"任务{i}", CommitmentState.Issued, i % 3 == 0 ? district.Education : district.Housing);
            (row.Due, row.DueMonth) = (new DateOnly(2026, 1 + (i % 12), 15), 202601 + (i % 12));
            if (i % 50 == 0) (row.State, row.LeadUnitId, row.DueKind, row.Due, row.DueMonth) = (CommitmentState.Draft, null, DueKind.None, null, 0);
            db.Add(row);
        }

        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync("coordinator");
        var seen = new List<string>();
        var page = await web.PageAsync($"/ledger?view=all{sort}");
        Assert.Null(page.QuerySelector("a[rel=prev]"));
        for (var added = 1000; ; added++)
        {
            seen.AddRange(Titles(page));
            db.Add(district.Row($"{added}", "后来的", CommitmentState.Issued, district.Finance));
            await TestApp.SaveAsync(db);
            if (page.QuerySelector("a[rel=next]") is not { } next) break;
            page = await web.PageAsync(next.GetAttribute("href")!);
        }

        Assert.Equal(Enumerable.Range(1, 250).Select(i => $"任务{i}").Order(), seen.Where(t => t != "后来的").Order());
        var last = Titles(page);
        page = await web.PageAsync(page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(LedgerList.PageSize, Titles(page).Count);
        var before = seen.Take(seen.Count - last.Count).TakeLast(LedgerList.PageSize).Where(t => t != "后来的");
        Assert.Equal(before.Reverse().Take(50), Titles(page).Where(t => t != "后来的").Reverse().Take(50));
        page = await web.PageAsync(page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(seen[0], Titles(page)[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sorted_by_time_rows_without_one_come_last_and_none_is_lost(bool onPostgres)
    {
        await using var app = await TestApp.StartAsync(onPostgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        for (var i = 1; i <= 160; i++)
        {
            // Issued parents of leaves may have no time either, and a clerk's list mixes what is issued with what was sent.
            var row = district.Row($"{i}", $"任务{i}", i % 2 == 0 ? CommitmentState.Issued : CommitmentState.Consulting, district.Education);
            if (i > 10) (row.DueKind, row.Due, row.DueMonth) = (DueKind.None, null, 0);
            db.Add(row);
        }

        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync("clerk");
        var first = await web.PageAsync("/ledger?sort=due");
        var second = await web.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"任务{i}"), Titles(first).Take(10));
        Assert.Equal(Enumerable.Range(1, 160).Select(i => $"任务{i}").Order(), Titles(first).Concat(Titles(second)).Order());
        Assert.Null(second.QuerySelector("a[rel=next]"));
        var back = await web.PageAsync(second.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(Titles(first), Titles(back));
    }

    [Fact]
    public async Task More_than_a_thousand_rows_are_not_counted_to_the_end()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        for (var i = 1; i <= 1100; i++) db.Add(district.Row($"{i}", $"任务{i}", CommitmentState.Issued, district.Education));
        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync("steward");
        Assert.Contains("1000 项以上", (await web.PageAsync("/ledger")).QuerySelector(".subtitle")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 项", (await web.PageAsync("/ledger?q=任务700")).QuerySelector(".subtitle")!.TextContent);
    }

    [Theory]
    [InlineData("coordinator", 730)]
    [InlineData("inspector", 730)]
    [InlineData("leader", 540)]
    [InlineData("leader2", 420)]
    [InlineData("head", 440)]
    [InlineData("clerk", 440)]
    [InlineData("clerk2", 440)]
    [InlineData("steward", 360)]
    [InlineData("assessor", 360)]
    public async Task The_count_is_that_of_the_rows_on_all_pages_for_every_role_and_view(string account, int all)
    {
        await using var app = await TestApp.StartAsync();
        await ManyAsync(app);
        using var web = await app.AsAsync(account);
        var counts = new Dictionary<string, int>();
        foreach (var query in (string[])["", "view=draft", "view=all", "state=10", "state=30"])
        {
            var (seen, said) = (new List<string>(), new HashSet<string>());
            for (var path = $"/ledger?{query}"; path is not null;)
            {
                var page = await web.PageAsync(path);
                seen.AddRange(Titles(page));
                said.Add(page.QuerySelector(".subtitle")!.TextContent);
                path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            }

            Assert.Equal((query, $"{seen.Distinct().Count()} 项"), (query, Assert.Single(said)));
            counts[query] = seen.Count;
        }

        Assert.Equal((all, 120), (counts["view=all"], counts["state=30"]));
    }

    [Fact]
    public async Task Leaves_stand_indented_under_their_row()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var parent = district.Row("3", "各街道整治", CommitmentState.Issued, null);
        parent.IsLeaf = false;
        db.AddRange(parent, district.Row("4", "另一项", CommitmentState.Issued, district.Finance));
        await TestApp.SaveAsync(db);
        var leaf = district.Row("3.1", "东街整治", CommitmentState.Issued, district.Housing);
        leaf.ParentId = parent.Id;
        db.Add(leaf);
        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync("assessor");
        var page = await web.PageAsync("/ledger");
        Assert.Equal(["各街道整治", "东街整治", "另一项"], Titles(page));
        Assert.Equal("3.1", Assert.Single(page.QuerySelectorAll("tr.leaf")).QuerySelector("td")!.TextContent);
    }

    [Fact]
    public async Task The_export_has_the_filtered_rows_and_is_in_the_audit()
    {
        await using var app = await TestApp.StartAsync();
        await FiveAsync(app);
        using var web = await app.AsAsync("clerk2");
        var link = (await web.PageAsync("/ledger?state=20")).QuerySelectorAll("a").Single(a => a.TextContent == "导出 xlsx").GetAttribute("href")!;
        using var response = await web.GetAsync(link);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.xlsx");
        await File.WriteAllBytesAsync(path, await response.Content.ReadAsByteArrayAsync());
        var text = DocumentReader.Read(path).Text;
        File.Delete(path);
        Assert.Contains("征求乙", text, StringComparison.Ordinal);
        Assert.Contains("区住建局", text, StringComparison.Ordinal);
        Assert.DoesNotContain("征求甲", text, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Contains("赵强", db.AuditEntries.Single(e => e.Action == "导出台账").Actor, StringComparison.Ordinal);
    }

    private static List<string> Titles(IHtmlDocument page) => [.. page.QuerySelectorAll("table.ledger td.name").Select(e => e.TextContent.Trim())];

    /// <summary>120 rows of each state, led in turn by three units and two leaders; ten more are drafts without a unit, and proposals.</summary>
    private static async Task ManyAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        Domain.Organization.Unit[] units = [district.Education, district.Housing, district.Finance];
        var number = 0;
        foreach (var state in (CommitmentState[])[CommitmentState.Draft, CommitmentState.Consulting,
            CommitmentState.Consulted, CommitmentState.Issued, CommitmentState.InProgress, CommitmentState.Stopped])
        {
            for (var i = 0; i < 120; i++)
            {
                var row = district.Row($"{++number}", $"任务{number}", state, units[i % 3]);
                row.LeaderPostId = i % 4 == 0 ? district.OtherLeader.Id : district.Leader.Id;
                db.Add(row);
            }
        }

        for (var i = 0; i < 20; i++)
        {
            var row = district.Row($"{++number}", $"任务{number}", i % 2 == 0 ? CommitmentState.Draft : CommitmentState.Proposed, null);
            if (row.State == CommitmentState.Proposed) row.Number = "";
            db.Add(row);
        }

        await TestApp.SaveAsync(db);
    }

    /// <summary>One row of each sort; Education and Housing each have one under consultation.</summary>
    private static async Task FiveAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var proposed = district.Row("9", "待确认的", CommitmentState.Proposed, district.Education);
        proposed.Number = "";
        db.AddRange(
            district.Row("1", "草稿", CommitmentState.Draft, district.Education),
            district.Row("2", "征求甲", CommitmentState.Consulting, district.Education),
            district.Row("3", "征求乙", CommitmentState.Consulting, district.Finance, district.Housing),
            district.Row("4", "印发甲", CommitmentState.Issued, district.Education),
            district.Row("5", "印发乙", CommitmentState.Stopped, district.Finance),
            proposed);
        await TestApp.SaveAsync(db);
    }
}
