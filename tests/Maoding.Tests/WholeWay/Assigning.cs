using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.WholeWay;

/// <summary>Who answers for the rows, by the grid or by the full form.</summary>
internal static class Assigning
{
    /// <summary>Lists leave out what a post says in brackets of its own.</summary>
    private const string LeaderName = $"{NewDistrict.Leader}（副区长）";

    /// <summary>For one section: what a change in the division of work suggests, then in bulk what is still missing.</summary>
    public static async Task InBulkAsync(Window coordinator, Window admin)
    {
        await NewDistrict.DivideAsync(admin, Consulting.OtherUnit);
        await coordinator.GoAsync("/ledger/assigning");
        var section = await coordinator.Page.Locator("select[name=section] option", new() { HasText = "城市转型" }).First.GetAttributeAsync("value");
        await coordinator.ArriveAsync(() => coordinator.Page.Locator("select[name=section]").SelectOptionAsync(section!));
        await Window.SeeAsync(coordinator.Page.Locator(".assign-grid .suggested").First, NewDistrict.Leader);
        await TickAllAsync(coordinator);
        await coordinator.PressAsync("所选各行采用建议");
        await coordinator.SeeAsync("已按职能和领导分工填好");
        await SetAsync(coordinator, $"/ledger/assigning?section={section}&lacks=leader",
            bulk => bulk.Locator("[name='Bulk.Leader']").SelectOptionAsync(new SelectOptionValue { Label = LeaderName }));
        await SetAsync(coordinator, $"/ledger/assigning?section={section}&lacks=due", bulk => bulk.Locator("[name='Bulk.Due']").FillAsync("12月底"));
        await SetAsync(coordinator, $"/ledger/assigning?section={section}", bulk => bulk.Locator("[name='Bulk.Shape']").SelectOptionAsync("均衡"));
        Assert.Contains("均衡", await coordinator.Page.Locator(".assign-grid").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <returns>The row that each street now has a part of.</returns>
    public static async Task<string> ToStreetsAsync(Window coordinator)
    {
        var row = coordinator.Page.Locator("tr", new() { HasText = NewDistrict.Leader }).Filter(new() { HasText = "12-31" }).Last;
        var title = (await row.Locator("td.name a").InnerTextAsync()).Trim();
        await coordinator.FollowAsync("分解", row);
        await coordinator.PressAsync($"各街道（{NewDistrict.Streets.Length} 个）各一项");
        await coordinator.SeeAsync($"已分成 {NewDistrict.Streets.Length} 项");
        foreach (var street in NewDistrict.Streets) await Window.SeeAsync(coordinator.Page.Locator("#shares"), street);
        return title;
    }

    /// <summary>Every draft row by its full form.</summary>
    public static async Task ByFormAsync(Window coordinator)
    {
        await coordinator.GoAsync("/ledger/assigning");
        var rows = await coordinator.Page.Locator(".assign-grid td.name a").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            await coordinator.GoAsync(row);
            await coordinator.SelectAsync("LeaderPostId", LeaderName);
            await coordinator.SelectAsync("LeadUnitId", Consulting.Unit);
            foreach (var box in await coordinator.Page.Locator("[name='Form.CoUnitIds']:checked").AllAsync()) await box.UncheckAsync();
            await coordinator.FillAsync("Due", "12月底");
            await coordinator.SelectAsync("Shape", "均衡");
            await coordinator.PressAsync("保存");
            await coordinator.SeeAsync("已保存");
        }
    }

    private static async Task SetAsync(Window coordinator, string address, Func<ILocator, Task> fill)
    {
        await coordinator.GoAsync(address);
        if (await coordinator.Page.Locator("[data-tick]").CountAsync() == 0) return;
        await TickAllAsync(coordinator);
        await fill(coordinator.Page.Locator("details.bulk"));
        await coordinator.PressAsync("设置所选各行");
        await coordinator.SeeAsync("已改");
    }

    private static async Task TickAllAsync(Window coordinator)
    {
        await coordinator.Page.Locator("[data-tick-all]").CheckAsync();
        await Assertions.Expect(coordinator.Page.Locator("[data-tick]").Last).ToBeCheckedAsync();
        await Assertions.Expect(coordinator.Page.Locator("details.bulk")).ToHaveAttributeAsync("open", "");
    }
}
