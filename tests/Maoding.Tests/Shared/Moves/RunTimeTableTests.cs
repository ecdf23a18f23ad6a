using System.Text.Json;
using System.Text.Json.Serialization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Domain.Projects;
using Maoding.Shared.Moves;
using Maoding.Storage;
using Maoding.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Shared.Moves;

/// <summary>
/// A table that is data, as a register edited in the browser would be: its buttons and its moves. A lead's next step stands in
/// for the item's state.
/// </summary>
public sealed class RunTimeTableTests
{
    private const string Data = """
        {
          "subject": "这个清单项", "code": "REG001",
          "states": [{ "key": "found", "name": "已排查" }, { "key": "under way", "name": "整改中" }, { "key": "checked", "name": "已验收" }],
          "table": [
            { "moveKey": "begin", "name": "启动整改", "fromKey": "found", "toKey": "under way", "permission": "EditPipeline" },
            { "moveKey": "check", "name": "验收", "fromKey": "under way", "toKey": "checked", "permission": "EditProjects", "button": "验收通过", "confirm": "确定验收？",
              "reason": { "label": "验收情况", "code": "REG002", "refusal": "请写明看到什么。", "most": 20, "lines": 2 } },
            { "moveKey": "back", "name": "退回", "fromKey": "under way", "toKey": "found", "permission": "EditPipeline", "look": "Danger", "done": "已退回排查。",
              "reason": { "label": "说明", "code": "REG002", "refusal": "说明最多 20 个字。", "most": 20, "isRequired": false, "lines": 1 } }
          ]
        }
        """;

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static LifeCycle Table { get; } = JsonSerializer.Deserialize<LifeCycle>(Data, Reading)!;

    [Fact]
    public async Task Its_buttons_are_drawn_for_whoever_may_press_them()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var page = await DrawAsync(app, Forms(Clerk(district.Housing), district.Housing, "under way"));
        var back = Assert.Single(page.QuerySelectorAll<IHtmlFormElement>("form"));
        Assert.Equal(("back", "7", "btn btn-danger", "退回"), (Value(back, "Move"), Value(back, "Version"), Button(back).ClassName, Button(back).TextContent));
        Assert.False(back.QuerySelector("input#Reason-back")!.HasAttribute("required"));
        Assert.Null(Button(back).GetAttribute("data-confirm"));

        page = await DrawAsync(app, Forms(Coordinator, district.Housing, "under way") with { Tried = "check", Typed = "<b>没有写完" });
        Assert.Equal(["check", "back"], page.QuerySelectorAll<IHtmlFormElement>("form").Select(f => Value(f, "Move")));
        var check = page.QuerySelector<IHtmlFormElement>("#move-check form")!;
        Assert.Equal(("确定验收？", "验收通过"), (Button(check).GetAttribute("data-confirm"), Button(check).TextContent));
        var asked = (IHtmlTextAreaElement)check.QuerySelector("#Reason-check")!;
        Assert.Equal(("Reason", 20, true, "<b>没有写完"), (asked.Name, asked.MaxLength, asked.IsRequired, asked.Value));
        Assert.Equal("验收情况（必填）", check.QuerySelector("label")!.TextContent);

