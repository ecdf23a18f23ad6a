using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger.Amending;
using Maoding.Tests.Features.Planning.Issuing;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Ledger.Amending;

public sealed class AmendTests
{
    private static readonly Dictionary<string, string?> Grounds = new()
    {
        ["Reason"] = "用地手续推迟",
        ["Decision"] = "区委常委会会议纪要〔2026〕6号",
        ["DecidedOn"] = "2026-03-01",
    };

    private static Dictionary<string, string?> With(params (string Name, string? Value)[] changes)
    {
        var fields = new Dictionary<string, string?>(Grounds);
        foreach (var (name, value) in changes) fields[name] = value;
        return fields;
    }

    [Fact]
    public async Task A_change_is_shown_before_and_after_and_written_only_when_confirmed()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        using var coordinator = await app.AsAsync("coordinator");
        var address = $"/ledger/{district.Schools.Id}/amending";
        var form = IssuingDistrict.Form(await coordinator.PageAsync(address));
        using var asked = await coordinator.SubmitAsync(form, With(("Form.Due", "2026-10-31"), ("Form.Title", "新建公办幼儿园4所")));
        var preview = await WebClient.ParseAsync(asked);
        Assert.Equal(["任务内容", "完成时限", "月度计划"], preview.QuerySelectorAll("#changes td.name").Select(c => c.TextContent));
        Assert.Equal("新建公办幼儿园3所", preview.QuerySelector("#changes del")!.TextContent);
        Assert.Equal("新建公办幼儿园3所", district.Now(district.Schools).Title);
        using var done = await coordinator.SubmitAsync(IssuingDistrict.Form(preview), new Dictionary<string, string?>());
        Assert.Equal((HttpStatusCode.Redirect, $"/ledger/{district.Schools.Id}"), (done.StatusCode, done.Headers.Location!.ToString()));
        var row = district.Now(district.Schools);
        Assert.Equal(("新建公办幼儿园4所", new DateOnly(2026, 10, 31), 202610, CommitmentState.Issued), (row.Title, row.Due, row.DueMonth, row.State));
        await using var db = app.Open();
        var amendment = Assert.Single(db.Amendments);
        Assert.StartsWith("任务内容\t新建公办幼儿园3所\t新建公办幼儿园4所\n完成时限\t2026-12-31\t2026-10-31\n", amendment.Changes, StringComparison.Ordinal);
        Assert.Equal(("用地手续推迟", "区委常委会会议纪要〔2026〕6号", new DateOnly(2026, 3, 1)), (amendment.Reason, amendment.Decision, amendment.DecidedOn));
        Assert.Contains("改为", (await coordinator.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reason", "", "AMD004")]
    [InlineData("Decision", "", "AMD005")]
    [InlineData("DecidedOn", "2026-03-03", "AMD006")]
    [InlineData("DecidedOn", "", "AMD010")]
    [InlineData("Form.LeadUnitId", "", "AMD007")]
    [InlineData("Form.Title", "新建公办幼儿园X所", "AMD007")]
    [InlineData("Form.Due", "", "AMD007")]
    public async Task Without_grounds_or_leaving_the_row_incomplete_nothing_changes(string field, string value, string code)
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        using var coordinator = await app.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync($"/ledger/{district.Schools.Id}/amending"));
        var changes = With(("Form.Measures", "开工建设"), (field, value));
        if (field == "Form.Due") changes["Form.Shape"] = "";
        using var asked = await coordinator.SubmitAsync(form, changes);
        var preview = await WebClient.ParseAsync(asked);
        using var refused = await coordinator.SubmitAsync(IssuingDistrict.Form(preview), new Dictionary<string, string?>());
        var page = await WebClient.ParseAsync(refused, HttpStatusCode.BadRequest);
        Assert.Contains(code, page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Empty(db.Amendments);
        Assert.Equal("", district.Now(district.Schools).Measures);
    }

    [Fact]
    public async Task A_new_lead_unit_has_to_sign_for_the_batch()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        var batch = await district.IssueAsync();
        using var coordinator = await app.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync($"/ledger/{district.Leaves[0].Id}/amending"));
        using (var db = app.Open()) Assert.Empty(db.CoUnits.Where(u => u.UnitId == district.District.Housing.Id));
        var newUnit = await AddUnitAsync(app);
        using var asked = await coordinator.SubmitAsync(form, With(("Form.LeadUnitId", newUnit.ToString(CultureInfo.InvariantCulture))));
        var preview = await WebClient.ParseAsync(asked);
        Assert.Contains("区城管局要签收这一批", preview.QuerySelector("#changes")!.TextContent, StringComparison.Ordinal);
        using var done = await coordinator.SubmitAsync(IssuingDistrict.Form(preview), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await coordinator.PageAsync($"/issuing/{batch}");
        Assert.Contains("区城管局", page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_s_change_in_between_is_shown_field_by_field()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        using var coordinator = await app.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync($"/ledger/{district.Schools.Id}/amending"));
        await using (var db = app.Open())
        {
            db.Commitments.Single(c => c.Id == district.Schools.Id).Title = "新建公办幼儿园5所";
            await TestApp.SaveAsync(db);
        }

        using var conflict = await coordinator.SubmitAsync(form, With(("Form.Measures", "开工建设")));
        var page = await WebClient.ParseAsync(conflict, HttpStatusCode.Conflict);
        Assert.Equal(["任务内容", "举措"], page.QuerySelectorAll(".conflict > span:not(.conflict-head)").Select(s => s.TextContent));
        using var chosen = await coordinator.SubmitAsync(IssuingDistrict.Form(page), new Dictionary<string, string?>());
        var preview = await WebClient.ParseAsync(chosen);
        Assert.Equal(["举措"], preview.QuerySelectorAll("#changes td.name").Select(c => c.TextContent));
        using var done = await coordinator.SubmitAsync(IssuingDistrict.Form(preview), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(("新建公办幼儿园5所", "开工建设"), (district.Now(district.Schools).Title, district.Now(district.Schools).Measures));
    }

    [Fact]
    public async Task Stopping_takes_the_leaves_along_and_happens_once()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        using var coordinator = await app.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync($"/ledger/{district.Estates.Id}/amending"), "#stop form");
        using var first = await coordinator.SubmitAsync(form, Grounds);
        using var second = await coordinator.SubmitAsync(form, Grounds);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.All(district.Leaves.Append(district.Estates), r => Assert.Equal(CommitmentState.Stopped, district.Now(r).State));
        await using var db = app.Open();
        Assert.Equal(3, db.Amendments.Count());
        Assert.Contains("不能再调整", (await coordinator.PageAsync($"/ledger/{district.Estates.Id}/amending")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_are_not_issued_and_people_who_do_not_amend_are_turned_away()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var early = await coordinator.PageAsync($"/ledger/{district.Schools.Id}/amending", HttpStatusCode.Conflict);
        Assert.Contains("还没有印发", early.Body!.TextContent, StringComparison.Ordinal);
        await district.IssueAsync();
        foreach (var who in (string[])["clerk", "head", "leader", "inspector"])
        {
            using var web = await app.AsAsync(who);
            await web.PageAsync($"/ledger/{district.Schools.Id}/amending", HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public void Values_of_several_lines_and_tabs_read_back_as_one_field()
    {
        var text = RowDifference.Lines([new RowDifference("Measures", "举措", "一\n二", "三\t四"), new RowDifference("Title", "任务内容", "", "新")]);
        Assert.Equal([new AmendedField("举措", "一；二", "三 四"), new AmendedField("任务内容", "", "新")], AmendmentText.Read(text));
    }

    private static async Task<int> AddUnitAsync(TestApp app)
    {
        await using var db = app.Open();
        var unit = new Domain.Organization.Unit { Order = 9, Name = "云泽区城市管理局", ShortName = "区城管局" };
        db.Units.Add(unit);
        await TestApp.SaveAsync(db);
        return unit.Id;
    }
}
