using Maoding.Domain.Calendar;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Features.Progress.Chasing;
using Maoding.Features.Progress.Completing;
using Maoding.Features.Progress.Stocktakes;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>What 云泽区 finished, whom it had to call, and what its leaders decided over the rows that went worst.</summary>
internal sealed partial class DemoBuilder
{
    /// <summary>Units called in a month at most.</summary>
    private const int Calls = 3;

    private static readonly string[] Findings =
    [
        "查阅了文件和工作台账，抽查3处现场，与填报一致",
        "实地查看，数量和位置与台账相符，群众知晓",
        "核对了验收单和影像资料，电话回访5人，情况属实",
    ];

    /// <summary>The working day after reports were due: the clerks of units that owe some are called.</summary>
    private async Task ChaseAsync(int month, CancellationToken stop)
    {
        var day = WorkCalendar.Published.AddWorkdays(ReportDue.DueOn(Period.OfMonth((Year * 100) + month), 5, WorkCalendar.Published), 1);
        clock.GoTo(day, 9);
        var late = await AsAsync(Office, day,
            async (p, c) => await p.GetRequiredService<ChaseService>().ReadAsync(c.Actor, c.Directory.Ledger.Plans[0], (Year * 100) + month, stop), stop);
        foreach (var unit in late.Units.Take(Calls))
        {
            var person = unit.Contacts.Select(c => (int?)c.Person.Id).FirstOrDefault();
            await DoAsync("duchashi2", day, (p, c) => p.GetRequiredService<ChaseService>()
                .CallAsync(c.Actor, c.Directory.Ledger.Plans[0], (Year * 100) + month, unit.Owed.Unit.Id, person, "答应今天补上", stop: stop), stop);
        }
    }

    /// <summary>Rows that are whole are applied for by their units; the office looks, and sends one back each season. The last month's wait.</summary>
    private async Task SettleAsync(int month, DateOnly day, CancellationToken stop)
    {
        clock.GoTo(day, 9);
        var rows = await WholeAsync(stop);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var evidence = $"“{row.Title}”已全部完成，验收单、影像资料和台账存本单位备查，可现场核验。";
            await DoAsync(await AccountOfUnitAsync(row.LeadUnitId!.Value, PostKind.UnitClerk, stop), day,
                (p, c) => p.GetRequiredService<CompletionService>().ApplyAsync(c.Actor, new SeenRow(row.Id, row.Version), evidence, stop: stop), stop);
            if (month == LastMonth) continue;
            var seen = new SeenRow(row.Id, row.Version + 1);
            var refused = i == 0 && month % 3 == 0;
            await DoAsync(Office, day, (p, c) => refused
                ? p.GetRequiredService<CompletionService>().RefuseAsync(c.Actor, seen, "抽查2处还没有投入使用，投用后再申请。", stop: stop)
                : p.GetRequiredService<CompletionService>().VerifyAsync(c.Actor, seen, Findings[row.Order % Findings.Length], stop: stop), stop);
        }
    }

    private async Task<List<Commitment>> WholeAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MaodingContext>().Commitments.AsNoTracking()
            .Where(c => c.IsLeaf && c.State == CommitmentState.InProgress && c.DueKind == DueKind.Date && c.Share == 1000 && c.LeadUnitId != null)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);
    }

    /// <summary>A leader's half-hour: a decision on each of the worst rows.</summary>
    private async Task StocktakeAsync(DateOnly day, bool answered, CancellationToken stop)
    {
        clock.GoTo(day, 15);
        var (post, rows) = await WorstLeaderAsync(stop);
        var typed = rows.Select(row => new TypedStep
        {
            RowId = row.Id,
            UnitId = row.LeadUnitId,
            Due = WorkCalendar.Published.AddWorkdays(day, 10),
            Text = $"倒排“{(row.Title.Length > 16 ? row.Title[..16] + "…" : row.Title)}”工期，列出卡点和需要协调的单位，两周内报区政府。",
        }).ToList();
        await DoAsync(Office, day, (p, c) => p.GetRequiredService<StocktakeService>()
            .DecideAsync(c.Actor, c.Directory.Ledger.Plans[0], new Subject(post, null), typed, stop: stop), stop);
        if (!answered) return;
        clock.GoTo(WorkCalendar.Published.AddWorkdays(day, 8), 9);
        foreach (var step in (await OpenStepsAsync(stop)).SkipLast(1))
            await DoAsync(await AccountOfUnitAsync(step.UnitId, PostKind.UnitClerk, stop), WorkCalendar.Published.AddWorkdays(day, 8), (p, c) =>
                p.GetRequiredService<StocktakeService>().AnswerAsync(c.Actor, step.Id, step.Version, "已倒排工期并报分管领导，卡点3个，已协调解决2个，其余1个本月内解决。", stop: stop), stop);
    }

    /// <summary>The leader with most red rows, and the three that lag most.</summary>
    private async Task<(int Post, List<Commitment> Rows)> WorstLeaderAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var red = await scope.ServiceProvider.GetRequiredService<MaodingContext>().Commitments.AsNoTracking()
            .Where(c => c.IsLeaf && c.State == CommitmentState.InProgress
                && c.Light == Domain.Lights.Light.Red && c.LeaderPostId != null && c.LeadUnitId != null)
            .OrderBy(c => c.Share).ThenBy(c => c.Id).ToListAsync(stop);
        var worst = red.GroupBy(c => c.LeaderPostId!.Value).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First();
        return (worst.Key, [.. worst.Take(3)]);
    }

    private async Task<List<Domain.Settling.NextStep>> OpenStepsAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MaodingContext>().NextSteps
            .AsNoTracking().Where(s => s.DoneOn == null).OrderBy(s => s.Id).ToListAsync(stop);
    }
}
