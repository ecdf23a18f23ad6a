using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Features.Guests;

/// <summary>A feature that the product knows nothing of is at home on its pages by its folder and one line.</summary>
public sealed class GuestTests
{
    [Fact]
    public async Task A_new_feature_has_its_page_its_entry_and_its_place_on_the_pages_of_others()
    {
        await using var app = await TestApp.WithGuestsAsync(new GuestFeature());
        await SmallDistrict.InAsync(app);
        var found = new List<string>();
        foreach (var account in (string[])["clerk", "clerk2", "head", "coordinator"])
        {
            using var web = await app.AsAsync(account);
            var page = await web.PageAsync("/guests");
            Assert.Contains("民生", page.QuerySelector("nav.menu [aria-current]")!.TextContent, StringComparison.Ordinal);
            var unit = page.QuerySelector("#duty")!.TextContent;
            Assert.Contains($"今天{unit}值班", (await web.PageAsync("/find?q=值班")).QuerySelector(".hits")!.TextContent, StringComparison.Ordinal);
            var today = await web.PageAsync("/today");
            var waits = today.QuerySelectorAll(".waiting strong").Any(e => e.TextContent == "今天由贵单位值班");
            Assert.Equal(waits, today.QuerySelectorAll("#clocks a").Any(e => e.TextContent == "交班记录"));
            if (waits) found.Add(account);
        }

        // One unit of three keeps watch: its own people are told, the coordinator is not.
        Assert.DoesNotContain("coordinator", found);
        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task Without_its_line_nothing_of_it_is_there()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("clerk");
        await web.PageAsync("/guests", System.Net.HttpStatusCode.NotFound);
        Assert.DoesNotContain("值班", (await web.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
    }
}
