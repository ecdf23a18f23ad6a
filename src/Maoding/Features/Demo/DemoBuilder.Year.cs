using Maoding.Domain.Calendar;
using Maoding.Domain.Editions;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Features.Measuring.Watching;
using Maoding.Features.Progress.Closings;
using Maoding.Features.Progress.Reporting;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>The months of 云泽区: its units report, its heads sign, the supervision office accepts and returns.</summary>
internal sealed partial class DemoBuilder
{
    private const int Year = 2026;

    /// <summary>The last month that is closed on the day of the demonstration.</summary>
    private const int LastMonth = 7;

    private static readonly string[] Offices = ["综合科", "业务科", "规划建设科", "项目推进科", "法规科"];

    /// <summary>A month's reports, from the last working day before they are due.</summary>
    private async Task ReportAsync(int month, CancellationToken stop)
    {
        var due = ReportDue.DueOn(Period.OfMonth((Year * 100) + month), 5, WorkCalendar.Published);
        var day = WorkCalendar.Published.AddWorkdays(due, -1);
        clock.GoTo(day, 9);
        var rows = await RunningAsync(month, stop);
        await SendAsync(rows, month, day, turn => turn is CourseTurn.InTime or CourseTurn.Returned, stop);
        clock.GoTo(due, 9);
        await ReturnAsync(rows, month, due, stop);
        await AcceptAsync(due, stop);
    }

    /// <summary>The day of closing, then what was made up after it.</summary>
    private async Task CloseMonthAsync(int month, CancellationToken stop)
    {
        var day = Closing.DayAfter((Year * 100) + month, 10, WorkCalendar.Published);
        clock.GoTo(day, 9);
        await PublishAsync(day, stop);
        clock.GoTo(day, 17);
        await DoAsync(Office, day, async (p, c) =>
        {
            await p.GetRequiredService<MonthCloseService>().CatchUpAsync(c.Today, stop);
            await p.GetRequiredService<EditionStore>().KeepMissingAsync(EditionKind.ClosedMonth, stop);
        }, stop);
        // That of the last month waits for the reader of the demonstration.
        if (month < LastMonth) await FinaliseAsync(month, day, stop);
        await SendLateAsync(month, WorkCalendar.Published.AddWorkdays(day, 1), stop);
        await SettleAsync(month, WorkCalendar.Published.AddWorkdays(day, 2), stop);
    }

    /// <summary>The material of the analysis meeting, by what is published of the month on the day of closing.</summary>
    private Task FinaliseAsync(int month, DateOnly day, CancellationToken stop) => DoAsync(Office, day, async (p, c) =>
    {
        var of = (Year * 100) + month;
        if (!(await p.GetRequiredService<WatchService>().MonthsAsync(c, of, stop)).Contains(of)) return;
        var chief = c.Directory.Leaders.First(l => l is { Line: OrganLine.Government, IsChief: true });
        var form = new AnalysisForm(of, $"第{month}期", day, c.Directory.LeaderName(chief.Id, day));
        await p.GetRequiredService<AnalysisService>().FinaliseAsync(c.Actor, form, null, stop);
    }, stop);

    /// <summary>What was due and did not come is written after the month was closed.</summary>
    private async Task SendLateAsync(int month, DateOnly day, CancellationToken stop)
    {
        clock.GoTo(day, 10);
        await SendAsync(await RunningAsync(month, stop), month, day, turn => turn == CourseTurn.Late, stop);
        // Those of the last month wait for the reader of the demonstration.
        if (month < LastMonth) await AcceptAsync(day, stop);
    }

