using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Features.Planning.Issuing;

/// <summary>The small district with three rows that can be issued, one with two leaves, and one that cannot.</summary>
internal sealed class IssuingDistrict
{
    private const string Plan = "83,167,250,333,417,500,583,667,750,833,917,1000";

    public required TestApp App { get; init; }

    public required SmallDistrict District { get; init; }

    /// <summary>Led by Education, helped by Finance.</summary>
    public required Commitment Schools { get; init; }

    /// <summary>With a leaf for Housing and one for Education.</summary>
    public required Commitment Estates { get; init; }

    /// <summary>Without a lead unit.</summary>
    public required Commitment Ownerless { get; init; }

    public required Commitment[] Leaves { get; init; }

    public static async Task<IssuingDistrict> InAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        Commitment Row(string number, string title, CommitmentState state, Domain.Organization.Unit? lead, params Domain.Organization.Unit[] co)
        {
            var row = district.Row(number, title, state, lead, co);
            (row.Number, row.PlanShape, row.MonthlyPlan) = ("", PlanShape.Even, Plan);
            db.Commitments.Add(row);
            return row;
        }

        var estates = Row("1", "全面完成老旧小区改造12个", CommitmentState.Consulted, null);
        var schools = Row("2", "新建公办幼儿园3所", CommitmentState.Draft, district.Education, district.Finance);
        var ownerless = Row("3", "培育新的增长点", CommitmentState.Draft, null);
        (estates.IsLeaf, estates.LeaderPostId) = (false, null);
        await TestApp.SaveAsync(db);
        Commitment[] leaves = [Row("1", "改造老旧小区的房屋", CommitmentState.Consulted, district.Housing, district.Finance),
            Row("1", "改造老旧小区内的学校", CommitmentState.Consulted, district.Education)];
        foreach (var leaf in leaves) leaf.ParentId = estates.Id;
        await TestApp.SaveAsync(db);
        return new IssuingDistrict { App = app, District = district, Schools = schools, Estates = estates, Ownerless = ownerless, Leaves = leaves };
    }

    /// <summary>A document of the plan that no row quotes.</summary>
    public async Task AddUnquotedDocumentAsync(string title)
    {
        await using var db = App.Open();
        db.Documents.Add(new SourceDocument
        {
            PlanId = Schools.PlanId,
            Title = title,
            Kind = DocumentKind.Speech,
            Text = "无。",
            ImportedAt = new DateTime(2026, 3, 1, 1, 0, 0, DateTimeKind.Utc),
        });
        await TestApp.SaveAsync(db);
    }

    /// <summary>Issues what passes and returns the batch's key.</summary>
    public async Task<int> IssueAsync(string number = "云办发〔2026〕3号")
    {
        using var coordinator = await App.AsAsync("coordinator");
        using var answer = await coordinator.SubmitAsync(
            Form(await coordinator.PageAsync("/issuing")), new Dictionary<string, string?> { ["DocumentNumber"] = number, ["All"] = "true" });
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Redirect, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public Commitment Now(Commitment row)
    {
        using var db = App.Open();
        return db.Commitments.Single(c => c.Id == row.Id);
    }

    public static IHtmlFormElement Form(IHtmlDocument page, string selector = "main form") =>
        page.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"No form {selector} in {page.Body!.TextContent}");
}