        Assert.Empty((await DrawAsync(app, Forms(Clerk(district.Education), district.Housing, "under way"))).QuerySelectorAll("form"));
        Assert.Empty((await DrawAsync(app, Forms(Coordinator, district.Housing, "checked"))).QuerySelectorAll("form"));
        // Nothing is asked: nothing has to be opened.
        Assert.Null((await DrawAsync(app, Forms(Coordinator, district.Housing, "found"))).QuerySelector("details"));
    }

    [Fact]
    public async Task Its_moves_are_made_with_permission_and_reason_once_and_written_down()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var (unit, today) = (district.Housing.Id, SmallDistrict.Today);
        var item = new Lead { Name = "沿街消防隐患", NextStep = "found", Sector = Sector.Services, UnitId = unit, FoundOn = today, Since = today };
        db.Leads.Add(item);
        await TestApp.SaveAsync(db);
        var clerk = Clerk(district.Housing);
        Assert.Equal("PER001", await RefusedAsync(app, Clerk(district.Education), Ask("begin")));
        Assert.Equal("PER001", await RefusedAsync(app, Clerk(district.Housing), Ask("check")));
        Assert.Equal("REG001", await RefusedAsync(app, clerk, Ask("anything")));
        Assert.Equal("REG001", await RefusedAsync(app, clerk, Ask("back")));
        Assert.Equal("PIP003", await RefusedAsync(app, clerk, Ask("begin") with { Id = item.Id + 1 }));
        var first = new HandledRequest { Key = "once", Location = "/" };
        await MakeAsync(app, clerk, Ask("begin") with { Request = first });
        Assert.Equal("SYS001", await RefusedAsync(app, clerk, Ask("back")));
        Assert.Equal("SYS003", await RefusedAsync(app, clerk, Ask("back", 2) with { Request = new HandledRequest { Key = "once", Location = "/" } }));
        Assert.Equal("REG002", await RefusedAsync(app, Coordinator, Ask("check", 2)));
        Assert.Equal("REG002", await RefusedAsync(app, Coordinator, Ask("check", 2, new string('长', 21))));
        Assert.Equal("已登记“验收”。", (await MakeAsync(app, Coordinator, Ask("check", 2, " 逐户看过。 "))).Done);
        db.ChangeTracker.Clear();
        item = await db.Leads.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("checked", "启动整改；验收：逐户看过。", 3), (item.NextStep, item.Note, item.Version));
        var entry = await db.AuditEntries.OrderBy(e => e.Sequence).LastAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("验收", "逐户看过。", "陈敏（督查室主任）"), (entry.Action, entry.Why, entry.Actor));

        MoveAsk Ask(string move, int version = 1, string? reason = null) => new(item.Id, version, move, reason, null);
    }

    [Fact]
    public void A_table_that_cannot_be_is_refused_as_it_is_read()
    {
        Assert.Throws<ArgumentException>(() => new LifeCycle("这个清单项", "REG001", [new("found", "已排查")], Table.Table));
        Assert.Throws<ArgumentException>(() => new LifeCycle("这个清单项", "REG001", Table.States, [.. Table.Table, Table.Table[0] with { ToKey = "checked" }]));
    }

    private static Actor Coordinator { get; } = new(3, 3, "陈敏", false, [new HeldPost(3, PostKind.Coordinator, null, "督查室主任")]);

    private static Actor Clerk(Unit unit) => new(6, 6, "赵强", false, [new HeldPost(6, PostKind.UnitClerk, unit.Id, "联络员")]);

    private static MoveForms Forms(Actor actor, Unit unit, string state) =>
        new("/anywhere?handler=Move", 7, MoveForms.Of(Table, state, t => Permissions.Allows(actor, t.Permission, AccessFacts.OfUnit(unit.Id))), null, null);

    private static async Task<Transition> MakeAsync(TestApp app, Actor actor, MoveAsk ask)
    {
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        var course = new Course<Lead>(Table)
        {
            Find = async (id, stop) => await db.Leads.FindAsync([id], stop) ?? throw new RefusalException("PIP003", "没有这一项。", RefusalKind.Missing),
            State = item => item.NextStep,
            Enter = (item, state) => item.NextStep = state,
            Facts = (item, _) => AccessFacts.OfUnit(item.UnitId),
            Happened = turn => turn.Thing.Note = turn.Thing.Note.Length == 0 ? turn.Step.Name : $"{turn.Thing.Note}；{turn.Step.Name}：{turn.Said}",
        };
        return await scope.ServiceProvider.GetRequiredService<MoveRunner>().MakeAsync(actor, course, ask, null, TestContext.Current.CancellationToken);
    }

    private static async Task<string> RefusedAsync(TestApp app, Actor actor, MoveAsk ask) =>
        (await Assert.ThrowsAsync<RefusalException>(() => MakeAsync(app, actor, ask))).Code;

    /// <summary>The partial as a page of the product would draw it.</summary>
    private static async Task<IHtmlDocument> DrawAsync(TestApp app, MoveForms forms)
    {
        await using var scope = app.Scope();
        var services = scope.ServiceProvider;
        const string Page = "/Building/Problems/Show";
        var route = new RouteData(new RouteValueDictionary { ["page"] = Page });
        var descriptor = new ActionDescriptor { RouteValues = { ["page"] = Page } };
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, route, descriptor);
        var view = services.GetRequiredService<IRazorViewEngine>().FindView(action, "_MoveForms", isMainPage: false).EnsureSuccessful(null).View!;
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary<MoveForms>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = forms };
        var kept = new TempDataDictionary(action.HttpContext, services.GetRequiredService<ITempDataProvider>());
        await view.RenderAsync(new ViewContext(action, view, data, kept, writer, new HtmlHelperOptions()));
        return new HtmlParser().ParseDocument(writer.ToString());
    }

    private static string? Value(IParentNode form, string name) => form.QuerySelector($"input[name={name}]")?.GetAttribute("value");

    private static IElement Button(IParentNode form) => form.QuerySelector("button")!;
}
