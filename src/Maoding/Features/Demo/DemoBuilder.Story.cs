using Maoding.Districts;
using Maoding.Domain.Calendar;
using Maoding.Domain.Documents;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Features.Planning.Consulting;
using Maoding.Features.Planning.Documents;
using Maoding.Features.Planning.Issuing;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>What happened in 云泽区 from the speech to the day of the demonstration.</summary>
internal sealed partial class DemoBuilder
{
    /// <summary>Units that have not signed for the first batch.</summary>
    private static readonly string[] Unsigned = ["区医保局", "望岳街道", "石庙镇"];

    private async Task RunAsync(CancellationToken stop)
    {
        await AddDirectoryAsync(stop);
        progress(0.1);
        await SpeechAsync(stop);
        await CatalogueAsync(new DateOnly(2025, 12, 30), stop);
        progress(0.2);
        await FirstRoundAsync(stop);
        await AimAsync(new DateOnly(2026, 1, 8), stop);
        progress(0.4);
        await IssueAsync(stop);
        progress(0.5);
        await RegisterProjectsAsync(stop);
        Foresee();
        await ReportAsync(1, stop);
        await ProjectMonthAsync(1, stop);
        await LivelihoodListAsync(stop);
        await CloseMonthAsync(1, stop);
        await AmendAsync(stop);
        await ReportAsync(2, stop);
        await MeetingAsync(stop);
        await ProjectMonthAsync(2, stop);
        await QuotaAsync(new DateOnly(2026, 3, 6), stop);
        await CloseMonthAsync(2, stop);
        await SecondIssueAsync(stop);
        for (var month = 3; month <= LastMonth; month++)
        {
            await PlayAsync(ReportDue.DueOn(Period.OfMonth((Year * 100) + month), 5, WorkCalendar.Published).AddDays(-8), stop);
            await ReportAsync(month, stop);
            await ProjectMonthAsync(month, stop);
            await ChaseAsync(month, stop);
            await PlayAsync(Closing.DayAfter((Year * 100) + month, 10, WorkCalendar.Published).AddDays(-1), stop);
            await CloseMonthAsync(month, stop);
            await PlayAsync(new DateOnly(Year, month + 1, 19) is var next && next < Today ? next : Today.AddDays(-4), stop);
            if (month is 4 or 6) await StocktakeAsync(new DateOnly(Year, month + 1, 20), month == 4, stop);
            progress(0.5 + (month * 0.06));
        }

        await AugustAsync(stop);
        progress(1);
    }

    private async Task SpeechAsync(CancellationToken stop)
    {
        var day = new DateOnly(2025, 12, 29);
        clock.GoTo(day, 9);
        var document = await AsAsync(Office, day, (p, c) => ImportAsync(p, c, "plenary-speech.txt", DocumentKind.Speech, stop), stop);
        await DoAsync(Office, day, (p, c) => DemoReview.SpeechAsync(p, c, document, stop), stop);
        clock.GoTo(day.AddDays(1), 9);
        await DoAsync("duchashi2", day.AddDays(1), (p, c) => DemoAssignment.RunAsync(p, c, stop), stop);
    }

    private async Task FirstRoundAsync(CancellationToken stop)
    {
        var start = new DateOnly(2025, 12, 31);
        clock.GoTo(start, 10);
        var round = await AsAsync(Office, start, async (p, c) =>
        {
            var plan = await p.GetRequiredService<MaodingContext>().Plans.SingleAsync(stop);
            var note = "请对照职责逐项核对牵头、配合单位和时限，有数量的请填报月度计划。";
            return await p.GetRequiredService<ConsultService>()
                .StartAsync(c.Actor, new StartOptions(plan.Id, new DateOnly(2026, 1, 7), note), c.Today, stop: stop);
        }, stop);
        await AnswerAsync(start.AddDays(5), stop);
        clock.GoTo(new DateOnly(2026, 1, 8), 9);
        await DecideAsync(new DateOnly(2026, 1, 8), stop);
        await DoAsync(Office, new DateOnly(2026, 1, 8), (p, c) => CloseAsync(p, c, round.Consultation.Id, stop), stop);
    }

    private async Task IssueAsync(CancellationToken stop)
    {
        var day = new DateOnly(2026, 1, 9);
        clock.GoTo(day, 15);
        var batch = await AsAsync(Office, day, (p, c) =>
            p.GetRequiredService<IssueService>().IssueAsync(c.Actor, Signed("云办发〔2026〕1号", day, c), stop: stop), stop);
        await SignAsync(batch, day.AddDays(3), stop);
    }

    /// <summary>With the first leader's signature, and copies to the organs of the other lines.</summary>
    private static IssueOptions Signed(string number, DateOnly day, CurrentRequest current) => new(number, day)
    {
        Notice = new NoticeOptions(Copies: NoticePaper.CopiesOf(current.Directory), ApprovedBy: current.Directory.Leaders.First().Id),
    };

    private async Task AmendAsync(CancellationToken stop)
    {
        var february = new DateOnly(2026, 2, 27);
        clock.GoTo(february, 10);
        await DoAsync(Office, february, (p, c) => DemoAmendments.RunAsync(p, c, stop), stop);
    }

