using System.Text.RegularExpressions;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Settling;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Features.Progress.Stocktakes;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.WholeWay;

/// <summary>
/// The pages of the year in a real browser: no policy message, nothing serious for axe, no sideways scrolling on a phone; pictures for people to look at.
/// </summary>
public sealed class YearPictureTests
{
    [Fact]
    public async Task The_overview_of_sixty_units_prints_on_one_page()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var year = await StocktakeTests.SceneAsync(app);
        await FillAsync(app, year);
        await using var browser = await Browser.Open(app.Address.ToString());
        await browser.EnterAsync(app, "coordinator");
        await browser.Page.GotoAsync("/overviews");
        Assert.True(await browser.Page.Locator(".ovw-table tbody tr").CountAsync() > 95);
        var pdf = await browser.Page.PdfAsync(
            new PagePdfOptions { PreferCSSPageSize = true, Path = System.IO.Path.Combine(Corpus.Root, "artifacts", "screenshots", "overview.pdf") });
        Assert.Single(Regex.Matches(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b"));
    }

    private static async Task FillAsync(TestApp app, YearDistrict year)
    {
        await using (var db = app.Open())
        {
            for (var i = 1; i <= 60; i++)
            {
                var unit = new Unit { Order = 10 + i, Name = $"云泽区第{i}街道办事处", ShortName = $"第{i}街道" };
                db.Add(unit);
                if (i > 12) continue;
                var post = new Post { Order = 20 + i, Name = $"副区长（{i}）", Kind = PostKind.Leader };
                db.AddRange(post, new Theme { PlanId = year.District.Plan.Id, Order = i, Name = $"第{i}项行动" });
                db.Add(new Section
                {
                    DocumentId = year.District.Document.Id,
                    Order = i,
                    Level = 1,
                    Heading = $"第{i}部分　全面推进城市更新和产业转型",
                    Path = $"第{i}部分",
                    Start = i,
                    Length = 1,
                });
            }

            await TestApp.SaveAsync(db);
            var (units, posts) = (await db.Units.Select(u => u.Id).ToListAsync(TestContext.Current.CancellationToken),
                await db.Posts.Where(p => p.Kind == PostKind.Leader).Select(p => p.Id).ToListAsync(TestContext.Current.CancellationToken));
            for (var i = 0; i < units.Count; i++)
            {
                var row = year.District.Row($"{i + 20}", $"任务{i}", CommitmentState.InProgress, year.District.Education);
                (row.LeadUnitId, row.LeaderPostId, row.SectionId) = (units[i], posts[i % posts.Count], (i % 12) + 1);
                row.Themes.Add(new CommitmentTheme { ThemeId = (i % 12) + 1 });
                db.Add(row);
            }

            await TestApp.SaveAsync(db);
        }
    }

    private static async Task StockAsync(MaodingContext db, YearDistrict year)
    {
        db.Add(new Stocktake { PlanId = year.District.Plan.Id, HeldOn = new DateOnly(2026, 4, 20), LeaderPostId = year.District.Leader.Id, HeldById = 2 });
        await TestApp.SaveAsync(db);
        db.Add(new NextStep
        {
            StocktakeId = 1,
            CommitmentId = year.Rows["2"].Id,
            UnitId = year.District.Housing.Id,
            Text = "5月10日前把首批资金拨付到位",
            Due = new DateOnly(2026, 5, 10),
        });
        db.Add(new NextStep
        {
            StocktakeId = 1,
            UnitId = year.District.Education.Id,
            Text = "列出在建学校的验收时间表",
            Due = new DateOnly(2026, 5, 10),
            DoneOn = new DateOnly(2026, 5, 12),
            Result = "时间表已报督查室。",
        });
        await TestApp.SaveAsync(db);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_pages_of_the_year_behave_in_a_browser(bool phone)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var year = await StocktakeTests.SceneAsync(app);
        var asked = await year.AddAsync("6", "新建公办小学1所", CommitmentState.CompletionApplied, year.District.Education);
        await using (var db = app.Open())
        {
            db.Add(new Completion { CommitmentId = asked.Id, Evidence = "5月18日通过竣工验收，见验收单。", AppliedOn = new DateOnly(2026, 5, 18), AppliedById = 6 });
            // As long as speeches' titles are: a phone must break it.
            (await db.Documents.SingleAsync()).Title = "聚力五个转型　实干争先进位　奋力谱写老工业区高质量发展新篇章";
            await StockAsync(db, year);
        }

        await using var browser = await Browser.Open(app.Address.ToString(), phone);
        await browser.EnterAsync(app, "coordinator");
        (string Path, string Name)[] pages =
        [
            ("/overviews", "overview"), ("/overviews/compare?from=2026-05-01&to=2026-05-20", "compare"),
            ($"/overviews/leader/{year.District.Leader.Id}", "overview-leader"), ("/chasing", "chase"),
            ("/stocktakes", "stocktake"), ($"/stocktakes/leader/{year.District.Leader.Id}", "stocktake-leader"),
            ("/completing", "complete"), ("/settling", "settle"), ($"/settling/kept/{year.District.Document.Id}", "settle-kept"),
            ($"/completing/{asked.Id}", "complete-row"), ($"/ledger/{asked.Id}", "row-completion"), ("/today", "today-year"),
        ];
        foreach (var (path, name) in pages)
        {
            await browser.Page.GotoAsync(path);
            await browser.Screenshot($"{name}{(phone ? "-phone" : "")}");
            Assert.Empty(await browser.Page.Axe());
            Assert.NotEqual("", await browser.Page.Locator("h1").InnerTextAsync());
            Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
        }
    }
}
