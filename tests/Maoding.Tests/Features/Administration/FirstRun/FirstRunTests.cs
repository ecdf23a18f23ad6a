using Maoding.Districts;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Organization;
using Maoding.Features.Administration.FirstRun;
using Maoding.Tests.Features.Administration.OwnAccount;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.FirstRun;

public sealed class FirstRunTests
{
    [Fact]
    public async Task From_the_code_to_a_signed_in_administrator_with_a_directory()
    {
        await using var app = await TestApp.StartAsync();
        using var web = app.Visitor();
        using var sent = await web.GetAsync("/organs");
        Assert.Equal("/first-run", sent.Headers.Location?.ToString());
        var second = await SecondStepAsync(app, web);
        Assert.Contains(second.QuerySelectorAll<IHtmlInputElement>("input[name=UnitName]"), i => i.Value == "云泽区教育局");
        Assert.Contains(second.QuerySelectorAll<IHtmlInputElement>("input[name=UnitName]"), i => i.Value == "云州市公安局云泽分局");
        var education = second.QuerySelectorAll<IHtmlInputElement>("input[name=UnitName]").First(i => i.Value == "云泽区教育局");
        education.Value = "云泽区教育体育局";
        second.QuerySelectorAll<IHtmlInputElement>("input[name=UnitName]").First(i => i.Value == "云泽区档案馆").Value = "";
        var admin = Administrator(People.Good, People.Good);
        using var weak = await web.SubmitAsync(second.Form(), Administrator("12345678", "12345678"));
        var refused = await WebClient.ParseAsync(weak, HttpStatusCode.BadRequest);
        Assert.Contains("ACC011", refused.Errors(), StringComparison.Ordinal);
        Assert.Contains(refused.QuerySelectorAll<IHtmlInputElement>("input[name=UnitName]"), i => i.Value == "云泽区教育体育局");
        using var done = await web.SubmitAsync(refused.Form(), admin);
        Assert.StartsWith("/own-account/sign-in", done.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var again = await web.SubmitAsync(refused.Form(), admin);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        using var entered = await People.SignInAsync(web, "guanli", People.Good, "?returnUrl=%2Forgans");
        Assert.Equal("/organs", entered.Headers.Location?.ToString());
        var directory = await web.PageAsync("/organs");
        Assert.Contains("云泽区教育体育局", directory.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("区档案馆", directory.Body.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(2026, db.Plans.Single().Year);
        Assert.Single(db.Users);
        Assert.All(db.Units, u => Assert.NotEmpty(u.Functions));
        Assert.Equal(db.Posts.Count(), db.Posts.Select(p => p.Order).Distinct().Count());
        Assert.Equal(2 * db.Units.Count(),
            db.Posts.Count(p => p.Kind == Domain.Organization.PostKind.UnitHead || p.Kind == Domain.Organization.PostKind.UnitClerk));
    }

    [Fact]
    public async Task Leaders_are_shown_with_the_line_and_chief_that_titles_suggest_and_people_decide()
    {
        await using var app = await TestApp.StartAsync();
        using var web = app.Visitor();
        var second = await SecondStepAsync(app, web);
        IHtmlInputElement Leader(string title) => second.QuerySelectorAll<IHtmlInputElement>("input[name=LeaderName]").First(i => i.Value == title);
        void Chief(string title, bool isChief) => ((IHtmlInputElement)Leader(title).Closest("tr")!.QuerySelector("[name=Chiefs]")!).IsChecked = isChief;
        // The title is another, what was proposed for it stays; a second chief of a line is refused.
        Leader("区委常委、纪委书记、监委主任").Value = "区委常委、区纪委书记";
        Chief("区委副书记", true);
        using var two = await web.SubmitAsync(second.Form(), Administrator(People.Good, People.Good));
        second = await WebClient.ParseAsync(two, HttpStatusCode.BadRequest);
        Assert.Contains("党委条线的主要负责同志已是“区委书记”", second.Errors(), StringComparison.Ordinal);
        Chief("区委副书记", false);
        using var done = await web.SubmitAsync(second.Form(), Administrator(People.Good, People.Good));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await using var db = app.Open();
        Assert.DoesNotContain(db.Units, u => u.Line == OrganLine.Unsaid);
        Assert.DoesNotContain(db.Posts, p => p.Line == OrganLine.Unsaid);
        (OrganLine, string)[] chiefs =
        [
            (OrganLine.Party, "区委书记"), (OrganLine.Government, "区委副书记、区长"), (OrganLine.Congress, "区人大常委会主任"), (OrganLine.Conference, "区政协主席"),
            (OrganLine.Discipline, "区委常委、区纪委书记"),
        ];
        Assert.Equal(chiefs, db.Posts.Where(p => p.IsChief).AsEnumerable().OrderBy(p => p.Line).Select(p => (p.Line, p.Name)));
        Assert.Equal(OrganLine.Congress, db.Posts.Single(p => p.Name == "区人大办联络员").Line);
    }

    [Fact]
    public async Task The_directory_of_another_place_is_taken_over_whole_without_its_accounts()
    {
        byte[] file;
        await using (var elsewhere = await TestApp.StartAsync())
        {
            var district = await SmallDistrict.InAsync(elsewhere);
            await using (var db = elsewhere.Open())
            {
                // Keys that do not run from 1, two posts of one name, two persons of one name.
                var passing = new Post { Order = 20, Name = "试设岗位", Kind = PostKind.Leader };
                db.Posts.AddRange(passing, new Post { Order = 21, Name = "副区长", Kind = PostKind.Leader });
                db.Tenures.RemoveRange(db.Tenures.Where(t => t.PostId == district.OtherLeader.Id));
                await TestApp.SaveAsync(db);
                db.Posts.Remove(passing);
                await TestApp.SaveAsync(db);
                foreach (var post in await db.Posts.Where(p => p.Name == "副区长").ToListAsync())
                {
                    db.Tenures.Add(new Tenure { Post = post, Person = new Person { Name = "李伟" }, From = new DateOnly(2025, 3, 1) });
                    db.Divisions.Add(new Division { Post = post, UnitId = district.Finance.Id, Kind = DivisionKind.Linked, From = new DateOnly(2025, 3, 1) });
                }

                await TestApp.SaveAsync(db);
            }

            using var admin = await elsewhere.AsAsync("admin");
            file = await admin.Http.GetByteArrayAsync(new Uri("/organs/export", UriKind.Relative), TestContext.Current.CancellationToken);
        }

        await using var app = await TestApp.StartAsync();
        using var web = app.Visitor();
        using var sample = await web.GetAsync("/first-run/template");
        Assert.Equal(HttpStatusCode.OK, sample.StatusCode);
        using var answer = await UploadAsync(web, await CodeAsync(app), file);
        using var done = await web.SubmitAsync((await WebClient.ParseAsync(answer)).Form(), Administrator(People.Good, People.Good));
        if (done.StatusCode != HttpStatusCode.Redirect) Assert.Fail((await WebClient.ParseAsync(done, HttpStatusCode.BadRequest)).Errors());
        await using var after = app.Open();
        Assert.Equal(["区教育局", "区住建局", "区财政局"], after.Units.OrderBy(u => u.Order).Select(u => u.ShortName));
        Assert.Equal(2, await after.Persons.CountAsync(p => p.Name == "李伟"));
        Assert.Equal(2, await after.Tenures.Where(t => t.Post!.Name == "副区长").Select(t => t.PostId).Distinct().CountAsync());
        Assert.Equal(4, await after.Divisions.CountAsync());
        Assert.Single(after.Users);
    }

    [Fact]
    public async Task Two_at_the_same_moment_make_one_district()
    {
        await using var app = await TestApp.StartAsync();
        using var one = app.Visitor();
        using var two = app.Visitor();
        var (first, second) = (await SecondStepAsync(app, one), await SecondStepAsync(app, two));
        var answers = await Task.WhenAll(
            one.SubmitAsync(first.Form(), Administrator(People.Good, People.Good)), two.SubmitAsync(second.Form(), Administrator(People.Good, People.Good)));
        Assert.Single(answers, a => a.Headers.Location?.ToString().StartsWith("/own-account/sign-in?", StringComparison.Ordinal) == true);
        foreach (var answer in answers) answer.Dispose();
        await using var db = app.Open();
        Assert.Single(db.Regions);
        Assert.Single(db.Users);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_what_was_typed_stays()
    {
        await using var app = await TestApp.StartAsync();
        using var web = app.Visitor();
        var first = await web.PageAsync("/first-run");
        using var sent = await web.SubmitAsync(
            first.Form(), new Dictionary<string, string?> { ["Code"] = "AAAAAAAA", ["RegionName"] = "云", ["CityName"] = "云州市", ["PlanYear"] = "1999" });
        var page = await WebClient.ParseAsync(sent, HttpStatusCode.BadRequest);
        Assert.Equal(3, page.QuerySelectorAll(".errors li").Length);
        Assert.Equal("云州市", page.QuerySelector<IHtmlInputElement>("#CityName")!.Value);
        var second = await SecondStepAsync(app, web);
        var units = second.QuerySelectorAll<IHtmlInputElement>("input[name=UnitName]").Where(i => i.Value.Length > 0).ToList();
        var twice = units[1].Value = units[0].Value;
        second.QuerySelectorAll<IHtmlInputElement>("input[name=UnitFunctions]").First(i => i.Value.Length > 0).Value = "观星";
        using var wrong = await web.SubmitAsync(second.Form(), new Dictionary<string, string?> { ["UserName"] = "a b", ["Wanted"] = "1", ["Again"] = "1" });
        var told = (await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest)).Errors();
        foreach (var part in (string[])["账号名应为", "ACC011", "没有“观星”这一项", $"已有别的单位叫“{twice}”"])
            Assert.Contains(part, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_wrong_codes_end_the_right_one()
    {
        await using var app = await TestApp.StartAsync();
        using var web = app.Visitor();
        for (var i = 1; i <= 9; i++)
        {
            var errors = await FirstErrorsAsync(web, "AAAAAAAA");
            Assert.Contains($"还可以试{10 - i}次", errors, StringComparison.Ordinal);
        }

        Assert.Contains("FIR002", await FirstErrorsAsync(web, "AAAAAAAA"), StringComparison.Ordinal);
        Assert.Contains("重启", await FirstErrorsAsync(web, await CodeAsync(app)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("云泽区", "云州市", "中共云泽区委办公室", "区委办")]
    [InlineData("安和县", "云州市", "中共安和县委办公室", "县委办")]
    [InlineData("石桥市", "云州市", "中共石桥市委办公室", "市委办")]
    [InlineData("白山自治县", "", "中共白山自治县委办公室", "县委办")]
    [InlineData("乌兰旗", "", "中共乌兰旗委办公室", "旗委办")]
    public void The_list_speaks_of_the_own_district(string region, string city, string name, string shortName)
    {
        var list = TypicalDistrict.For(region, city);
        Assert.Equal((name, shortName), (list.Units[0].Name, list.Units[0].ShortName));
        Assert.DoesNotContain(list.Units, u => u.Name.Contains('〔') || u.ShortName.Contains('〔'));
        Assert.True(list.Units.Count >= 50);
        Assert.Equal(list.Units.Count, list.Units.Select(u => u.ShortName).Distinct().Count());
        Assert.All(list.Posts.Where(p => p.UnitShortName.Length > 0), p => Assert.Contains(list.Units, u => u.ShortName == p.UnitShortName));
        Assert.All(list.Units, u => Assert.Equal(LineProposal.OfUnit(u.Name, u.Kind), u.Line));
        Assert.All(list.Posts.Where(p => p.Kind == PostKind.Leader), p => Assert.Equal(LineProposal.OfPost(p.Name, null), p.Line));
        Assert.All(list.Posts, p => Assert.Equal(LineProposal.IsChief(p.Name, p.Kind, p.Line), p.IsChief));
        Assert.Equal(5, list.Posts.Count(p => p.IsChief));
        Assert.All(list.Units, u =>
        {
            Assert.Equal(u.Functions, new Maoding.Features.Administration.Organs.FunctionNames().Clean(u.Functions, out var unknown));
            Assert.Null(unknown);
        });
    }

    private static Dictionary<string, string?> Administrator(string password, string again) =>
        new() { ["UserName"] = "guanli", ["Wanted"] = password, ["Again"] = again };

    private static async Task<string> CodeAsync(TestApp app) =>
        await app.Services.GetRequiredService<District>().FirstRun.IfNeededAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException("There is a region already.");

    private static async Task<IHtmlDocument> SecondStepAsync(TestApp app, WebClient web)
    {
        using var answer = await FirstStepAsync(web, await CodeAsync(app));
        return await WebClient.ParseAsync(answer);
    }

    private static async Task<HttpResponseMessage> UploadAsync(WebClient web, string code, byte[] file)
    {
        var page = await web.PageAsync("/first-run");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken" },
            { new StringContent(code), "Code" },
            { new StringContent("云泽区"), "RegionName" },
            { new StringContent("2026"), "PlanYear" },
            { new StringContent("file"), "Start" },
            { new ByteArrayContent(file), "File", "名录.xlsx" },
        };
        return await web.Http.PostAsync(new Uri("/first-run?handler=Next", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private static async Task<string> FirstErrorsAsync(WebClient web, string code)
    {
        using var answer = await FirstStepAsync(web, code);
        return (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors();
    }

    private static async Task<HttpResponseMessage> FirstStepAsync(WebClient web, string code)
    {
        var page = await web.PageAsync("/first-run");
        return await web.SubmitAsync(
            page.Form("Next"), new Dictionary<string, string?> { ["Code"] = code, ["RegionName"] = "云泽区", ["CityName"] = "云州市", ["PlanYear"] = "2026" });
    }
}
