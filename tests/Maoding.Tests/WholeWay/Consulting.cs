using System.Globalization;
using Maoding.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.WholeWay;

/// <summary>征求意见 by plain forms; the same with and without scripts.</summary>
internal static class Consulting
{
    public const string Unit = "区住建局";
    public const string OtherUnit = "区城管局";

    public static readonly DateOnly LastDay = new(2026, 1, 12);

    /// <returns>The address of the round.</returns>
    public static async Task<string> StartAsync(Window coordinator)
    {
        await coordinator.GoAsync("/consulting");
        await coordinator.FollowAsync("发起征求意见");
        await coordinator.FillAsync("Until", LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await coordinator.FillAsync("Note", "请认真研究，按时反馈。");
        await coordinator.PressAsync("全部可以征求的");
        await coordinator.SeeAsync("第 1 轮征求意见已发出");
        return new Uri(coordinator.Page.Url).PathAndQuery;
    }

    /// <summary>The unit wants one of its rows led by another unit and agrees to the rest.</summary>
    /// <returns>Title of the disputed row.</returns>
    public static async Task<string> AnswerAsync(Window unit)
    {
        await unit.GoAsync("/today");
        await unit.FollowAsync("去反馈");
        await unit.SeeAsync("到期没有反馈的，视为无意见");
        var row = unit.Page.Locator("tr", new() { HasText = "牵头" }).Filter(new() { Has = unit.Page.GetByRole(AriaRole.Link, new() { Name = "提意见" }) }).First;
        var title = (await row.Locator("td.name a").InnerTextAsync()).Trim();
        await unit.FollowAsync("提意见", row);
        var form = unit.Page.Locator("form", new() { HasText = "建议改牵头单位" });
        await unit.SelectAsync("ProposedUnit", OtherUnit);
        await unit.FillAsync("Grounds", "三定方案规定由区城管局负责。");
        await unit.PressAsync("提交", form);
        await unit.SeeAsync("意见已提交，等督查室处理");
        await RestAsync(unit);
        return title;
    }

    /// <summary>Agrees to all that is asked and not answered.</summary>
    public static async Task RestAsync(Window window)
    {
        await window.GoAsync("/consulting");
        await window.PressAsync("其余全部同意");
        await window.SeeAsync("已同意其余");
        await window.SeeAsync("还有 0 项没有反馈");
    }

    /// <summary>Takes up the proposal, lets the last day pass and ends the round.</summary>
    public static async Task DecideAsync(TestApp app, Window coordinator, string round, string disputed)
    {
        await coordinator.GoAsync(round);
        var line = coordinator.Page.Locator("tr", new() { HasText = disputed }).Filter(new() { HasText = "三定方案" });
        await Window.SeeAsync(line, OtherUnit);
        await coordinator.PressAsync("采纳", line);
        await coordinator.SeeAsync("已采纳，任务已按意见修改");
        await coordinator.SeeAsync("家未反馈完");
        Assert.Equal(0, await coordinator.Page.GetByText("结束本轮", new() { Exact = true }).CountAsync());
        await NewDistrict.MoveToAsync(app, LastDay.AddDays(1));
        await coordinator.GoAsync(round);
        await coordinator.PressAsync("结束本轮");
        await coordinator.SeeAsync("本轮已结束");
        await coordinator.SeeAsync("条没有反馈的，视为无意见");
        await coordinator.SeeAsync("没有待定的意见");
    }
}
