using Maoding.Domain;
using Maoding.Domain.Doubts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Puts an entry into a report, the same for the form and the workbook.</summary>
internal static class ReportWriting
{
    /// <summary>Writes texts, quantities, milestones and the share; parts that stay the same are not touched.</summary>
    /// <param name="source">What tells the row's progress, so that nobody is asked for it; null for most.</param>
    /// <exception cref="RefusalException">REP005, REP007, REP008, with the field at fault.</exception>
    public static void Write(Commitment row, ProgressReport report, ReportEntry entry, DateOnly today, ShareSource? source)
    {
        report.Done = Text(entry.Done, ReportService.LongestDone, "主要进展", nameof(entry.Done));
        report.Problems = Text(entry.Problems, ReportService.LongestText, "存在问题", nameof(entry.Problems));
        report.NextStep = Text(entry.NextStep, ReportService.LongestText, "下步打算", nameof(entry.NextStep));
        report.FallReason = Text(entry.FallReason, ReportService.LongestText, "调低或异常的原因", nameof(entry.FallReason));
        (row.Office, row.Handler) = (Text(entry.Office, 60, "责任科室", nameof(entry.Office)), Text(entry.Handler, 60, "责任人", nameof(entry.Handler)));
        Set(report, entry.Quantities, row);
        Set(report, entry.Milestones, row, today);
        if (entry.Typed is < 0 or > PerMille.Whole) throw new RefusalException("REP007", "完成比例写 0 至 100 之间的数。") { Field = nameof(entry.Typed) };
        Measure(row, report, entry.Typed, source);
    }

    /// <summary>Sets the share from what is written and from what tells the row.</summary>
    public static void Measure(Commitment row, ProgressReport report, int? typed, ShareSource? source)
    {
        var share = ReportShare.Of(row, report.Quantities, report.Milestones, typed, source);
        (report.Share, report.IsTyped) = (share.Value, share.Basis == ShareBasis.Typed);
    }

    /// <summary>Why a report cannot go to the head; empty when it can.</summary>
    public static string GapOf(Commitment row, ProgressReport report, int? last, ShareSource? source, DoubtRules doubts)
    {
        try
        {
            DemandComplete(row, report, last, source, doubts);
            return "";
        }
        catch (RefusalException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Whether a report can go to the head.</summary>
    /// <param name="last">The last accepted share before its period.</param>
    /// <exception cref="RefusalException">REP006, REP009, REP010, REP029.</exception>
    public static void DemandComplete(Commitment row, ProgressReport report, int? last, ShareSource? source, DoubtRules doubts)
    {
        if (report.Done.Length == 0) throw new RefusalException("REP009", "请写这一期的主要进展，再提交。没有进展的，写明原因。") { Field = "Done" };
        if (!ReportShare.IsNeeded(row, source))
        {
            // Figures may be revised downwards: nobody here has to answer for that.
            report.FallReason = "";
            return;
        }

        if (report.Share is null)
            throw ReportShare.BasisOf(row, source) == ShareBasis.Typed
                ? new RefusalException("REP010", "请写到期末的完成比例，再提交。") { Field = "Typed" }
                : new RefusalException("REP010", "每个数量都要填到期末的累计完成数，没有完成的填 0。") { Field = "Quantities" };
        ReportShare.DemandNoFall(report.Share, last, report.FallReason);
        if (doubts.OfReport(row, report, last) is { } doubt)
        {
            if (report.FallReason.Length == 0)
                throw new RefusalException("REP029", $"{doubt}请核对；属实的，写明原因再提交。") { Field = "FallReason" };
        }
        else if (report.Share >= (last ?? 0)) report.FallReason = "";
    }

    private static void Set(ProgressReport report, IReadOnlyList<QuantityEntry> entries, Commitment row)
    {
        foreach (var entry in entries)
        {
            if (entry.Value < 0 || entry.Value >= 1_000_000_000_000m || decimal.Round(entry.Value, 6) != entry.Value)
                throw new RefusalException("REP007", $"“{entry.Name}”的完成数写 0 以上的数，最多六位小数。") { Field = "Quantities" };
            if (!row.Quantities.Exists(q => q.Name == entry.Name && q.Unit == entry.Unit))
                throw new RefusalException("REP007", $"这一项没有数量“{entry.Name}”。任务可能刚调整过，请刷新页面。") { Field = "Quantities" };
            if (report.Quantities.Find(q => q.Name == entry.Name && q.Unit == entry.Unit) is { } kept) kept.Value = entry.Value;
            else report.Quantities.Add(new ReportedQuantity { Name = entry.Name, Unit = entry.Unit, Value = entry.Value });
        }

        report.Quantities.RemoveAll(q => !entries.Any(e => e.Name == q.Name && e.Unit == q.Unit));
    }

    private static void Set(ProgressReport report, IReadOnlyList<MilestoneEntry> entries, Commitment row, DateOnly today)
    {
        var end = new Period(report.Period).End;
        var last = end < today ? end : today;
        foreach (var entry in entries)
        {
            if (entry.ReachedOn > last || entry.ReachedOn.Year < end.Year - 1)
                throw new RefusalException("REP008", $"节点“{entry.Name}”的完成日期应在 {last:yyyy-MM-dd}（含当日）以前。以后完成的，下一期再填。") { Field = "Milestones" };
            if (!row.Milestones.Exists(m => m.Name == entry.Name))
                throw new RefusalException("REP008", $"这一项没有节点“{entry.Name}”。任务可能刚调整过，请刷新页面。") { Field = "Milestones" };
            if (report.Milestones.Find(m => m.Name == entry.Name) is { } kept) kept.ReachedOn = entry.ReachedOn;
            else report.Milestones.Add(new ReportedMilestone { Name = entry.Name, ReachedOn = entry.ReachedOn });
        }

        report.Milestones.RemoveAll(m => !entries.Any(e => e.Name == m.Name));
    }

    private static string Text(string given, int most, string label, string field)
    {
        var text = given.ReplaceLineEndings("\n").Trim();
        return text.Length <= most ? text : throw new RefusalException("REP005", $"{label}最多 {most} 个字，现有 {text.Length} 个字，请删短。") { Field = field };
    }
}
