using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Maoding.Shared.Workbooks;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>What a workbook would change in one row.</summary>
/// <param name="Note">What to know of a row without differences to show; else empty.</param>
public sealed record RowPreview(RowKey Key, string Title, RowValues Values, IReadOnlyList<RowDifference> Differences, string Note = "");

/// <summary>What a workbook would do; nothing is written while there are problems.</summary>
/// <param name="Problems">Each begins with its cell: F12：….</param>
/// <param name="Conflicts">Rows that changed after the workbook was made; their differences are from the present row to the workbook.</param>
public sealed record ImportPreview(
    IReadOnlyList<RowPreview> Changes, IReadOnlyList<RowPreview> Conflicts, IReadOnlyList<string> Problems, int Unchanged, IReadOnlySet<int> InBook);

/// <summary>Reads the filled workbook against the rows as they are, and writes it when nothing stands against it.</summary>
public sealed class AssignImport(MaodingContext db, AssignList list, AssignService service, CurrentRequest current)
{
    public async Task<ImportPreview> PreviewAsync(
        Actor actor, byte[] workbook, string fileName, DirectorySnapshot directory, DateOnly today, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.AssignRows);
        var filled = BookCells.Read(workbook, fileName, new BookForm("ASG041", "从“任务分工”导出的表", AssignBook.Id, AssignBook.Heads, AssignService.MostRows)
        {
            UnreadableCode = "ASG040",
            TooManyCode = "ASG004",
            Formerly = AssignBook.Formerly,
        });
        var ids = filled.Select(r => r.Number(AssignBook.Id)).OfType<int>().ToList();
        // The year is that of the rows which the workbook was made of, whatever year is looked at.
        var planOfRows = await db.Commitments.Where(c => ids.Contains(c.Id)).Select(c => (int?)c.PlanId).FirstOrDefaultAsync(stop);
        var plan = directory.Ledger.Plans.FirstOrDefault(p => p.Id == planOfRows) ?? current.Plan ?? throw new RefusalException("ASG011", "还没有年度计划。请先导入文件。");
        var themes = await list.ThemesAsync(plan.Id, stop);
        var reader = new CellReader(directory, today, plan.Year, themes);
        var rows = await db.Commitments.AsNoTracking().WithParts().Where(c => c.PlanId == plan.Id && ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var sorting = new Sorting(rows, reader, plan.Year, RowWords.Of(directory, today, themes));
        foreach (var row in filled) sorting.Take(row);
        return sorting.Result();
    }

    /// <param name="leaveOutConflicts">Consent to leave out the rows that changed meanwhile.</param>
    /// <exception cref="RefusalException">
    /// ASG042: the workbook has errors; ASG043: rows changed meanwhile and there is no consent; ASG044: nothing to change.
    /// </exception>
    public async Task<int> ApplyAsync(
        Actor actor, byte[] workbook, string fileName, bool leaveOutConflicts, DirectorySnapshot directory,
        DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        var preview = await PreviewAsync(actor, workbook, fileName, directory, today, stop);
        if (preview.Problems.Count > 0) throw new RefusalException("ASG042", $"表里有 {preview.Problems.Count} 处错误，没有写入。请改正后重新上传。");
        if (preview.Conflicts.Count > 0 && !leaveOutConflicts)
            throw new RefusalException("ASG043", $"有 {preview.Conflicts.Count} 行在导出以后被人改过。要导入其余各行，请勾选“这些行不导入”。", RefusalKind.Conflict);
        if (preview.Changes.Count == 0) throw new RefusalException("ASG044", "表里没有要改的内容。");
        await service.SetRowsAsync(actor, [.. preview.Changes.Select(c => new RowChange(c.Key, c.Values))], "导入任务分工表", request, preview.InBook, stop);
        return preview.Changes.Count;
    }

