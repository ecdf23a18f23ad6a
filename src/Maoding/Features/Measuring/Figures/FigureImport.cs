using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Indicators;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>What a workbook would write into one sheet.</summary>
/// <param name="Doubts">Findings that will have to be explained before the sheet is handed in.</param>
public sealed record ImportedSheet(int UnitId, int Month, int Figures, int Doubts, SheetState? State);

/// <param name="Problems">Each begins with its cell: F12：….</param>
/// <param name="Lines">Figure by figure, as the workbook has them.</param>
/// <param name="Writes">What stays as it is, and drafts of others, is not among them.</param>
public sealed record FigurePreview(
    IReadOnlyList<ImportedSheet> Sheets, IReadOnlyList<string> Problems, IReadOnlyList<FigureLine> Lines, IReadOnlyList<SheetWrite> Writes)
{
    /// <summary>Of those who entered what is there.</summary>
    public IReadOnlyDictionary<int, string> Names { get; init; } = new Dictionary<int, string>();

    public int Count(FigureFate fate) => Lines.Count(l => l.Fate == fate);
}

/// <summary>Reads filled workbooks: one sheet into its grid, or many months at once.</summary>
public sealed class FigureImport(MaodingContext db, SheetReader reader, FigureService service, CurrentRequest current)
{
    /// <summary>Sheets of one workbook.</summary>
    private const int MostSheets = 240;

    /// <summary>The grid as the workbook fills it; nothing is written.</summary>
    /// <returns>The form, what is wrong by field and cell, and how each figure differs from what is there.</returns>
    /// <exception cref="RefusalException">PER001; FIG005: the sheet is not open; FIG014; or the reader's own.</exception>
    public async Task<(SheetForm Form, IReadOnlyList<(string Field, string Words)> Problems, FigurePreview Preview)> FillAsync(
        Actor actor, int unitId, int month, byte[] workbook, string fileName, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EnterFigures, AccessFacts.OfUnit(unitId));
        var sorting = await SortingAsync(unit => unit == unitId, stop);
        var form = new SheetForm();
        var cells = new Dictionary<string, string>();
        var sorted = Sort(sorting, FigureBook.Read(workbook, fileName), month);
        foreach (var figure in sorted) form.Put(figure.Key, figure.Book.Value.Text);
        var grid = await reader.ReadAsync(actor, unitId, month, [], form, shows: false, stop);
        if (!SheetMoves.IsOpen(grid.State)) throw Closed(grid.State);
        var before = grid.Cells.ToDictionary(c => c.Key, c => (c.Before ?? c.LastYear)?.Decimals);
        foreach (var figure in sorted)
        {
            cells[CellNames.Of(figure.Key)] = figure.Book.Value.Cell;
            if (figure.Value is { } value) form.Put(figure.Key, FigureText.Padded(value, before.GetValueOrDefault(figure.Key)).ToString());
            if (figure.Book.HasNotes) form.Put(figure.Indicator.Id, figure.Area.Id,
                new TypedNotes(figure.Stage, figure.PublishedOn?.ToString("yyyy-MM-dd") ?? "", figure.Book.Basis, figure.Book.Source, figure.Book.Why));
        }

