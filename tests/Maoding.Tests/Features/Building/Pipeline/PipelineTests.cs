using System.Net;
using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;
using Maoding.Tests.Features.Building.Projects;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Building.Pipeline;

/// <summary>Leads until they are projects, and matters sought from above with their windows.</summary>
public sealed class PipelineTests
{
    private const string LeadForm = "main form.card";

    [Fact]
    public async Task A_lead_goes_its_way_and_becomes_a_project()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        ProjectScene.Done(await ProjectScene.SendAsync(
            clerk, PipelineLinks.NewLead, LeadForm, ("Form.Name", "新能源电池项目"), ("Form.Investor", "云州新能源公司"), ("Form.Amount", "50000")));
        await using var db = app.Open();
        var lead = await db.Leads.SingleAsync();
        var address = PipelineLinks.Lead(lead.Id);
        foreach (var move in (LeadMove[])[LeadMove.Talk, LeadMove.Sign, LeadMove.Land])
            ProjectScene.Done(await ProjectScene.SendAsync(clerk, address, $"main form:has([value={move}])"));
        Assert.Null((await clerk.PageAsync(address)).QuerySelector($"a[href='{ProjectLinks.FromLead(lead.Id)}']"));
        using var coordinator = await app.AsAsync("coordinator");
        Assert.NotNull((await coordinator.PageAsync(address)).QuerySelector($"a[href='{ProjectLinks.FromLead(lead.Id)}']"));
        ProjectScene.Done(await ProjectScene.SendAsync(coordinator, ProjectLinks.FromLead(lead.Id), "main form[method=post]"));
        db.ChangeTracker.Clear();
        lead = await db.Leads.SingleAsync();
        var project = await db.Projects.SingleAsync();
        Assert.Equal((LeadState.Entered, project.Id), (lead.State, lead.ProjectId));
        Assert.Equal(("新能源电池项目", "云州新能源公司", 50000m, district.Housing.Id), (project.Name, project.Owner, project.TotalInvestment, project.LeadUnitId));
        await ProjectScene.RefusedAsync(
            await ProjectScene.SendAsync(coordinator, ProjectLinks.FromLead(lead.Id), "main form[method=post]"), HttpStatusCode.Conflict, "PIP001");
        Assert.Equal(1, await db.Projects.CountAsync());
    }

    [Fact]
    public async Task A_lead_is_ended_with_a_reason_and_seen_by_its_own_unit_only()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var lead = db.Leads.Add(
            new Lead { Name = "物流园", Sector = Sector.Services, UnitId = district.Housing.Id, FoundOn = SmallDistrict.Today, Since = SmallDistrict.Today })
            .Entity;
        await TestApp.SaveAsync(db);
        using var other = await app.AsAsync("clerk");
        Assert.DoesNotContain("物流园", (await other.PageAsync(PipelineLinks.Index)).Body!.TextContent, StringComparison.Ordinal);
        await other.PageAsync(PipelineLinks.Lead(lead.Id), HttpStatusCode.Forbidden);
        using var clerk = await app.AsAsync("clerk2");
        var ending = "main form:has([value=End])";
        await ProjectScene.RefusedAsync(await ProjectScene.SendAsync(clerk, PipelineLinks.Lead(lead.Id), ending), HttpStatusCode.BadRequest, "PIP006");
        ProjectScene.Done(await ProjectScene.SendAsync(clerk, PipelineLinks.Lead(lead.Id), ending, ("Reason", "用地条件谈不拢")));
        Assert.Contains("用地条件谈不拢", (await clerk.PageAsync(PipelineLinks.Lead(lead.Id))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_is_marked_by_its_window_filed_and_won()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        await ProjectScene.RefusedAsync(await ProjectScene.SendAsync(clerk, PipelineLinks.NewSought, LeadForm, ("Form.Name", "老旧管网专项债"),
            ("Form.WindowCloses", "2026-03-08"), ("Form.ProjectCode", "没有的")), HttpStatusCode.BadRequest, "PIP008");
        ProjectScene.Done(await ProjectScene.SendAsync(clerk, PipelineLinks.NewSought, LeadForm, ("Form.Name", "老旧管网专项债"),
            ("Form.Amount", "3000"), ("Form.WindowCloses", "2026-03-08"), ("Form.ProjectCode", scene.Plant.Code)));
        var list = await clerk.PageAsync(PipelineLinks.Sought);
        Assert.Equal("还有 6 天", list.QuerySelector("[data-label=窗口关闭] .mark-red")!.TextContent);
        Assert.Contains("1 个争取事项的申报窗口", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        var matter = await db.SoughtMatters.SingleAsync();
        var address = PipelineLinks.SoughtMatter(matter.Id);
        ProjectScene.Done(await ProjectScene.SendAsync(clerk, address, "main form:has([value=File])"));
        await ProjectScene.RefusedAsync(await ProjectScene.SendAsync(clerk, address, "main form:has([value=Refuse])"), HttpStatusCode.BadRequest, "PIP009");
        ProjectScene.Done(await ProjectScene.SendAsync(clerk, address, "main form:has([value=Win])", ("Granted", "2,500")));
        db.ChangeTracker.Clear();
        matter = await db.SoughtMatters.SingleAsync();
        Assert.Equal((SoughtState.Won, 2500m, SmallDistrict.Today, scene.Plant.Id), (matter.State, matter.Granted, matter.FiledOn, matter.ProjectId));
        Assert.Contains("获批 2,500 万元", (await clerk.PageAsync(ProjectLinks.Project(scene.Plant.Id))).Body!.TextContent, StringComparison.Ordinal);
    }
}
