using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Progress.Reporting;

/// <summary>The small district on 2 March 2026 with rows issued on 10 February: February's reports are due on the 5th.</summary>
internal sealed class ReportingDistrict
{
    public const int February = 2026020;

    public const int March = 2026030;

    public required TestApp App { get; init; }

    public required SmallDistrict District { get; init; }

    /// <summary>Led by Education, helped by Housing: 3所 and 540个学位.</summary>
    public required Commitment Schools { get; init; }

    /// <summary>Education's, by milestones of weight 1, 3 and 2.</summary>
    public required Commitment Campus { get; init; }

    /// <summary>Education's, with nothing to count.</summary>
    public required Commitment Conduct { get; init; }

    /// <summary>Led by Housing.</summary>
    public required Commitment Estates { get; init; }

    public static async Task<ReportingDistrict> InAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var issue = new Issue
        {
            PlanId = district.Plan.Id,
            Batch = 1,
            DocumentNumber = "云办发〔2026〕3号",
            IssuedOn = new DateOnly(2026, 2, 10),
            IssuedAt = new DateTime(2026, 2, 10, 1, 0, 0, DateTimeKind.Utc),
        };
        db.Add(issue);
        (await db.Plans.SingleAsync()).State = PlanState.Issued;
        await TestApp.SaveAsync(db);
        Commitment Row(string number, string title, Domain.Organization.Unit lead, params Domain.Organization.Unit[] co)
        {
            var row = district.Row(number, title, CommitmentState.Issued, lead, co);
            (row.IssueId, row.MonthlyPlan) = (issue.Id, "0,100,200,300,400,500,600,700,800,900,950,1000");
            db.Add(row);
            return row;
        }

        var made = new ReportingDistrict
        {
            App = app,
            District = district,
            Schools = Row("1", "新建公办幼儿园3所，新增学位540个", district.Education, district.Housing),
            Campus = Row("2", "建成第二实验小学", district.Education),
            Conduct = Row("3", "健全校园安全责任体系", district.Education),
            Estates = Row("4", "改造老旧小区12个", district.Housing),
        };
        made.Schools.Quantities = [new Quantity { Name = "新建幼儿园", Value = 3, Unit = "所" }, new Quantity { Name = "新增学位", Value = 540, Unit = "个" }];
        made.Campus.Milestones = [Stone("开工", 3, 1), Stone("主体完工", 7, 3), Stone("投用", 12, 2)];
        made.Estates.Quantities = [new Quantity { Name = "改造老旧小区", Value = 12, Unit = "个" }];
        await TestApp.SaveAsync(db);
        return made;
    }

    public Task OnAsync(int month, int day) => OnAsync(new DateOnly(2026, month, day));

    public async Task OnAsync(DateOnly day)
    {
        await using var db = App.Open();
        (await db.Regions.SingleAsync()).BusinessDate = day;
        await TestApp.SaveAsync(db, "改业务日期");
    }

    public async Task<ProgressReport> ReportAsync(Commitment row, int period)
    {
        await using var db = App.Open();
        return await db.Reports.AsNoTracking().Include(r => r.Quantities).Include(r => r.Milestones)
            .Include(r => r.Paragraphs).SingleAsync(r => r.CommitmentId == row.Id && r.Period == period);
    }

    public async Task<Commitment> RowAsync(Commitment row)
    {
        await using var db = App.Open();
        return await db.Commitments.AsNoTracking().SingleAsync(c => c.Id == row.Id);
    }

    /// <summary>A report of any state, put in past the pages.</summary>
    public async Task<ProgressReport> PutAsync(Commitment row, int period, ReportState state, int share, string done = "已开工，正在施工。")
    {
        await using var db = App.Open();
        var report = new ProgressReport
        {
            CommitmentId = row.Id,
            Period = period,
            State = state,
            Share = share,
            IsTyped = true,
            Done = done,
            SubmittedOn = SmallDistrict.Today,
            SubmittedById = 1,
        };
        db.Add(report);
        await TestApp.SaveAsync(db);
        return report;
    }

    public static string Page(Commitment row, int period) => $"/reporting/{row.Id}/{period}";

    /// <summary>The form that a page sends to an address.</summary>
    public static IHtmlFormElement Form(IHtmlDocument page, string actionEnd) =>
        page.QuerySelectorAll("main form").OfType<IHtmlFormElement>()
            .FirstOrDefault(f => (f.GetAttribute("action") ?? "").EndsWith(actionEnd, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No form to {actionEnd} in {page.Body!.TextContent}");

    /// <summary>Fills the form of a report and sends it by one of its buttons.</summary>
    public static async Task<HttpResponseMessage> FillAsync(
        WebClient web, Commitment row, int period, IReadOnlyDictionary<string, string?> changes, bool submit = true)
    {
        var form = Form(await web.PageAsync(Page(row, period)), Page(row, period));
        if (submit) form.SetAttribute("action", $"{Page(row, period)}?handler=Submit");
        return await web.SubmitAsync(form, changes);
    }

    public static Dictionary<string, string?> Schooling(string schools = "1", string places = "180", string done = "1所主体封顶，2所完成招标。") => new()
    {
        ["Fields.Quantities[0].Value"] = schools,
        ["Fields.Quantities[1].Value"] = places,
        ["Fields.Done"] = done,
        ["Fields.Problems"] = "用地手续慢",
        ["Fields.NextStep"] = "3月底开工2所",
    };

    /// <summary>Fails with the page's words unless it was carried out.</summary>
    public static async Task DoneAsync(HttpResponseMessage answer)
    {
        using (answer)
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect,
                $"{(int)answer.StatusCode}: {(await WebClient.ParseAsync(answer, answer.StatusCode)).QuerySelector("main")?.TextContent}");
    }

    /// <summary>Fails unless it was refused with the code.</summary>
    public static async Task RefusedAsync(HttpResponseMessage answer, string code, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using (answer) Assert.Contains(code, (await WebClient.ParseAsync(answer, status)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Milestone Stone(string name, int month, int weight) => new() { Name = name, Due = new DateOnly(2026, month, 28), Weight = weight };
}
