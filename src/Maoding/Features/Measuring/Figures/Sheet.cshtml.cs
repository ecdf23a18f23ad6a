using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Figures;

/// <summary>A unit's month: entered as a grid, handed in, approved, locked.</summary>
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class SheetModel(SheetReader reader, FigureService service, FigureImport import) : MaodingPage
{
    /// <summary>Fields of a grid: some thousand rows.</summary>
    private const int MostFields = 20_000;

    private static readonly WantedWorkbook Book = new("FIG014", "报送表.xlsx", "请先选择填好的 xlsx 文件。", "这不像一张报送表，请用导出的表填。");

    private SheetForm? _typed;

    [BindProperty(SupportsGet = true)]
    public int Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Month { get; set; }

    /// <summary>Rows wanted beside those with figures: 3-Peer.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> More { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public SheetGrid Grid { get; private set; } = null!;

    public SheetNames Names { get; private set; } = new("", "", "");

    /// <summary>How the uploaded workbook differs from what is there; null when none was uploaded.</summary>
    public FigurePreview? Filled { get; private set; }

    public FigureStage Stage => _typed?.Stage ?? FigureStage.Preliminary;

    public string PublishedOn => _typed?.PublishedOn ?? "";

    public bool HasUploadError => ModelState.ContainsKey("Upload");

    public bool MayEdit =>
        May(Permission.EnterFigures, AccessFacts.OfUnit(Unit)) && SheetMoves.IsOpen(Grid.State) && FigurePeriods.End(Month) <= Today && Grid.Groups.Count > 0;

    public string SubmitName => SheetMoves.Table.From(Grid.State).First(m => m.Move == SheetMove.Submit).Name;

    /// <summary>Moves that need no further word; who may return a sheet does not take it back for the unit.</summary>
    public IReadOnlyList<Transition<SheetState, SheetMove>> Buttons =>
        Grid.Sheet is null
            ? [] : [.. SheetMoves.Table.From(Grid.State).Where(m => m.Move is SheetMove.Approve or SheetMove.Withdraw or SheetMove.Reopen or SheetMove.Lock
                && MayDo(m.Move) && !(m.Move == SheetMove.Withdraw && MayDo(SheetMove.Return)))];

    public IReadOnlyList<(GridRow Row, GridCell Cell, FigureFinding Finding)> Findings =>
        [.. from row in Grid.Rows from cell in row.Cells.OfType<GridCell>()
            from finding in cell.Findings orderby finding.Blocks descending select (row, cell, finding)];

    public string Action => HandlerAction("");

    [Needs(Permission.SeeFigures)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.EnterFigures)]
    public Task<IActionResult> OnPostAsync() => WriteAsync(async write =>
    {
        var written = await service.SaveDraftAsync(Actor, [write], request: Once(Action), stop: HttpContext.RequestAborted);
        return written > 0 ? $"已保存 {written} 个数据，还没有提交。" : "没有改动。";
    });

    [Needs(Permission.EnterFigures)]
    public Task<IActionResult> OnPostSubmitAsync() => WriteAsync(async write =>
    {
        await service.SubmitAsync(Actor, write, Once(Action), HttpContext.RequestAborted);
        return "已提交，等审核。";
    });

    /// <summary>Fills the grid from a workbook; nothing is written until the grid is saved.</summary>
    [Needs(Permission.EnterFigures)]
    public Task<IActionResult> OnPostImportAsync() => Try(
        async () =>
        {
            // Before the file is looked at: another unit's sheet is refused, whatever was sent.
            Permissions.Demand(Actor, Permission.EnterFigures, AccessFacts.OfUnit(Unit));
            var workbook = await Book.ReadAsync(Upload, HttpContext.RequestAborted);
            var name = Path.GetFileName(Upload!.FileName);
            var (form, problems, preview) = await import.FillAsync(Actor, Unit, Month, workbook, name, HttpContext.RequestAborted);
            (_typed, Filled) = (form, preview);
            await LoadAsync();
            Version = Grid.Version;
            foreach (var problem in problems) ModelState.AddModelError(problem.Field, problem.Words);
            if (problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
            else TempData["Notice"] = $"已从表里填入 {preview.Lines.Count} 个数据，还没有保存。核对无误后请保存或提交。";
            return Page();
        },
        LoadAsync);

    [Needs(Permission.EnterFigures)]
    public Task<IActionResult> OnPostWithdrawAsync() =>
    DoAsync(stop => service.WithdrawAsync(Actor, Unit, Month, Version, Once(Action), stop), "已撤回，可以修改后重新提交。");

    [Needs(Permission.EnterFigures)]
    public Task<IActionResult> OnPostReopenAsync() =>
    DoAsync(stop => service.ReopenAsync(Actor, Unit, Month, Version, Once(Action), stop), "可以补报、修订了。已审核的数据在重新审核以前继续有效。");

    [Needs(Permission.ApproveFigures)]
    public Task<IActionResult> OnPostApproveAsync() =>
    DoAsync(stop => service.ApproveAsync(Actor, Unit, Month, Version, Once(Action), stop), "已审核，这些数据从现在起生效。");

    [Needs(Permission.ApproveFigures)]
    public Task<IActionResult> OnPostReturnAsync() => DoAsync(stop => service.ReturnAsync(Actor, Unit, Month, Version, Reason, Once(Action), stop), "已退回。");

    [Needs(Permission.ApproveFigures)]
    public Task<IActionResult> OnPostLockAsync() => DoAsync(stop => service.LockAsync(Actor, [(Unit, Month, Version)], Once(Action), stop), "已锁定。");

    [Needs(Permission.ApproveFigures)]
    public Task<IActionResult> OnPostOpenAsync() =>
    DoAsync(stop => service.OpenAsync(Actor, Unit, Month, Version, Until, Reason, Once(Action), stop), "已解锁，到期自动恢复锁定。");

    public bool MayDo(SheetMove move) => Grid.Sheet is { } sheet && SheetMoves.Allowed(sheet, move, Today)
        && May(SheetMoves.Table.Step(sheet.State, move).Permission, AccessFacts.OfUnit(Unit));

    public string HandlerAction(string handler)
    {
        var query = More.Select(m => $"more={Uri.EscapeDataString(m)}")
            .Prepend(handler.Length > 0 ? $"handler={handler}" : "").Where(p => p.Length > 0).ToList();
        return $"{FigureLinks.Sheet(Unit, Month)}{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}";
    }

    public string MoreHref(int indicatorId, AreaKind kind)
    {
        var more = More.Append(string.Create(CultureInfo.InvariantCulture, $"{indicatorId}-{kind}")).Distinct();
        return $"{FigureLinks.Sheet(Unit, Month)}?{string.Join('&', more.Select(m => $"more={Uri.EscapeDataString(m)}"))}";
    }

    private Task<IActionResult> WriteAsync(Func<SheetWrite, Task<string>> write) => Try(
        async () =>
        {
            _typed = SheetForm.Of(Request.Form);
            var stored = await reader.ReadAsync(Actor, Unit, Month, Wanted(), _typed, shows: false, HttpContext.RequestAborted);
            var entries = _typed.Entries(stored, out var errors);
            if (errors.Count == 0)
            {
                Notice(await write(new SheetWrite(Unit, Month, Version, entries)));
                return Redirect(Action);
            }

            foreach (var (field, message) in errors) ModelState.AddModelError(field, message);
            await LoadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        },
        LoadAsync);

    private Task<IActionResult> DoAsync(Func<CancellationToken, Task> act, string done) => Try(
        async () =>
        {
            await act(HttpContext.RequestAborted);
            Notice(done);
            return Redirect(Action);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Grid = await reader.ReadAsync(Actor, Unit, Month, Wanted(), _typed, shows: true, HttpContext.RequestAborted);
        Names = await reader.NamesAsync(Grid.Sheet, HttpContext.RequestAborted);
        if (HttpMethods.IsGet(Request.Method)) Version = Grid.Version;
    }

    private List<(int, AreaKind)> Wanted()
    {
        var wanted = new List<(int, AreaKind)>();
        foreach (var text in More)
            if (text.Split('-') is [var id, var kind] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var indicator)
                && Enum.TryParse<AreaKind>(kind, out var known)) wanted.Add((indicator, known));
        return wanted;
    }
}
