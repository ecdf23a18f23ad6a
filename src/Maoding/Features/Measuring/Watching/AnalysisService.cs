using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Editions;
using Maoding.Domain.Watching;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Watching;

/// <summary>What a form says about a paper to be finalised.</summary>
/// <param name="Month">yyyymm.</param>
/// <param name="Number">发文字号 or issue; empty for none.</param>
public sealed record AnalysisForm(int Month, string Number, DateOnly? Day, string ApprovedBy);

/// <summary>定稿 of the analysis: once for a month, with what figures say then; later figures change no finalised paper.</summary>
public sealed class AnalysisService(MaodingContext db, EditionStore editions, WatchService watch, CurrentRequest current)
{
    private const int LongestNumber = 100;
    private const int LongestApprover = 200;

    public Task<MonthAnalysis?> OfMonthAsync(int month, CancellationToken stop) =>
        db.MonthAnalyses.AsNoTracking().SingleOrDefaultAsync(a => a.Month == month, stop);

    /// <returns>Its month; null for an unknown key.</returns>
    public Task<int?> MonthOfAsync(int id, CancellationToken stop) =>
        db.MonthAnalyses.Where(a => a.Id == id).Select(a => (int?)a.Month).SingleOrDefaultAsync(stop);

    /// <exception cref="RefusalException">
    /// PER001; WAT001: no figures of that month; WAT003: finalised already; WAT004: the day; WAT005: number or approver; SYS003.
    /// </exception>
    public async Task FinaliseAsync(Actor actor, AnalysisForm form, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.FinaliseAnalysis);
        var (number, approver) = (form.Number.Trim(), form.ApprovedBy.Trim());
        if (!(await watch.MonthsAsync(current, WatchService.LastMonth(current.Today), stop)).Contains(form.Month)) throw WatchService.Nothing();
        if (await OfMonthAsync(form.Month, stop) is not null)
            throw new RefusalException("WAT003", "这个月的分析材料已经定稿。有误的，请在“定稿”栏目办理更正。", RefusalKind.Conflict);
        var begin = new DateOnly(form.Month / 100, form.Month % 100, 1);
        if (form.Day is not { } day || day > current.Today || day < begin)
            throw new RefusalException("WAT004", $"请填材料上的日期，在{begin:yyyy年M月d日}至今天之间。") { Field = "Day" };
        if (number.Length > LongestNumber) throw new RefusalException("WAT005", $"文号或期号不超过{LongestNumber}字。") { Field = "Number" };
        if (approver.Length is 0 or > LongestApprover)
            throw new RefusalException("WAT005", $"请填由谁批准，如“{current.Directory.Region.Own}长程砚川”。") { Field = "ApprovedBy" };
        var analysis = new MonthAnalysis { Month = form.Month, Number = number, Day = day, ApprovedBy = approver, FinalisedById = actor.AccountId };
        db.MonthAnalyses.Add(analysis);
        await editions.SaveWithAsync(actor, "分析材料定稿", "", request, EditionKind.Analysis, () => analysis.Id, stop);
    }
}
