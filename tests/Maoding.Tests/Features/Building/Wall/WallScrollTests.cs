using System.Globalization;
using System.Text.Json;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Wall;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Features.Building.Wall;

/// <summary>Five hundred projects on the screen: the browser draws what is in view, not the whole wall.</summary>
public sealed class WallScrollTests
{
    private const int Projects = 500;

    /// <summary>Elements of a line with its bars, nodes and links, and of all around them.</summary>
    private const int MostElementsOfLine = 40;

    /// <summary>Goes down the wall by a fifth of the view each frame and notes for each how long it took and how many parts were drawn.</summary>
    private const string Scroll = """
        async () => {
            const box = document.querySelector('.wall-scroll'), parts = [...box.querySelectorAll('.wall-part')];
            const drawn = () => parts.filter(part => part.firstElementChild.checkVisibility({ contentVisibilityAuto: true }));
            const frame = () => new Promise(done => requestAnimationFrame(done));
            let long = 0;
            const seen = new Set(), times = [], counts = [];
            new PerformanceObserver(list => long += list.getEntries().length).observe({ type: 'longtask' });
            await frame();
            let last = await frame();
            while (box.scrollTop + box.clientHeight < box.scrollHeight - 1) {
                box.scrollTop += box.clientHeight / 5;
                const now = await frame();
                times.push(now - last);
                last = now;
                drawn().forEach(part => seen.add(part));
                counts.push(drawn().length);
            }
            await frame();
            await frame();
            drawn().forEach(part => seen.add(part));
            times.sort((a, b) => a - b);
            // A busy machine leaves some drawn for a frame too long: what is usual counts.
            counts.sort((a, b) => a - b);
            return { parts: parts.length, seen: seen.size,
                most: counts[Math.floor(counts.length / 2)], first: drawn().includes(parts[0]), last: drawn().includes(parts.at(-1)),
                elements: document.querySelectorAll('*').length, frames: times.length,
                median: times[Math.floor(times.length / 2)], slowest: times.at(-1), long };
        }
        """;

    [Fact]
    public async Task Five_hundred_projects_are_drawn_part_by_part_as_they_come_into_view()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            var projects = Enumerable.Range(1, Projects).Select(i => Built(i, district.Housing.Id)).ToList();
            db.AddRange(projects);
            await TestApp.SaveAsync(db);
            db.AddRange(from project in projects
                        from month in Enumerable.Range(1, 12)
                        select new ProjectMonth
                        {
                            ProjectId = project.Id,
                            Month = 202600 + month,
                            Planned = 100,
                            Done = month == 1 ? 90 : null,
                            State = month == 1 ? ProjectMonthState.Accepted : ProjectMonthState.Open,
                        });
            await TestApp.SaveAsync(db);
        }

        await using var browser = await Browser.Open(app.Address.ToString());
        await browser.EnterAsync(app, "leader");
        await browser.Page.GotoAsync(WallLinks.Index);
        var seen = await browser.Page.EvaluateAsync<JsonElement>(Scroll);
        TestContext.Current.TestOutputHelper?.WriteLine(seen.ToString());
        int Number(string name) => (int)seen.GetProperty(name).GetDouble();
        Assert.True(Number("parts") >= 10, $"The wall is in {Number("parts")} parts");
        Assert.True(Number("frames") > Number("parts"), $"Only {Number("frames")} frames went by");
        Assert.Equal(Number("parts"), Number("seen"));
        // What is out of view is in no layout, also after it was seen; browsers begin some screens ahead.
        Assert.True(Number("most") <= Number("parts") * 2 / 3, $"{Number("most")} of {Number("parts")} parts were usually drawn at once");
        Assert.False(seen.GetProperty("first").GetBoolean());
        Assert.True(seen.GetProperty("last").GetBoolean());
        Assert.InRange(Number("elements"), Projects, Projects * MostElementsOfLine);
        Assert.Empty(browser.TakeComplaints());
    }

    private static Project Built(int number, int unit) => new()
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"XM-2026-{number:000}"),
        Name = $"第{number}号重点项目建设工程",
        Sector = Sector.Industry,
        Stage = Stage.Building,
        StageSince = new DateOnly(2026, 1, 1),
        LeadUnitId = unit,
        PlannedStart = new DateOnly(2025, 5, 1),
        StartedOn = new DateOnly(2025, 6, 1),
        PlannedFinish = new DateOnly(2026, (number % 12) + 1, 20),
        Years = [new ProjectYear { Year = 2026, Class = YearClass.Continuing, Planned = 1200 }],
        Nodes = [new() { Name = "基础完成", Due = new DateOnly(2026, 1, 31), ReachedOn = new DateOnly(2026, 2, 5) },
            new() { Name = "主体封顶", Due = new DateOnly(2026, 8, 31) }],
    };
}
