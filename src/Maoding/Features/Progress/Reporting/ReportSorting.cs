using Maoding.Domain;
using Maoding.Domain.Doubts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Sorts a workbook's rows into reports to write and cells that are wrong.</summary>
internal sealed class ReportSorting(
    IReadOnlyDictionary<(int, int), OwedReport> owed, IReadOnlyDictionary<int, Commitment> rows, IReadOnlyCollection<int> units,
    ILookup<int, ProgressReport> reports, KnownShares known, DoubtRules doubts, DateOnly today)
{
    private readonly List<ReportPreview> _found = [];
    private readonly List<string> _problems = [];
    private readonly HashSet<(int, int)> _seen = [];
    private int _untouched;

    public ReportBookPreview Result() => new(_found, _problems, _untouched);

    public void Take(BookRow cells)
    {
        const string gone = "这一行现在不用填：可能已经提交，或者编号、期号改过。请重新导出，或从表里删掉这一行。";
        if (cells.Number(ReportBook.Id) is not { } id || cells.Number(ReportBook.Period) is not { } key || !rows.TryGetValue(id, out var row)
            || (!units.Contains(row.LeadUnitId ?? 0) && cells[ReportBook.Row] != ReportBook.NameOf(row)))
            Problem(cells, ReportBook.Id, gone);
        else if (!owed.TryGetValue((id, key), out var place)) PassOver(cells, row, new Period(key), ReportBook.Id, gone);
        else if (!_seen.Add((id, key))) Problem(cells, ReportBook.Id, "这一项的这一期在表里出现两次，请删掉一行。");
        else if (cells.Number(ReportBook.Version) != (place.Report?.Version ?? 0))
            PassOver(cells, row, place.Period, ReportBook.Version, "导出以后有人填过这一项。请重新导出后再填，或从表里删掉这一行。");
        else Sort(cells, place);
    }

    /// <summary>A row that moved on since the export holds nobody up while nothing was filled in.</summary>
    private void PassOver(BookRow cells, Commitment row, Period period, string head, string message)
    {
        var before = _problems.Count;
        var entry = Entry(cells, row, 0, known.Of(row.Id, period));
        var isRead = _problems.Count == before;
        _problems.RemoveRange(before, _problems.Count - before);
        var isSaid = entry.Done.Length == 0 || reports[row.Id].Any(r => r.Period == period.Key && r.Done == entry.Done);
        if (isRead && isSaid && Filled(cells, row, entry, reports[row.Id], period) is null) _untouched++;
        else Problem(cells, head, message);
    }

    private void Sort(BookRow cells, OwedReport place)
    {
        var (row, all, before) = (rows[place.Row.Id], reports[place.Row.Id].ToList(), _problems.Count);
        var present = all.Find(r => r.Period == place.Period.Key);
        var source = known.Of(row.Id, place.Period);
        var entry = Entry(cells, row, place.Report?.Version ?? 0, source);
        if (_problems.Count > before) return;
        // A row in which nobody wrote what was done is left for later, unless something else was filled in.
        if (present is null && entry.Done.Length == 0)
        {
            if (Filled(cells, row, entry, all, place.Period) is not { } head) _untouched++;
            else Problem(cells, ReportBook.Done, $"填了{head}，没有写主要进展。请补上；没有进展的，写明原因。");
            return;
        }

        var tried = new ProgressReport { CommitmentId = row.Id, Period = place.Period.Key };
        Guard(cells, ReportBook.Done, () => ReportWriting.Write(row, tried, entry, today, source));
        if (_problems.Count > before) return;
        if (present is not null && IsSame(present, tried)) _untouched++;
        else _found.Add(new ReportPreview(
            row.Id, place.Period, $"{row.Number} {row.Title}", place.PeriodWords, tried.Share, place.Last, tried.Done,
            ReportWriting.GapOf(row, tried, ReportShare.Latest(all, place.Period), source, doubts), entry));
    }

    /// <summary>The head of a cell beside 主要进展 that says what no report said and the workbook cannot have gone out with; null for none.</summary>
    private string? Filled(BookRow cells, Commitment row, ReportEntry entry, IEnumerable<ProgressReport> told, Period period)
    {
        var said = told.Select(r => ReportFields.Of(row, r, null).ToEntry()).ToList();
        var isAsked = ReportShare.IsNeeded(row, known.Of(row.Id, period));
        bool IsNew(string text, Func<ReportEntry, string> of) => text.Length > 0 && !said.Exists(s => of(s) == text);
        if (isAsked ? entry.Typed is { } typed && !said.Exists(s => s.Typed == typed) : cells[ReportBook.Typed] is not ("" or ReportBook.NotAsked))
            return ReportBook.Typed;
        if (entry.Quantities.Any(q => !said.Exists(s => s.Quantities.Contains(q)))) return ReportBook.Quantities;
        if (entry.Milestones.Any(m => !said.Exists(s => s.Milestones.Contains(m)))) return ReportBook.Milestones;
        if (IsNew(entry.Problems, s => s.Problems)) return ReportBook.Problems;
        if (IsNew(entry.NextStep, s => s.NextStep)) return ReportBook.NextStep;
        return IsNew(entry.FallReason, s => s.FallReason) ? ReportBook.FallReason : null;
    }

    private static bool IsSame(ProgressReport one, ProgressReport other) =>
        (one.Done, one.Problems, one.NextStep, one.FallReason, one.Share) == (other.Done, other.Problems, other.NextStep, other.FallReason, other.Share)
        && one.Quantities.Select(q => (q.Name, q.Unit, q.Value)).ToHashSet().SetEquals(other.Quantities.Select(q => (q.Name, q.Unit, q.Value)))
        && one.Milestones.Select(m => (m.Name, m.ReachedOn)).ToHashSet().SetEquals(other.Milestones.Select(m => (m.Name, m.ReachedOn)));

    private ReportEntry Entry(BookRow cells, Commitment row, int version, ShareSource? source)
    {
        List<QuantityField> quantities = [];
        foreach (var (name, value) in Lines(cells, ReportBook.Quantities, "改造老旧小区（个）：7"))
        {
            // The export names each quantity; without a number nothing is said of it.
            if (value.Length == 0) continue;
            if (row.Quantities.Find(q => $"{q.Name}（{q.Unit}）" == name) is { } known)
                quantities.Add(new QuantityField { Name = known.Name, Unit = known.Unit, Value = value });
            else Problem(cells, ReportBook.Quantities, $"这一项没有数量“{name}”，请照导出的名称填，只改冒号后面的数。");
        }

        var fields = new ReportFields
        {
            Version = version,
            Done = cells[ReportBook.Done],
            Problems = cells[ReportBook.Problems],
            NextStep = cells[ReportBook.NextStep],
            FallReason = cells[ReportBook.FallReason],
            Office = cells[ReportBook.Office],
            Handler = cells[ReportBook.Handler],
        };
        var entry = fields.ToEntry();
        Guard(cells, ReportBook.Quantities, () => entry = entry with { Quantities = new ReportFields { Quantities = quantities }.ToEntry().Quantities });
        List<MilestoneField> stones =
            [.. Lines(cells, ReportBook.Milestones, "完成主体：2026-06-12").Select(l => new MilestoneField { Name = l.Name, ReachedOn = l.Value })];
        Guard(cells, ReportBook.Milestones, () => entry = entry with { Milestones = new ReportFields { Milestones = stones }.ToEntry().Milestones });
        if (ReportShare.IsNeeded(row, source))
            Guard(cells, ReportBook.Typed, () => entry = entry with { Typed = ReportFields.Percent(cells[ReportBook.Typed]) });
        return entry;
    }

    /// <summary>Name and value of each line; a name may hold a colon itself.</summary>
    private List<(string Name, string Value)> Lines(BookRow cells, string head, string example)
    {
        var found = new List<(string, string)>();
        foreach (var line in cells[head].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = line.LastIndexOfAny(['：', ':']);
            if (at > 0) found.Add((line[..at].Trim(), line[(at + 1)..].Trim()));
            else Problem(cells, head, $"看不懂“{line}”，请写成“{example}”，一行一个。");
        }

        return found;
    }

    private void Guard(BookRow cells, string head, Action act)
    {
        try
        {
            act();
        }
        catch (RefusalException refusal)
        {
            Problem(cells, HeadOf(refusal.Field, head), refusal.Message);
        }
    }

    private static string HeadOf(string? field, string otherwise) => field switch
    {
        "Quantities" => ReportBook.Quantities,
        "Milestones" => ReportBook.Milestones,
        "Typed" => ReportBook.Typed,
        "Done" => ReportBook.Done,
        "Problems" => ReportBook.Problems,
        "NextStep" => ReportBook.NextStep,
        "FallReason" => ReportBook.FallReason,
        "Office" => ReportBook.Office,
        "Handler" => ReportBook.Handler,
        _ => otherwise,
    };

    private void Problem(BookRow cells, string head, string message) => _problems.Add($"{cells.CellOf(head)}：{message}");
}
