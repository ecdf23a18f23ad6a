using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Documents.Reading;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Pipeline;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Features.Building.Projects;
using Maoding.Shared.Addresses;
using Maoding.Shared.Moves;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Building.Pipeline;

/// <summary>A lead that is kept among its readers is absent for everybody else, wherever leads are told of.</summary>
public sealed class LeadReadersTests
{
    private const string Form = "main form.card";
    private const string Kept = "储能基地";
    private const string Open = "物流园";

    [Fact]
    public async Task Whoever_may_not_know_of_it_learns_nothing_by_moving_it()
    {
        await using var app = await TestApp.StartAsync();
        var (_, kept) = await KeptAsync(app);
        var stranger = new Actor(99, null, "外人", false, [new HeldPost(999, PostKind.DataSteward, null, "数据管理员")]);
        await using var scope = app.Scope();
        var service = scope.ServiceProvider.GetRequiredService<LeadService>();
        var refused = await Assert.ThrowsAsync<RefusalException>(() => service.MoveAsync(stranger, MoveAsk.Of(kept, 1, LeadMove.Talk), default));
        Assert.Equal(("PIP003", RefusalKind.Missing), (refused.Code, refused.Kind));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Others_find_no_trace_of_it_in_list_count_address_workbook_and_log(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? Database.Postgres(PostgresCluster.CreateDatabase()) : null);
        var (district, kept) = await KeptAsync(app);
        foreach (var reader in (string[])["coordinator", "steward", "clerk2", "leader"])
        {
            using var web = await app.AsAsync(reader);
            Assert.Contains(Kept, await TextAsync(web, PipelineLinks.Index), StringComparison.Ordinal);
            Assert.Contains(Kept, await TextAsync(web, PipelineLinks.Lead(kept)), StringComparison.Ordinal);
            Assert.Contains(Kept, await WorkbookAsync(web), StringComparison.Ordinal);
        }

        foreach (var other in (string[])["inspector", "leader2"])
        {
            using var web = await app.AsAsync(other);
            var list = await TextAsync(web, PipelineLinks.Index);
            Assert.DoesNotContain(Kept, list, StringComparison.Ordinal);
            Assert.Contains("线索 1 条", list, StringComparison.Ordinal);
            Assert.Contains("在谈线索 1 条", list, StringComparison.Ordinal);
            // Not "not allowed", which would say that it is there.
            await web.PageAsync(PipelineLinks.Lead(kept), HttpStatusCode.NotFound);
            var book = await WorkbookAsync(web);
            Assert.DoesNotContain(Kept, book, StringComparison.Ordinal);
            Assert.Contains(Open, book, StringComparison.Ordinal);
        }

        using var inspector = await app.AsAsync("inspector");
        await using var db = app.Open();
        var entries = await db.AuditEntries.Where(e => e.Subject == nameof(Lead) && e.SubjectId == kept).Select(e => e.Sequence).ToListAsync();
        Assert.Equal(2, entries.Count);
        foreach (var entry in entries) await inspector.PageAsync($"/audit/{entry}", HttpStatusCode.NotFound);
        Assert.DoesNotContain("限定线索知悉范围", await TextAsync(inspector, "/audit"), StringComparison.Ordinal);
        Assert.Contains("招商线索", await TextAsync(inspector, "/audit"), StringComparison.Ordinal);
        var log = await inspector.Http.GetStringAsync(new Uri("/audit/export.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("限定线索知悉范围", log, StringComparison.Ordinal);
        Assert.Equal(district.Housing.Id, (await db.Leads.SingleAsync(l => l.Id == kept)).UnitId);
    }

    [Fact]
    public async Task Who_is_not_on_the_list_cannot_write_it_nor_make_a_project_of_it()
    {
        await using var app = await TestApp.StartAsync();
        var (_, kept) = await KeptAsync(app);
        await using var db = app.Open();
        await db.Readers.Where(r => r.PostId != null).ExecuteDeleteAsync();
        await db.Leads.ExecuteUpdateAsync(l => l.SetProperty(x => x.State, LeadState.Landed));
        using var coordinator = await app.AsAsync("coordinator");
        Assert.DoesNotContain(Kept, await TextAsync(coordinator, ProjectLinks.FromLead(kept)), StringComparison.Ordinal);
        var form = (await coordinator.PageAsync(ProjectLinks.FromLead(kept))).QuerySelector("main form[method=post]")!;
        using (var entered = await coordinator.SubmitAsync((IHtmlFormElement)form, new Dictionary<string, string?> { ["Form.Name"] = "某项目" }))
            Assert.NotEqual(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Empty(await db.Projects.ToListAsync());
        using var clerk = await app.AsAsync("clerk2");
        var own = (await clerk.PageAsync(PipelineLinks.Lead(kept))).QuerySelector("main form:has([value=End])")!;
        using var moved = await coordinator.SubmitAsync((IHtmlFormElement)own, new Dictionary<string, string?> { ["Reason"] = "不谈了" });
        Assert.NotEqual(HttpStatusCode.Redirect, moved.StatusCode);
        db.ChangeTracker.Clear();
        Assert.Equal(LeadState.Landed, (await db.Leads.SingleAsync(l => l.Id == kept)).State);
    }

    [Fact]
    public async Task A_project_made_of_it_does_not_lead_others_back_and_an_opened_one_is_everybodys()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        var (_, kept) = await KeptAsync(app, scene.District);
        var project = scene.Plant.Id;
        await using var db = app.Open();
        await db.Leads.Where(l => l.Id == kept).ExecuteUpdateAsync(l => l.SetProperty(x => x.ProjectId, project));
        using var inspector = await app.AsAsync("inspector");
        using var coordinator = await app.AsAsync("coordinator");
        Assert.Contains(Kept, await TextAsync(coordinator, ProjectLinks.Project(project)), StringComparison.Ordinal);
        Assert.DoesNotContain(Kept, await TextAsync(inspector, ProjectLinks.Project(project)), StringComparison.Ordinal);
        var opened = await coordinator.PageAsync(PipelineLinks.Lead(kept));
        var form = (IHtmlFormElement)opened.QuerySelector(Form)!;
        ProjectScene.Done(await coordinator.SubmitAsync(form, new Dictionary<string, string?> { ["Form.IsRestricted"] = null }));
        Assert.Contains(Kept, await TextAsync(inspector, PipelineLinks.Index), StringComparison.Ordinal);
        Assert.Empty(await db.Readers.ToListAsync());
    }

    /// <summary>One lead that is kept among coordinator, steward, 区住建局 and its leader, and an open one.</summary>
    private static async Task<(SmallDistrict District, int Lead)> KeptAsync(TestApp app, SmallDistrict? present = null)
    {
        var district = present ?? await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var steward = await db.Posts.SingleAsync(p => p.Name == "区统计局数据员");
        using var coordinator = await app.AsAsync("coordinator");
        var unit = district.Housing.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var leader = district.Leader.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var page = await coordinator.PageAsync(PipelineLinks.NewLead);
        page.QuerySelectorAll<IHtmlInputElement>("input[name='Form.ReaderPosts']").Single(i => i.Value == $"{steward.Id}").IsChecked = true;
        page.QuerySelectorAll<IHtmlInputElement>("input[name='Form.IsRestricted']").Single().IsChecked = true;
        var form = (IHtmlFormElement)page.QuerySelector(Form)!;
        var values = new Dictionary<string, string?> { ["Form.Name"] = Kept, ["Form.UnitId"] = unit, ["Form.LeaderPostId"] = leader };
        ProjectScene.Done(await coordinator.SubmitAsync(form, values));
        ProjectScene.Done(await ProjectScene.SendAsync(coordinator, PipelineLinks.NewLead, Form, ("Form.Name", Open), ("Form.UnitId", unit)));
        return (district, await db.Leads.Where(l => l.Name == Kept).Select(l => l.Id).SingleAsync());
    }

    private static async Task<string> TextAsync(WebClient web, string address) => (await web.PageAsync(address)).Body!.TextContent;

    private static async Task<string> WorkbookAsync(WebClient web)
    {
        var bytes = await web.Http.GetByteArrayAsync(new Uri(PipelineLinks.Export, UriKind.Relative), TestContext.Current.CancellationToken);
        return string.Join('\n', TableBookReader.Read(new MemoryStream(bytes), "线索.xlsx").SelectMany(s => s.Rows).Select(r => string.Join('\t', r.Cells)));
    }
}