    /// <summary>Sorts the workbook's rows into what changes, what conflicts, and what is wrong.</summary>
    private sealed class Sorting(Dictionary<int, Commitment> rows, CellReader reader, int planYear, RowNames names)
    {
        private readonly List<RowPreview> _changes = [];
        private readonly List<RowPreview> _conflicts = [];
        private readonly List<string> _problems = [];
        private readonly HashSet<int> _seen = [];
        private int _unchanged;

        public ImportPreview Result() => new(_changes, _conflicts, _problems, _unchanged, _seen);

        public void Take(BookRow cells)
        {
            if (cells.Number(AssignBook.Id) is not { } id || !rows.TryGetValue(id, out var row))
            {
                Problem(cells, AssignBook.Id, $"没有编号为“{cells[AssignBook.Id]}”的任务，请不要改编号列，也不要在表里加行。");
                return;
            }

            if (!_seen.Add(id)) Problem(cells, AssignBook.Id, $"编号 {id} 在表里出现两次，请删掉一行。");
            else if (cells.Number(AssignBook.Version) is not { } version) Problem(cells, AssignBook.Version, "版本列被改过，请重新导出后再填。");
            else if (version != row.Version) Outdated(cells, row, version);
            else if (!CommitmentMoves.IsOpen(row.State)) Problem(cells, AssignBook.Id, $"这一项现在是“{CommitmentMoves.NameOf(row.State)}”，不能在这里改。请从表里删掉这一行。");
            else if (Read(cells, RowValues.Of(row)) is { } wanted) Sort(row, wanted);
        }

        private void Sort(Commitment row, RowValues wanted)
        {
            var differences = RowValues.Differences(RowValues.Of(row), wanted, names);
            if (differences.Count == 0) _unchanged++;
            else _changes.Add(new RowPreview(new RowKey(row.Id, row.Version), row.Title, wanted, differences));
        }

        /// <summary>A row that changed after the export stays out of the import; whatever its cells say is no fault of the workbook.</summary>
        private void Outdated(BookRow cells, Commitment row, int version)
        {
            var (present, before) = (RowValues.Of(row), _problems.Count);
            var wanted = CommitmentMoves.IsOpen(row.State) ? Read(cells, present) : null;
            _problems.RemoveRange(before, _problems.Count - before);
            var differences = wanted is null ? [] : RowValues.Differences(present, wanted, names);
            if (wanted is not null && differences.Count == 0) _unchanged++;
            else _conflicts.Add(new RowPreview(new RowKey(row.Id, version), row.Title, wanted ?? present, differences, Note(row, wanted)));
        }

        private static string Note(Commitment row, RowValues? wanted) => (CommitmentMoves.IsOpen(row.State), wanted) switch
        {
            (false, _) => $"现在是“{CommitmentMoves.NameOf(row.State)}”，不在这里改",
            (true, null) => "表里的内容和现在的对不上，请重新导出后再填",
            _ => "",
        };

        /// <summary>The row as the workbook has it; every wrong cell is told, not only the first.</summary>
        private RowValues? Read(BookRow cells, RowValues present)
        {
            var before = _problems.Count;
            var due = Cell(cells, AssignBook.Due, reader.Due);
            var values = present with
            {
                Title = cells[AssignBook.Title],
                Measures = cells[AssignBook.Measures].ReplaceLineEndings("\n"),
                LeaderPostId = Cell(cells, AssignBook.Leader, reader.Leader),
                SecondLeaderPostId = Cell(cells, AssignBook.Second, reader.Leader),
                LeadUnitId = Cell(cells, AssignBook.Lead, reader.Unit),
                CoUnitIds = Cell(cells, AssignBook.Co, reader.Units) ?? [],
                DueKind = due.Kind,
                Due = due.Due,
                Quantities = Cell(cells, AssignBook.Quantities, CellReader.Quantities) ?? [],
                Milestones = Cell(cells, AssignBook.Milestones, reader.Milestones) ?? [],
                ThemeIds = Cell(cells, AssignBook.Themes, reader.Themes) ?? [],
                Target = Figure(cells, present),
            };
            var planned = Planned(cells, TargetWords.Retitled(present, values), present);
            if (planned is null || _problems.Count > before) return null;
            Guard(cells, AssignBook.Title, () => planned.Check(planYear));
            return _problems.Count > before ? null : planned;
        }