    private async Task LivelihoodListAsync(CancellationToken stop)
    {
        var february = new DateOnly(2026, 2, 9);
        clock.GoTo(february, 9);
        var list = await AsAsync(Office, february, (p, c) => ImportAsync(p, c, "livelihood-list.txt", DocumentKind.LivelihoodList, stop), stop);
        await DoAsync(Office, february, (p, c) => DemoReview.FurtherAsync(p, c, list, stop), stop);
    }

    private async Task MeetingAsync(CancellationToken stop)
    {
        var march = new DateOnly(2026, 3, 5);
        clock.GoTo(march, 14);
        var meeting = await AsAsync(Office, march, (p, c) => ImportAsync(p, c, "executive-meeting.txt", DocumentKind.Decision, stop), stop);
        await DoAsync(Office, march, (p, c) => DemoReview.FurtherAsync(p, c, meeting, stop), stop);
        await DoAsync("duchashi2", march, (p, c) => DemoAssignment.RunAsync(p, c, stop), stop);
        await AskAsync(march, new DateOnly(2026, 3, 9), "常务会议和民生实事新增任务，请尽快反馈。", stop);
        await AgreeAllAsync(march.AddDays(1), stop);
    }

    /// <summary>What the livelihood list and the meeting of March added.</summary>
    private async Task SecondIssueAsync(CancellationToken stop)
    {
        var day = new DateOnly(2026, 3, 16);
        clock.GoTo(day, 9);
        var round = await LastRoundAsync(stop);
        await DoAsync(Office, day, (p, c) => CloseAsync(p, c, round, stop), stop);
        var batch = await AsAsync(Office, day, (p, c) =>
            p.GetRequiredService<IssueService>().IssueAsync(c.Actor, Signed("云办发〔2026〕9号", day, c), stop: stop), stop);
        await SignAsync(batch, day.AddDays(2), stop);
    }

    /// <summary>Work that waits on the day of the demonstration: a meeting's decisions half read, some of them asked about.</summary>
    private async Task AugustAsync(CancellationToken stop)
    {
        var august = new DateOnly(2026, 8, 14);
        await PlayAsync(new DateOnly(2026, 8, 13), stop);
        clock.GoTo(august, 9);
        await PublishAsync(august, stop);
        await FinishProjectsAsync(8, august, stop);
        var meeting = await AsAsync(Office, august, (p, c) => ImportAsync(p, c, "august-meeting.txt", DocumentKind.Decision, stop), stop);
        await DoAsync(Office, august, (p, c) => DemoReview.BeginAsync(p, c, meeting, 4, stop), stop);
        await DoAsync("duchashi2", august, (p, c) => DemoAssignment.RunAsync(p, c, stop), stop);
        await AskAsync(august, new DateOnly(2026, 8, 21), "常务会议新增任务，请在周五前反馈。", stop);
        await AnswerInAugustAsync(august, stop);
    }

    private Task AskAsync(DateOnly day, DateOnly until, string note, CancellationToken stop) => DoAsync(Office, day, async (p, c) =>
    {
        var plan = await p.GetRequiredService<MaodingContext>().Plans.SingleAsync(stop);
        await p.GetRequiredService<ConsultService>().StartAsync(c.Actor, new StartOptions(plan.Id, until, note), c.Today, stop: stop);
    }, stop);

    private async Task<int> LastRoundAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MaodingContext>().Consultations.MaxAsync(c => c.Id, stop);
    }

    private static async Task<int> ImportAsync(IServiceProvider services, CurrentRequest current, string sample, DocumentKind kind, CancellationToken stop)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", sample), stop);
        var result = await services.GetRequiredService<ImportService>()
            .ImportAsync(current.Actor, new ImportRequest(sample, bytes, "", kind, "", null, null), null, stop);
        return result.DocumentId;
    }

    private async Task SignAsync(int batch, DateOnly day, CancellationToken stop)
    {
        clock.GoTo(day, 9);
        foreach (var unit in await UnitsOfAsync(batch, stop))
        {
            if (Unsigned.Contains(unit.Name)) continue;
            await DoAsync(
                await ClerkAsync(unit.Name, stop), day, (p, c) => p.GetRequiredService<ReceiptService>().SignAsync(c.Actor, batch, unit.Id, stop: stop), stop);
        }
    }

    private async Task<List<(int Id, string Name)>> UnitsOfAsync(int batch, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        var ids = db.Commitments.Where(r => r.IssueId == batch && r.LeadUnitId != null).Select(r => r.LeadUnitId!.Value)
            .Union(db.Commitments.Where(r => r.IssueId == batch).SelectMany(r => r.CoUnits).Select(u => u.UnitId));
        var units = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).ToListAsync(stop);
        return [.. units.Select(u => (u.Id, u.ShortName))];
    }

    private Task<string> ClerkAsync(string unit, CancellationToken stop) => AccountAsync(db =>
        from t in db.Tenures
        join a in db.Users on t.PersonId equals a.PersonId
        where t.Post!.Kind == Domain.Organization.PostKind.UnitClerk && t.Post.Unit!.ShortName == unit
        select a.UserName, stop);

    private Task<string> AccountOfPostAsync(int post, CancellationToken stop) => AccountAsync(db =>
        from t in db.Tenures
        join a in db.Users on t.PersonId equals a.PersonId
        where t.PostId == post
        select a.UserName, stop);

    private async Task<string> AccountAsync(Func<MaodingContext, IQueryable<string?>> query, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return (await query(scope.ServiceProvider.GetRequiredService<MaodingContext>()).FirstAsync(stop))!;
    }
}