        var filled = await reader.ReadAsync(actor, unitId, month, [], form, shows: true, stop);
        // What is wrong with the cells stands at the cells already: here only what they change is asked.
        var preview = await JudgeAsync(actor, await SortingAsync(unit => unit == unitId, stop), sorted, overDrafts: true, stop);
        return (form, Problems(sorting, filled, cells), await WithNamesAsync(preview, stop));
    }

    /// <summary>What a workbook of many months and areas would write.</summary>
    /// <exception cref="RefusalException">PER001, FIG014; or the reader's own.</exception>
    /// <param name="overDrafts">Consent to write over drafts of others.</param>
    public async Task<FigurePreview> PreviewAsync(Actor actor, byte[] workbook, string fileName, bool overDrafts, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EnterFigures);
        var sorting = await SortingAsync(unit => unit is not null && Permissions.Allows(actor, Permission.EnterFigures, AccessFacts.OfUnit(unit)), stop);
        var sorted = Sort(sorting, FigureBook.Read(workbook, fileName), null);
        return await WithNamesAsync(await JudgeAsync(actor, sorting, sorted, overDrafts, stop), stop);
    }

    /// <summary>Writes all figures of the workbook as drafts, or none.</summary>
    /// <returns>How many figures were changed.</returns>
    /// <exception cref="RefusalException">
    /// As <see cref="PreviewAsync"/>; FIG015: cells are wrong; FIG016: nothing is filled in; and those of <see cref="FigureService.SaveDraftAsync"/>.
    /// </exception>
    public async Task<int> ApplyAsync(Actor actor, byte[] workbook, string fileName, bool overDrafts, HandledRequest? request, CancellationToken stop)
    {
        var preview = await PreviewAsync(actor, workbook, fileName, overDrafts, stop);
        DemandClean(preview);
        return await service.SaveDraftAsync(actor, preview.Writes, "导入数据", request, stop);
    }

    /// <summary>Takes over figures that were published long ago: written, approved and locked at once, all or none.</summary>
    /// <param name="reason">Where they are from; the explanation of whatever is doubted among them.</param>
    /// <exception cref="RefusalException">As <see cref="ApplyAsync"/>, and FIG008: no reason.</exception>
    public async Task<int> ApplyHistoryAsync(
        Actor actor, byte[] workbook, string fileName, bool overDrafts, string? reason, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ApproveFigures);
        var preview = await PreviewAsync(actor, workbook, fileName, overDrafts, stop);
        DemandClean(preview);
        return await service.TakeOverAsync(actor, preview.Writes, reason, request, stop);
    }

    /// <summary>What sorted figures would write, sheet by sheet; the API goes this way too.</summary>
    internal async Task<FigurePreview> JudgeAsync(
        Actor actor, FigureSorting sorting, IReadOnlyList<SortedFigure> sorted, bool overDrafts, CancellationToken stop)
    {
        var groups = sorted.GroupBy(s => (UnitId: s.Indicator.UnitId!.Value, s.Month)).OrderBy(g => g.Key.Month).ToList();
        if (groups.Count > MostSheets) throw new RefusalException("FIG014", $"一次最多导入 {MostSheets} 张报送表，这里有 {groups.Count} 张。请分几个表。") { Field = "Upload" };
        var months = groups.Select(g => g.Key.Month).Distinct().ToList();
        var sheets = await db.DataSheets.AsNoTracking().Where(s => months.Contains(s.Month)).ToDictionaryAsync(s => (s.UnitId, s.Month), stop);
        var all = await db.Indicators.AsNoTracking().ToListAsync(stop);
        var (shown, lines, writes) = (new List<ImportedSheet>(), new List<FigureLine>(), new List<SheetWrite>());
        foreach (var group in groups)
        {
            var sheet = sheets.GetValueOrDefault(group.Key);
            var first = group.First().Book.Value.Cell;
            if (FigurePeriods.End(group.Key.Month) > current.Today) sorting.Add(first, $"{FigurePeriods.Words(group.Key.Month)}还没有过完，不能报它的数据。");
            List<SortedFigure> read = [.. group.Where(g => g.Value is not null)];
            var (entries, there, doubts) = await EntriesAsync(sorting, all, group.Key.Month, read, stop);
            List<FigureLine> found = [.. read.Zip(entries, there).Select(f => FigureLine.Of(f.First, f.Second, f.Third, actor.AccountId))];
            lines.AddRange(found);
            // A sheet that was handed in since the export holds nobody up while its figures are as they went out.
            if (sheet is not null && !SheetMoves.IsOpen(sheet.State) && (read.Count < group.Count() || found.Exists(l => l.Fate != FigureFate.Same)))
                sorting.Add(first, Closed(sheet.State).Message);
            List<FigureEntry> wanted = [.. entries.Zip(found).Where(e => e.Second.IsWritten(overDrafts)).Select(e => e.First)];
            shown.Add(new ImportedSheet(group.Key.UnitId, group.Key.Month, entries.Count, doubts, sheet?.State));
            if (wanted.Count > 0) writes.Add(new SheetWrite(group.Key.UnitId, group.Key.Month, sheet?.Version ?? 0, wanted));
        }

        return new FigurePreview(shown, sorting.Problems, lines, writes);
    }

    internal async Task<FigureSorting> SortingAsync(Func<int?, bool> mayEnter, CancellationToken stop) =>
        new(await db.Indicators.AsNoTracking().OrderBy(i => i.IsRetired).ToListAsync(stop), await db.Areas.AsNoTracking()
            .OrderBy(a => a.IsClosed).ThenBy(a => a.Kind).ToListAsync(stop), mayEnter);

    internal static List<SortedFigure> Sort(FigureSorting sorting, IEnumerable<BookFigure> figures, int? only)
    {
        var sorted = new List<SortedFigure>();
        foreach (var book in figures)
        {
            if (sorting.Take(book) is not { } figure) continue;
            if (only is { } month && figure.Month != month)
                sorting.Add(book.Month.Cell, $"这是{FigurePeriods.Words(figure.Month)}的数据，这张表报的是{FigurePeriods.Words(month)}。多个月的表请在“导入多个月”里上传。");
            else sorted.Add(figure);
        }

        return sorted;
    }

    private async Task<FigurePreview> WithNamesAsync(FigurePreview preview, CancellationToken stop)
    {
        int[] drafters = [.. preview.Lines.Where(l => l.Fate == FigureFate.OthersDraft).Select(l => l.EnteredById).Distinct()];
        return preview with { Names = await db.NamesAsync(drafters, stop) };
    }

    private static void DemandClean(FigurePreview preview)
    {
        if (preview.Problems.Count > 0) throw new RefusalException("FIG015", $"表里有 {preview.Problems.Count} 处错误，一个也没有写入。请改正后重新上传。");
        if (preview.Lines.Count == 0) throw new RefusalException("FIG016", "表里没有填数据。");
        if (preview.Writes.Count == 0) throw new RefusalException("FIG016", preview.Count(FigureFate.OthersDraft) > 0
            ? "表里要改的都是别人还没有提交的数据。确实要覆盖的，请勾选后再写入。" : "表里的数据和现有的一样，没有要写入的。");
    }

    private async Task<(IReadOnlyList<FigureEntry> Entries, IReadOnlyList<Observation?> There, int Doubts)> EntriesAsync(
        FigureSorting sorting, List<Indicator> all, int month, List<SortedFigure> group, CancellationToken stop)
    {
        var figures = await MonthFigures.LoadAsync(db, month, all, group.Select(g => g.Indicator.Id), withDrafts: true, track: false, stop);
        var entries = new List<FigureEntry>();
        foreach (var figure in group)
        {
            var before = figures.InForce(figure.Key with { Month = FigurePeriods.Before(figure.Indicator, month) })
                ?? figures.InForce(figure.Key with { Month = month - 100 });
            var entry = figure.Entry(before?.Decimals);
            figures.Typed[figure.Key] = entry.Value;
            entries.Add(entry);
            if (figures.Newest.GetValueOrDefault(figure.Key) is { InForce: true } approved
                && MonthFigures.ValueOf(approved) != entry.Value && (entry.Notes.Why.Length == 0 || entry.Notes.Why == approved.Why))
                sorting.Add(figure.Book.Value.Cell, $"已审核的数是 {MonthFigures.ValueOf(approved)}，改它要在“说明”里写修订原因。");
        }

        var doubts = 0;
        foreach (var (figure, entry) in group.Zip(entries))
            foreach (var finding in figures.Checks.Of(figure.Key, entry.Value!.Value))
            {
                if (finding.Blocks) sorting.Add(figure.Book.Value.Cell, finding.Words);
                else doubts++;
            }

        return (entries, [.. group.Select(g => figures.Newest.GetValueOrDefault(g.Key))], doubts);
    }

    private static IReadOnlyList<(string, string)> Problems(FigureSorting sorting, SheetGrid filled, Dictionary<string, string> cells)
    {
        var problems = new List<(string, string)>();
        var shown = new HashSet<string>();
        foreach (var cell in filled.Cells)
        {
            if (!cells.TryGetValue(cell.Name, out var place)) continue;
            var wrong = cell.Error is { } error ? [error] : cell.Findings.Where(f => f.Blocks).Select(f => f.Words);
            foreach (var words in wrong)
            {
                shown.Add($"{place}：{words}");
                problems.Add((cell.Name, $"{place}：{words}"));
            }
        }

        return [.. sorting.Problems.Where(p => !shown.Contains(p)).Select(p => ("Upload", p)), .. problems];
    }

    private static RefusalException Closed(SheetState state) =>
        new("FIG005", $"这张报送表现在是“{FigureWords.Of(state)}”，不能再填。{(state == SheetState.Submitted ? "请先撤回。" : "要补报或改数，请先点“补报、修订”。")}", RefusalKind.Conflict);
}
