using Maoding.Domain.Access;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Features.Progress.Closings;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Maoding.Tests.Features.Progress.Closings;

/// <summary>
/// The small district with rows in force since January, planned evenly over ten months from 10 to 100 %, and reports accepted past the pages.
/// </summary>
internal sealed class YearScene(TestApp app, SmallDistrict district)
{
    public const string TenMonths = "100,200,300,400,500,600,700,800,900,1000,1000,1000";

    public TestApp App => app;

    public SmallDistrict District => district;

    public int PlanId => district.Plan.Id;

    public static async Task<YearScene> InAsync(TestApp app)
    {
        var scene = new YearScene(app, await SmallDistrict.InAsync(app));
        await using var db = app.Open();
        db.Issues.Add(
            new Issue { PlanId = scene.PlanId, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = new DateOnly(2026, 1, 8), IssuedAt = DateTime.UtcNow });
        (await db.Plans.SingleAsync()).State = PlanState.Issued;
        await TestApp.SaveAsync(db);
        return scene;
    }

    /// <summary>A row in force, or a leaf of one.</summary>
    public async Task<int> AddAsync(string number, int? parent = null, bool isLeaf = true, CommitmentState state = CommitmentState.InProgress)
    {
        await using var db = app.Open();
        var row = district.Row(number, $"老旧小区改造{number}", state, district.Housing);
        (row.IssueId, row.MonthlyPlan, row.ParentId, row.IsLeaf) = (await db.Issues.Select(i => i.Id).FirstAsync(), TenMonths, parent, isLeaf);
        (row.Due, row.DueMonth) = (new DateOnly(2026, 10, 31), 202610);
        db.Add(row);
        await TestApp.SaveAsync(db);
        return row.Id;
    }

    /// <summary>An accepted report of a month.</summary>
    public async Task AcceptAsync(int rowId, int month, int share, DateOnly? today = null)
    {
        await using var db = app.Open();
        var report =
            new ProgressReport { CommitmentId = rowId, Period = Period.OfMonth(month).Key, State = ReportState.Accepted, Share = share, DecidedOn = today };
        db.Add(report);
        var row = await db.Commitments.SingleAsync(c => c.Id == rowId);
        row.Share = share;
        if (today is { } day)
        {
            var lights = new MonthLightService(db, new(db, TimeProvider.System));
            await lights.AfterAcceptingAsync([(row, report.Period, report.Share)], day);
            await lights.FollowSharesAsync([row]);
        }

        await TestApp.SaveAsync(db, "审核填报");
    }

    public Task<int> CatchUpAsync(DateOnly today) => WithAsync<MonthCloseService, int>(s => s.CatchUpAsync(today));

    public Task<bool> CloseAsync(int month, DateOnly today) => WithAsync<MonthCloseService, bool>(s => s.CloseAsync(Coordinator, PlanId, month, today));

    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = app.Scope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<MonthLight?> LightAsync(int rowId, int month)
    {
        await using var db = app.Open();
        return await db.MonthLights.AsNoTracking().SingleOrDefaultAsync(l => l.CommitmentId == rowId && l.Month == month);
    }

    public async Task<Commitment> RowAsync(int rowId)
    {
        await using var db = app.Open();
        return await db.Commitments.AsNoTracking().SingleAsync(c => c.Id == rowId);
    }

    public static Actor Coordinator { get; } = new(1, 1, "陈敏", false, [new HeldPost(1, Domain.Organization.PostKind.Coordinator, null, "督查室主任")]);
}
