using System.Globalization;
using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Maoding.Tests.Features.Planning.Consulting.ConsultScene;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Consulting;

/// <summary>Opinions about wording, target value and leader, and in free text; their table, and who is silent.</summary>
public sealed class OpinionTests
{
    [Theory]
    [InlineData("OtherWording", "ProposedTitle", "规模以上工业增加值平稳增长", "改为“规模以上工业增加值平稳增长”")]
    [InlineData("OtherTarget", "ProposedValue", "5%", "改为5%")]
    [InlineData("OtherLeader", "ProposedPost", "", "改为副区长")]
    [InlineData("Remark", null, "", "")]
    public async Task A_unit_objects_to_wording_value_and_leader_and_an_accepted_objection_changes_the_row(
        string kind, string? field, string value, string proposal)
    {
        await using var app = await TestApp.StartAsync();
        var (district, row) = await AskedAsync(app);
        if (kind == "OtherLeader") value = district.OtherLeader.Id.ToString(CultureInfo.InvariantCulture);
        using var head = await app.AsAsync("head");
        var changes = new Dictionary<string, string?> { ["Grounds"] = "与省里口径不一致" };
        if (field is not null) changes[field] = value;
        using (var given = await head.SubmitAsync(Form(await AnswerAsync(head, district, row), $"form:has([value={kind}])"), changes))
            Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        using var coordinator = await app.AsAsync("coordinator");
        Assert.Contains(proposal, (await coordinator.PageAsync("/consulting/1")).Body!.TextContent, StringComparison.Ordinal);
        await DecideAsync(coordinator, "Accept");
        await using var db = app.Open();
        var after = await db.Commitments.SingleAsync(c => c.Id == row.Id);
        Assert.Equal(kind == "OtherWording" ? value : "规模以上工业增加值增长7%", after.Title);
        Assert.Equal(kind == "OtherTarget" ? "5" : "7", after.Target!.Value);
        Assert.Equal(kind == "OtherLeader" ? district.OtherLeader.Id : district.Leader.Id, after.LeaderPostId);
        // What was accepted counts as asked: issuing does not ask about it again.
        var asked = await db.ConsultedRows.SingleAsync(a => a.CommitmentId == row.Id);
        var names = new RowNames(id => $"{id}", id => $"{id}", id => $"{id}");
        Assert.Empty(Consulted.Differences(asked.Values, RowValues.Of(after), names));
    }

    [Theory]
    [InlineData("OtherWording", "ProposedTitle", "规模以上工业增加值增长7%", "CON029")]
    [InlineData("OtherTarget", "ProposedValue", "7%", "CON030")]
    [InlineData("OtherLeader", "ProposedPost", "999", "CON031")]
    [InlineData("Remark", "Grounds", " ", "CON014")]
    public async Task What_stands_in_the_row_already_or_says_nothing_is_refused(string kind, string field, string value, string code)
    {
        await using var app = await TestApp.StartAsync();
        var (district, row) = await AskedAsync(app);
        using var head = await app.AsAsync("head");
        var changes = new Dictionary<string, string?> { ["Grounds"] = "口径", [field] = value };
        using var answer = await head.SubmitAsync(Form(await AnswerAsync(head, district, row), $"form:has([value={kind}])"), changes);
        Assert.Contains(code, (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_round_lists_who_is_silent_with_telephones_and_one_message_and_sums_opinions_up_in_a_table()
    {
        await using var app = await TestApp.StartAsync();
        var (district, row) = await AskedAsync(app);
        using var head = await app.AsAsync("head");
        using (await head.SubmitAsync(
            Form(await AnswerAsync(head, district, row), "form:has([value=Remark])"), new Dictionary<string, string?> { ["Grounds"] = "建议明确数据口径" }))
        {
        }

        using var coordinator = await app.AsAsync("coordinator");
        var silent = (await coordinator.PageAsync("/consulting/1")).QuerySelector("#silent")!;
        Assert.Contains("王立军", silent.TextContent, StringComparison.Ordinal);
        Assert.NotNull(silent.QuerySelector("a[href='tel:0871-65550000']"));
        Assert.Contains("3月9日（含当日）截止", ((IHtmlTextAreaElement)silent.QuerySelector("textarea")!).Value, StringComparison.Ordinal);
        Assert.Contains("建议明确数据口径", await PartAsync(coordinator, "/consulting/1/opinions.docx", "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("建议明确数据口径", await PartAsync(coordinator, "/consulting/1/opinions.xlsx", "xl/sharedStrings.xml"), StringComparison.Ordinal);
        using var refused = await head.GetAsync("/consulting/1/opinions.docx");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    /// <summary>A target of Education that a round asks about.</summary>
    private static async Task<(SmallDistrict District, Commitment Row)> AskedAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "规模以上工业增加值增长7%", c =>
        {
            (c.LeadUnitId, c.Kind) = (district.Education.Id, CommitmentKind.Target);
            c.Target = new TargetFigure { Indicator = "规模以上工业增加值", Kind = "growth_at_least", Value = "7", Unit = "%" };
        });
        await StartAsync(app);
        return (district, row);
    }

    private static Task<IHtmlDocument> AnswerAsync(WebClient web, SmallDistrict district, Commitment row) =>
        web.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id)));

    private static async Task<string> PartAsync(WebClient web, string path, string part)
    {
        using var answer = await web.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(package.GetEntry(part)!.Open());
        return await reader.ReadToEndAsync();
    }
}
