using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What came of sending several reports at once.</summary>
/// <param name="Left">Those that stay with the clerk, in the order given.</param>
public sealed record SentReports(int Sent, IReadOnlyList<LeftReport> Left)
{
    /// <summary>Named in the notice; the list below it names them all.</summary>
    private const int Named = 3;

    public string Words => Left.Count == 0
        ? $"已提交 {Sent} 份，等单位负责人签发。"
        : $"已提交 {Sent} 份，等单位负责人签发；{Left.Count} 份未提交，内容已保留：{string.Concat(Left.Take(Named).Select(l => l.Words))}"
            + (Left.Count > Named ? $"其余 {Left.Count - Named} 份的原因见“待填”列表。" : "");
}

/// <param name="Why">What is missing to it.</param>
public sealed record LeftReport(string Title, string Why)
{
    public string Words => $"“{Title}”：{Why}";
}

/// <summary>Several reports sent to the head in one act: what is incomplete is named and stays, and holds up none of the others.</summary>
public sealed partial class ReportService
{
    /// <summary>Writes several reports at once, all or none; those to be submitted that are incomplete stay drafts.</summary>
    /// <exception cref="RefusalException">As <see cref="SaveDraftAsync"/>.</exception>
    public async Task<SentReports> WriteManyAsync(
        Actor actor, IReadOnlyList<(int RowId, int Period, ReportEntry Entry)> entries, bool submit, HandledRequest? request, CancellationToken stop)
    {
        var known = await sources.ReadAsync([.. entries.Select(e => e.RowId).Distinct()], stop);
        List<(ProgressReport Report, Commitment Row)> written = [];
        foreach (var (rowId, period, entry) in entries)
        {
            var (row, report) = await WriteAsync(actor, rowId, period, entry, known, stop);
            written.Add((report, row));
        }

        var sent = submit
            ? await SendCompleteAsync(actor, written, known, stop)
            : new SentReports(0, [.. written.Select(w => new LeftReport(TitleOf(w.Row), ""))]);
        await save.SaveAsync(actor, submit ? "按表提交填报" : "按表暂存填报", "", request, stop);
        return sent;
    }

    /// <summary>Sends drafts and returned reports as they stand.</summary>
    /// <exception cref="RefusalException">PER001, REP001, REP012; REP028: none of them is complete; SYS001.</exception>
    public async Task<SentReports> SubmitManyAsync(
        Actor actor, IReadOnlyList<ReportKey> keys, HandledRequest? request = null, CancellationToken stop = default)
    {
        var picked = await PickedAsync(keys, stop);
        foreach (var (_, row) in picked) DemandLead(actor, row);
        var (reportIds, rowIds) = (picked.Select(p => p.Report.Id).ToList(), picked.Select(p => p.Row.Id).Distinct().ToList());
        await db.Reports.Include(r => r.Quantities).Include(r => r.Milestones).AsSplitQuery().Where(r => reportIds.Contains(r.Id)).LoadAsync(stop);
        await db.Commitments.Include(c => c.Quantities).Include(c => c.Milestones).AsSplitQuery().Where(c => rowIds.Contains(c.Id)).LoadAsync(stop);
        var known = await sources.ReadAsync(rowIds, stop);
        foreach (var (report, row) in picked)
        {
            ReportMoves.Table.After(report.State, ReportMove.Submit);
            ReportWriting.Measure(row, report, report.IsTyped ? report.Share : null, known.Of(row.Id, new Period(report.Period)));
        }

        var sent = await SendCompleteAsync(actor, picked, known, stop);
        if (sent.Sent == 0) throw new RefusalException("REP028", $"勾选的都还不能提交：{string.Concat(sent.Left.Select(l => l.Words))}");
        await save.SaveAsync(actor, "成批提交填报", "", request, stop);
        return sent;
    }

    private async Task<SentReports> SendCompleteAsync(
        Actor actor, IReadOnlyList<(ProgressReport Report, Commitment Row)> drafts, KnownShares known, CancellationToken stop)
    {
        var rowIds = drafts.Select(d => d.Row.Id).Distinct().ToList();
        var accepted = (await db.Reports.AsNoTracking().Where(r => rowIds.Contains(r.CommitmentId) && r.State == ReportState.Accepted).ToListAsync(stop))
            .ToLookup(r => r.CommitmentId);
        var (asks, left) = (await doubts.TodayAsync(stop), new List<LeftReport>());
        foreach (var (report, row) in drafts)
        {
            var period = new Period(report.Period);
            var gap = ReportWriting.GapOf(row, report, ReportShare.Latest(accepted[row.Id], period), known.Of(row.Id, period), asks);
            if (gap.Length == 0) Send(actor, report);
            else left.Add(new LeftReport(TitleOf(row), gap));
        }

        return new SentReports(drafts.Count - left.Count, left);
    }

    private static string TitleOf(Commitment row) => $"{row.Number} {row.Title}";
}
