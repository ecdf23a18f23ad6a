using Maoding.Districts;
using Maoding.Tests.Features.Administration.OwnAccount;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.WholeWay;

/// <summary>From an empty database to persons who sign in with their own passwords, by the pages alone.</summary>
internal static class NewDistrict
{
    public const string Coordinator = "周明";
    public const string Leader = "孙立";
    public const string Head = "李建国";
    public const string LeaderPost = "副区长（工业和城建）";

    public static readonly string[] Streets = ["机床街道", "纺织街道", "云河街道", "铁塔街道"];

    public static readonly DateOnly FirstDay = new(2026, 1, 5);

    /// <summary>The administrator's way: first run, directory, posts, division of work, accounts. The slips come back by name.</summary>
    public static async Task<IReadOnlyDictionary<string, Slip>> FoundAsync(TestApp app, Window admin)
    {
        await FirstRunAsync(app, admin);
        await MoveToAsync(app, FirstDay);
        await admin.SignInAsync("guanli", People.Good, "今日");
        await admin.OpenAsync("系统", "机构人员");
        await Window.SeeAsync(admin.Main, "区教育局");
        await Window.SeeAsync(admin.Main, Streets[^1]);
        await AppointAsync(admin, "区委区政府督查室主任", Coordinator, "13800000001");
        await AppointAsync(admin, LeaderPost, Leader, "13800000002");
        await AppointAsync(admin, "区住建局主要负责人", Head, "024-1");
        await admin.FollowAsync(Head);
        await admin.FillAsync("Phone", "13800000003");
        await admin.PressAsync("保存");
        await admin.SeeAsync("已保存");
        await DivideAsync(admin, "区住建局", "区工信局", "区发改委");
        return await SlipsAsync(admin);
    }

    /// <summary>Signs in with what stands on the slip and sets a password of one's own.</summary>
    public static async Task<Window> EnterAsync(TestApp app, Slip slip, Looks looks)
    {
        var window = await Window.OpenAsync(app, looks);
        await window.SignInAsync(slip.UserName, slip.Password, "修改密码");
        await window.SeeAsync("您用的是初始密码");
        await window.FillAsync("Present", slip.Password);
        await window.FillAsync("Wanted", People.Good);
        await window.FillAsync("Again", People.Good);
        await window.PressAsync("修改密码");
        await Window.SeeAsync(window.Heading, "今日");
        await window.SeeAsync("密码已修改");
        return window;
    }

    /// <summary>Makes it another day in the district.</summary>
    public static async Task MoveToAsync(TestApp app, DateOnly day)
    {
        await using var db = app.Open();
        var region = await db.Regions.SingleAsync();
        region.BusinessDate = day;
        await TestApp.SaveAsync(db);
    }

    private static async Task FirstRunAsync(TestApp app, Window admin)
    {
        await admin.GoAsync("/");
        await Window.SeeAsync(admin.Heading, "首次设置（1/2）");
        await admin.FillAsync("Code", (await app.Services.GetRequiredService<District>().FirstRun.IfNeededAsync(TestContext.Current.CancellationToken))!);
        await admin.FillAsync("RegionName", "云泽区");
        await admin.FillAsync("CityName", "云州市");
        await admin.FillAsync("PlanYear", "2026");
        await admin.PressAsync("下一步");
        await Window.SeeAsync(admin.Heading, "首次设置（2/2）");
        await admin.FillAsync("UserName", "guanli");
        await admin.FillAsync("Wanted", People.Good);
        await admin.FillAsync("Again", People.Good);
        var streets = admin.Page.Locator("details.starting", new() { HasText = "街道乡镇" }).Last;
        for (var i = 0; i < Streets.Length; i++)
        {
            await streets.Locator("[name=UnitName]").Nth(i).FillAsync($"{Streets[i]}办事处");
            await streets.Locator("[name=UnitShort]").Nth(i).FillAsync(Streets[i]);
        }

        await admin.PressAsync("完成设置");
        await Window.SeeAsync(admin.Heading, "登录");
        await admin.SeeAsync("设置完成");
    }

    private static async Task AppointAsync(Window admin, string post, string person, string phone)
    {
        await admin.GoAsync("/organs/posts?vacant=true");
        await admin.FollowAsync(post);
        await admin.FillAsync("PersonName", person);
        await admin.FillAsync("Phone", phone);
        await admin.PressAsync("任职");
        await Window.SeeAsync(admin.Main, person);
        await Window.SeeAsync(admin.Main, "在任");
    }

    /// <summary>Puts units in the leader's charge.</summary>
    public static async Task DivideAsync(Window admin, params string[] units)
    {
        await admin.GoAsync("/organs/division");
        await admin.FollowAsync(Leader);
        foreach (var unit in units)
            await admin.Page.Locator("label.division-unit", new() { HasText = unit }).Locator("select").SelectOptionAsync("InCharge");
        await admin.PressAsync("保存分工");
        await admin.SeeAsync("分工已保存");
    }

    private static async Task<IReadOnlyDictionary<string, Slip>> SlipsAsync(Window admin)
    {
        await admin.OpenAsync("系统", "账号");
        await admin.PressAsync("全部开通并打印密码条");
        await admin.SeeAsync("只显示这一次");
        var slips = new Dictionary<string, Slip>();
        foreach (var slip in await admin.Page.Locator(".slip").AllAsync())
        {
            async Task<string> ToldAsync(string label) => (await slip.Locator($"dt:text-is('{label}') + dd").InnerTextAsync()).Trim();
            slips[(await ToldAsync("姓名")).Split('（')[0]] = new Slip(await ToldAsync("账号"), await ToldAsync("密码"));
        }

        Assert.Equal(new[] { Leader, Coordinator, Head }.Order(StringComparer.Ordinal), slips.Keys.Order(StringComparer.Ordinal));
        return slips;
    }
}

internal sealed record Slip(string UserName, string Password);