    /// <summary>Rows that owe a report of the month, by the unit that leads them.</summary>
    private async Task<List<IGrouping<int, Commitment>>> RunningAsync(int month, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        var end = Period.OfMonth((Year * 100) + month).End;
        var rows = await db.Commitments.AsNoTracking().AskedFor(db).Include(c => c.Quantities).Include(c => c.Milestones).AsSplitQuery()
            .Where(c => (c.State == CommitmentState.Issued || c.State == CommitmentState.InProgress)
                && db.Issues.Any(i => i.Id == c.IssueId && i.IssuedOn <= end))
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);
        return [.. rows.GroupBy(r => r.LeadUnitId!.Value)];
    }

    private async Task SendAsync(List<IGrouping<int, Commitment>> units, int month, DateOnly day, Func<CourseTurn, bool> which, CancellationToken stop)
    {
        var period = Period.OfMonth((Year * 100) + month).Key;
        foreach (var unit in units)
        {
            var entries = unit.Select(row => (Row: row, Course: DemoCourse.Of(row, Year, month))).Where(r => which(r.Course.Turn))
                .Select(r => (r.Row.Id, period, Entry(r.Row, r.Course, 0, r.Course.Done))).ToList();
            if (entries.Count == 0) continue;
            await DoAsync(await AccountOfUnitAsync(unit.Key, Domain.Organization.PostKind.UnitClerk, stop), day,
                (p, c) => p.GetRequiredService<ReportService>().WriteManyAsync(c.Actor, entries, true, null, stop), stop);
            await SignAllAsync(unit.Key, day, stop);
        }
    }

    private async Task SignAllAsync(int unit, DateOnly day, CancellationToken stop)
    {
        var keys = await KeysAsync(
            db => db.Reports.Where(r => r.State == ReportState.Submitted && db.Commitments.Any(c => c.Id == r.CommitmentId && c.LeadUnitId == unit)), stop);
        await DoAsync(await AccountOfUnitAsync(unit, Domain.Organization.PostKind.UnitHead, stop), day,
            (p, c) => p.GetRequiredService<ReportService>().SignAsync(c.Actor, keys, stop: stop), stop);
    }

    /// <summary>Some reports go back and come again the same day, better.</summary>
    private async Task ReturnAsync(List<IGrouping<int, Commitment>> units, int month, DateOnly day, CancellationToken stop)
    {
        var period = Period.OfMonth((Year * 100) + month).Key;
        foreach (var row in units.SelectMany(u => u))
        {
            var course = DemoCourse.Of(row, Year, month);
            if (course.Turn != CourseTurn.Returned) continue;
            var key = (await KeysAsync(db => db.Reports.Where(r => r.CommitmentId == row.Id && r.Period == period), stop))[0];
            await DoAsync(Office, day, (p, c) => p.GetRequiredService<ReportService>().ReturnAsync(c.Actor, key, course.ReturnReason, stop: stop), stop);
            var better = Entry(row, course, key.Version + 1, course.Done + "各点位完成情况见工作台账，责任科室已逐项核对。");
            await DoAsync(await AccountOfUnitAsync(row.LeadUnitId!.Value, Domain.Organization.PostKind.UnitClerk, stop), day,
                (p, c) => p.GetRequiredService<ReportService>().SubmitAsync(c.Actor, row.Id, period, better, stop: stop), stop);
            await SignAllAsync(row.LeadUnitId!.Value, day, stop);
        }
    }

    private async Task AcceptAsync(DateOnly day, CancellationToken stop)
    {
        var keys = await KeysAsync(db => db.Reports.Where(r => r.State == ReportState.SignedOff), stop);
        if (keys.Count > 0) await DoAsync(Office, day, (p, c) => p.GetRequiredService<ReportService>().AcceptAsync(c.Actor, keys, stop: stop), stop);
    }

    private static ReportEntry Entry(Commitment row, CourseReport course, int version, string done) => new(
        version,
        done,
        course.Problems,
        course.NextStep,
        [.. course.Quantities.Select(q => new QuantityEntry(q.Name, q.Unit, q.Value))],
        [.. course.Reached.Select(m => new MilestoneEntry(m.Name, m.On))],
        course.Share,
        course.Reason,
        Offices[row.Order % Offices.Length],
        "");

    private async Task<List<ReportKey>> KeysAsync(Func<MaodingContext, IQueryable<ProgressReport>> which, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var found = await which(scope.ServiceProvider.GetRequiredService<MaodingContext>())
            .OrderBy(r => r.Id).Select(r => new { r.Id, r.Version }).ToListAsync(stop);
        return [.. found.Select(r => new ReportKey(r.Id, r.Version))];
    }

    private Task<string> AccountOfUnitAsync(int unit, Domain.Organization.PostKind kind, CancellationToken stop) => AccountAsync(db =>
        from t in db.Tenures
        join a in db.Users on t.PersonId equals a.PersonId
        where t.Post!.Kind == kind && t.Post.UnitId == unit
        orderby t.Post!.Order
        select a.UserName, stop);
}
