using Maoding.Domain.Ledger;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Features.Planning.Ledger;

/// <summary>
/// The pages in a real browser: no policy message, nothing serious for axe, no sideways scrolling on a phone; pictures for people to look at.
/// </summary>
public sealed class PictureTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_list_the_row_and_today_behave_in_a_browser(bool phone)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var row = await RowPageTests.FullRowAsync(app);
        await using (var db = app.Open())
        {
            string[] titles = ["强化重大项目推进机制，确保应开尽开", "沿河棚改、河道治理、雨污分流", "培育高新技术企业30家以上", "主次干道环境整治（12条）", "农贸市场改造（3个）", "义务教育大班额化解，全面完成三年行动计划确定的各项目标任务"];
            CommitmentState[] states = [CommitmentState.Issued, CommitmentState.InProgress,
                CommitmentState.Stopped, CommitmentState.Done, CommitmentState.Consulting, CommitmentState.Draft];
            for (var i = 0; i < titles.Length; i++)
            {
                db.Add(new Commitment
                {
                    PlanId = row.PlanId,
                    Number = $"{i + 2}",
                    Order = i + 2,
                    Kind = i == 2 ? CommitmentKind.Target : CommitmentKind.Work,
                    State = states[i],
                    Title = titles[i],
                    LeadUnitId = 1 + (i % 3),
                    LeaderPostId = row.LeaderPostId,
                    DueKind = i == 1 ? DueKind.AllYear : DueKind.Date,
                    Due = new DateOnly(2026, 3 + i, 30),
                    DueMonth = 202603 + i,
                    ParentId = i == 0 ? row.Id : null,
                });
            }

            await TestApp.SaveAsync(db);
        }

        await using var browser = await Browser.Open(app.Address.ToString(), phone);
        await browser.EnterAsync(app, "coordinator");
        foreach (var (path, name) in ((string, string)[])[($"/ledger?view=all&unit=1&role=any", "ledger"), ($"/ledger/{row.Id}", "row"), ("/today", "today")])
        {
            await browser.Page.GotoAsync(path);
            await browser.Screenshot($"{name}{(phone ? "-phone" : "")}");
            Assert.Empty(await browser.Page.Axe());
            Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
        }
    }
}
