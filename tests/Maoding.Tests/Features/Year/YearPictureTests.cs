using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.TestKit;
using Maoding.Tests.Features.Stocktakes;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.Features.Year;

/// <summary>The pages of the year in a real browser: no policy message, nothing serious for axe, no sideways scrolling on a phone; pictures for people to look at.</summary>
public sealed class YearPictureTests
{
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
            db.Add(new Stocktake { PlanId = year.District.Plan.Id, HeldOn = new DateOnly(2026, 4, 20), LeaderPostId = year.District.Leader.Id, HeldById = 2 });
            await TestApp.SaveAsync(db);
            db.Add(new NextStep { StocktakeId = 1, CommitmentId = year.Rows["2"].Id, UnitId = year.District.Housing.Id, Text = "5月10日前把首批资金拨付到位", Due = new DateOnly(2026, 5, 10) });
            db.Add(new NextStep { StocktakeId = 1, UnitId = year.District.Education.Id, Text = "列出在建学校的验收时间表", Due = new DateOnly(2026, 5, 10), DoneOn = new DateOnly(2026, 5, 12), Result = "时间表已报督查室。" });
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        await using var browser = await Browser.Open(app.Address.ToString(), phone);
        await browser.Page.Context.AddCookiesAsync([new Cookie { Name = "maoding", Value = web.SessionCookie!, Url = app.Address.ToString() }]);
        (string Path, string Name)[] pages =
        [
            ("/overview", "overview"), ("/overview/compare?from=2026-05-01&to=2026-05-20", "compare"), ($"/overview/leader/{year.District.Leader.Id}", "overview-leader"), ("/chase", "chase"),
            ("/stocktake", "stocktake"), ($"/stocktake/leader/{year.District.Leader.Id}", "stocktake-leader"), ("/complete", "complete"), ($"/complete/{asked.Id}", "complete-row"), ($"/ledger/{asked.Id}", "row-completion"), ("/today", "today-year"),
        ];
        foreach (var (path, name) in pages)
        {
            await browser.Page.GotoAsync(path);
            await browser.Screenshot($"{name}{(phone ? "-phone" : "")}");
            Assert.Empty(await browser.Page.Axe());
            Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
        }
    }
}
