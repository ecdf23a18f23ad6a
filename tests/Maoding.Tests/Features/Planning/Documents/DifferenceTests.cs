using System.Net;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Documents;

/// <summary>The same promise in two documents with different values: shown side by side, decided, and kept on the row.</summary>
public sealed class DifferenceTests
{
    private const string Speech =
        "在区委六届五次全会上的讲话\n（2025年12月28日）\n一、主要目标\n今年经济社会发展的主要目标是：地区生产总值增长6%左右，固定资产投资增长7%。\n二、重点任务\n要办好人民满意的教育，新建公办幼儿园3所，6月底前投用。\n";

    private const string Report =
        "2026年政府工作报告\n一、主要目标\n今年发展的主要预期目标是：地区生产总值增长8%左右。\n二、重点任务\n要办好人民满意的教育，新建公办幼儿园5所，年底前投用。\n";

    private static readonly Dictionary<string, string?> NoChange = [];

    [Theory]
    [InlineData("true", "8")]
    [InlineData("false", "6")]
    public async Task Another_value_is_decided_before_two_promises_are_one(string choice, string value)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await ImportedSpeech.ImportAsync(app, web, Speech);
        var id = await ImportedSpeech.ImportAsync(app, web, Report);
        await using var db = app.Open();
        var target = (await ImportedSpeech.RowsAsync(db, id)).Single(r => r.Kind == CommitmentKind.Target);
        Assert.Equal(MatchKind.Same, target.Match);
        var page = await web.PageAsync($"/documents/{id}/review?row={target.Id}");
        Assert.Contains("8%", page.QuerySelector("#settle")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("6%", page.QuerySelector("#settle")!.TextContent, StringComparison.Ordinal);
        using var undecided = await web.SubmitAsync(ImportedSpeech.Form(page, "merge"), NoChange);
        Assert.Contains("REV030", (await WebClient.ParseAsync(undecided, HttpStatusCode.Conflict)).Body!.TextContent, StringComparison.Ordinal);
        using var decided = await web.SubmitAsync(
            ImportedSpeech.Form(page, "merge"), new Dictionary<string, string?> { ["Settle[Value]"] = choice, ["Why"] = "以人代会通过的为准" });
        ImportedSpeech.Redirected(decided);
        var kept = await WholeAsync(app, target.MergedIntoId!.Value);
        Assert.Equal((value, value == "8"), (kept.Target!.Value, kept.Title.Contains("8%", StringComparison.Ordinal)));
        Assert.Equal(("以人代会通过的为准", value == "8"), (Assert.Single(kept.Differences).Reason, kept.Differences[0].Taken));
        Assert.Contains("文件间差异", (await web.PageAsync($"/ledger/{kept.Id}")).Body!.TextContent, StringComparison.Ordinal);
        using var undone = await web.SubmitAsync(
            ImportedSpeech.Form(await web.PageAsync($"/documents/{id}/review?row={target.Id}"), "restore"), NoChange);
        ImportedSpeech.Redirected(undone);
        kept = await WholeAsync(app, kept.Id);
        Assert.Equal(("6", 0, 1), (kept.Target!.Value, kept.Differences.Count, kept.Quotes.Count));
    }

    [Fact]
    public async Task Times_and_counts_are_compared_and_a_row_that_was_sent_keeps_its_own()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await ImportedSpeech.ImportAsync(app, web, Speech);
        var id = await ImportedSpeech.ImportAsync(app, web, Report);
        await using var db = app.Open();
        var work = (await ImportedSpeech.RowsAsync(db, id)).Single(r => r.Kind == CommitmentKind.Work);
        var page = await web.PageAsync($"/documents/{id}/review?row={work.Id}");
        var asked = page.QuerySelector("#settle")!.TextContent;
        Assert.All((string[])["3所", "5所", "2026-06-30", "2026-12-31"], words => Assert.Contains(words, asked, StringComparison.Ordinal));
        var into = work.MergedIntoId!.Value;
        await using (var sending = app.Open())
        {
            (await sending.Commitments.SingleAsync(c => c.Id == into)).State = CommitmentState.Consulting;
            await TestApp.SaveAsync(sending);
        }

        Dictionary<string, string?> taking = new() { ["Settle[Quantity]"] = "true", ["Settle[Time]"] = "false" };
        using var refused = await web.SubmitAsync(ImportedSpeech.Form(page, "merge"), taking);
        Assert.Contains("REV031", (await WebClient.ParseAsync(refused, HttpStatusCode.Conflict)).Body!.TextContent, StringComparison.Ordinal);
        using var kept = await web.SubmitAsync(ImportedSpeech.Form(await web.PageAsync($"/documents/{id}/review?row={work.Id}"), "merge"),
            new Dictionary<string, string?> { ["Settle[Quantity]"] = "false", ["Settle[Time]"] = "false" });
        ImportedSpeech.Redirected(kept);
        var row = await WholeAsync(app, into);
        Assert.Equal((new DateOnly(2026, 6, 30), 2), (row.Due, row.Differences.Count));
    }

    [Fact]
    public async Task A_target_within_a_target_relieves_nobody()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, Speech);
        await using var db = app.Open();
        var targets = (await ImportedSpeech.RowsAsync(db, id)).Where(r => r.Kind == CommitmentKind.Target).ToList();
        var page = await web.PageAsync($"/documents/{id}/review?row={targets[1].Id}");
        using var placed = await Consulting.ConsultScene.PostAsync(web, $"/documents/{id}/review?handler=leaf", page,
            ("RowId", $"{targets[1].Id}"), ("Version", $"{targets[1].Version}"), ("Into", $"{targets[0].Id}"));
        ImportedSpeech.Redirected(placed);
        var (whole, part) = (await WholeAsync(app, targets[0].Id), await WholeAsync(app, targets[1].Id));
        Assert.Equal((true, true, null, whole.Id), (whole.IsLeaf, part.IsLeaf, part.ParentId, part.WithinId));
        Assert.Contains("其中项", (await web.PageAsync($"/ledger/{part.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(part.Title, (await web.PageAsync($"/ledger/{whole.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_figures_of_one_indicator_in_one_document_are_told()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, Speech + "三、预期目标\n今年发展的主要预期目标是：固定资产投资增长9%。\n");
        await using var db = app.Open();
        var twice = (await ImportedSpeech.RowsAsync(db, id)).Where(r => r.Target?.Indicator == "固定资产投资").ToList();
        Assert.Equal(2, twice.Count);
        Assert.All(twice, r => Assert.Contains("另有一处", r.Evidence, StringComparison.Ordinal));
    }

    private static async Task<Commitment> WholeAsync(TestApp app, int id)
    {
        await using var db = app.Open();
        return await db.Commitments.AsNoTracking().Include(c => c.Quotes).Include(c => c.Differences).SingleAsync(c => c.Id == id);
    }
}