        /// <summary>The figure of a target; what stays blank under a task.</summary>
        private TargetValue? Figure(BookRow cells, RowValues present)
        {
            var kind = Cell(cells, AssignBook.Comparison, CellReader.Comparison);
            var typed = TargetValue.Typed(cells[AssignBook.Indicator], kind, cells[AssignBook.Figure],
                cells[AssignBook.FigureUnit], present.Target?.Partner, present.Target?.Dimension ?? "");
            if (present.Kind == CommitmentKind.Target || typed is null) return typed;
            Problem(cells, AssignBook.Indicator, "这一项是任务，没有指标值。确实是指标的，请打开这一项，把类别改为“指标”。");
            return null;
        }

        /// <summary>The monthly plan: its shape makes it, own values stand only under 自定.</summary>
        private RowValues? Planned(BookRow cells, RowValues values, RowValues present)
        {
            var months = new int?[12];
            for (var i = 0; i < 12; i++)
                if (cells[AssignBook.Month(i + 1)].Length > 0) months[i] = Cell(cells, AssignBook.Month(i + 1), text => (int?)CellReader.PerMille(text));
            var shape = Cell(cells, AssignBook.Shape, CellReader.Shape);
            var was = MonthlyPlans.Values(present.MonthlyPlan);
            var typed = Array.FindIndex(months, m => m is not null);
            var differs = typed >= 0 && Enumerable.Range(0, 12).Any(i => months[i] != (was.Count > 0 ? was[i] : null));
            if (shape != PlanShape.Own && differs)
            {
                var at = Enumerable.Range(0, 12).First(i => months[i] != (was.Count > 0 ? was[i] : null));
                Problem(cells, AssignBook.Month(at + 1), "各月百分数由计划方式算出；要自己填，请把计划方式写成“自定”。");
                return null;
            }

            if (shape is not { } wanted) return values with { MonthlyPlan = "" };
            if (wanted == PlanShape.Own && months.Contains(null))
            {
                Problem(cells, AssignBook.Month(Array.IndexOf(months, null) + 1), "计划方式是“自定”，12 个月都要填累计百分数。");
                return null;
            }

            RowValues? planned = null;
            var own = wanted == PlanShape.Own ? months.Select(m => m ?? 0).ToList() : [];
            Guard(cells, AssignBook.Shape, () => planned = MonthlyPlans.With(values, wanted, planYear, MonthlyPlans.StartMonth(present.MonthlyPlan), own));
            return planned;
        }

        private T? Cell<T>(BookRow cells, string head, Func<string, T> read)
        {
            T? value = default;
            Guard(cells, head, () => value = read(cells[head]));
            return value;
        }

        private void Guard(BookRow cells, string head, Action act)
        {
            try
            {
                act();
            }
            catch (RefusalException refusal)
            {
                Problem(cells, refusal.Field is { } field ? HeadOf(field, head) : head, refusal.Message);
            }
        }

        private static string HeadOf(string field, string otherwise) => field switch
        {
            nameof(RowValues.Title) => AssignBook.Title,
            nameof(RowValues.Due) => AssignBook.Due,
            nameof(RowValues.CoUnitIds) => AssignBook.Co,
            nameof(RowValues.LeaderPostId) => AssignBook.Leader,
            nameof(RowValues.SecondLeaderPostId) => AssignBook.Second,
            nameof(RowValues.Milestones) => AssignBook.Milestones,
            nameof(AssignBook.Indicator) => AssignBook.Indicator,
            nameof(AssignBook.Comparison) => AssignBook.Comparison,
            nameof(AssignBook.Figure) => AssignBook.Figure,
            _ => otherwise,
        };

        private void Problem(BookRow cells, string head, string message) => _problems.Add($"{cells.CellOf(head)}：{message}");
    }
}
