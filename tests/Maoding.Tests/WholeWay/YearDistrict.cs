using System.Globalization;
using AngleSharp.Html.Dom;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Organization;
using Maoding.Domain.Rules;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Tests.WholeWay;

/// <summary>The small district some months after its ledger was issued: rows in every state of the year, two closed months.</summary>
internal sealed class YearDistrict
{
    public const int March = 202603;
    public const int April = 202604;

    public required TestApp App { get; init; }

    public required SmallDistrict District { get; init; }

    public required Issue Issue { get; init; }

    public Dictionary<string, Commitment> Rows { get; } = [];

    /// <summary>Issued on 10 January; today as given.</summary>
    public static async Task<YearDistrict> InAsync(TestApp app, DateOnly today)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        (await db.Regions.SingleAsync()).BusinessDate = today;
        var issue = new Issue
        {
            PlanId = district.Plan.Id,
            Batch = 1,
            DocumentNumber = "云办发〔2026〕3号",
            IssuedOn = new DateOnly(2026, 1, 10),
            IssuedAt = new DateTime(2026, 1, 10, 1, 0, 0, DateTimeKind.Utc),
        };
        db.Add(issue);
        (await db.Plans.SingleAsync()).State = PlanState.Issued;
        await TestApp.SaveAsync(db);
        return new YearDistrict { App = app, District = district, Issue = issue };
    }

    /// <summary>A leaf in force.</summary>
    public async Task<Commitment> AddAsync(string number, string title, CommitmentState state, Unit lead, Action<Commitment>? adjust = null)
    {
        await using var db = App.Open();
        var row = District.Row(number, title, state, lead);
        row.IssueId = Issue.Id;
        adjust?.Invoke(row);
        db.Commitments.Add(row);
        await TestApp.SaveAsync(db);
        return Rows[number] = row;
    }

    /// <summary>Closes a month with these lights; rows that are not named get none.</summary>
    public async Task CloseAsync(int month, DateOnly on, params (string Number, Light Light)[] lights)
    {
        await using var db = App.Open();
        var rules = await db.RuleEditions.FirstOrDefaultAsync() ?? Edition("区级规则");
        if (rules.Id == 0) db.Add(rules);
        await TestApp.SaveAsync(db);
        db.Add(new MonthClose { PlanId = District.Plan.Id, Month = month, RuleEditionId = rules.Id, ClosedOn = on, Rows = lights.Length });
        foreach (var (number, light) in lights)
        {
            var row = Rows[number];
            db.Add(new MonthLight
            {
                PlanId = District.Plan.Id,
                CommitmentId = row.Id,
                Month = month,
                Light = light,
                RuleEditionId = rules.Id,
                Rule = light == Light.Red ? 1 : 0,
                Planned = 400,
                Done = light == Light.Red ? 100 : 380,
                LeadUnitId = row.LeadUnitId,
                LeaderPostId = row.LeaderPostId,
                SectionId = row.SectionId,
                IsMissing = light == Light.Red,
            });
        }

        await TestApp.SaveAsync(db);
    }

    /// <summary>An edition of the light rules that holds all year, not stored yet.</summary>
    public static RuleEdition Edition(string name) => new()
    {
        Kind = LightKind.Lights,
        Number = 1,
        Name = name,
        From = new DateOnly(2026, 1, 1),
        Source = "",
        Values = LightKind.ValuesOf(LightRules.Parse("落后计划百分点 > 20 红灯")),
    };

    public Commitment Now(Commitment row)
    {
        using var db = App.Open();
        return db.Commitments.AsNoTracking().Single(c => c.Id == row.Id);
    }

    public static IHtmlFormElement Form(IHtmlDocument page, string selector) => (IHtmlFormElement)page.QuerySelector(selector)!;

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
