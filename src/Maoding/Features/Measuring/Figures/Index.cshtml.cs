using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Figures;

/// <summary>The sheets: of a month for those who approve, of the last months for a unit.</summary>
public sealed class IndexModel(FigureList list, FigureService service) : MaodingPage
{
    /// <summary>Months to choose from.</summary>
    private const int MonthsBack = 36;

    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>unit-month-version of each to be locked.</summary>
    [BindProperty]
    public List<string> Sheets { get; set; } = [];

    public IReadOnlyList<SheetLine> Lines { get; private set; } = [];

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public bool IsOwn => FigureList.IsOwn(Actor);

    public bool IsOneUnit => IsOwn || Unit is not null;

    public IReadOnlyList<(int Value, string Text)> Months { get; private set; } = [];

    public IReadOnlyList<SheetLine> Lockable =>
        May(Permission.ApproveFigures) ? [.. Lines.Where(l => l.State is { } state && SheetMoves.Table.Allowed(state, SheetMove.Lock))] : [];

    public string? Subtitle =>
        Lines.Count(l => l.State == SheetState.Submitted) is > 0 and var waiting && May(Permission.ApproveFigures) ? $"待审核 {waiting} 张" : null;

    [Needs(Permission.SeeFigures)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.ApproveFigures)]
    public Task<IActionResult> OnPostLockAsync() => Try(
        async () =>
        {
            var sheets = Sheets.ConvertAll(Key);
            await service.LockAsync(Actor, sheets, Once(FigureLinks.Index), HttpContext.RequestAborted);
            Notice($"已锁定 {sheets.Count} 张报送表。");
            return Redirect(FigureLinks.Index);
        },
        LoadAsync);

    /// <summary>Whether the sheet waits for the one who looks.</summary>
    public bool IsNext(SheetLine line) =>
        Moves(line).Any() && (line.State is SheetState.Submitted ? May(Permission.ApproveFigures) : MayEnter(line)
            && line.State is null or SheetState.Draft or SheetState.Returned && line.Missing > 0);

    public string ActionOf(SheetLine line) => line.State switch
    {
        SheetState.Submitted when May(Permission.ApproveFigures) => "审核",
        SheetState.Returned when MayEnter(line) => "修改",
        SheetState.Draft when MayEnter(line) => "接着填",
        null when MayEnter(line) => "填报",
        _ => "查看",
    };

    private static IEnumerable<Transition<SheetState, SheetMove>> Moves(SheetLine line) => SheetMoves.Table.From(line.State ?? SheetState.Draft);

    private bool MayEnter(SheetLine line) => May(Permission.EnterFigures, AccessFacts.OfUnit(line.Unit.Id));

    private async Task LoadAsync()
    {
        (Lines, Units) = await list.ReadAsync(Actor, new FigureFilter(Month, Unit, State), HttpContext.RequestAborted);
        var latest = FigurePeriods.LatestEnded(Today);
        Months = [.. Enumerable.Range(0, MonthsBack).Select(i => Period.AddMonths(latest, -i)).Select(m => (m, FigurePeriods.Words(m)))];
    }

    private static (int UnitId, int Month, int Version) Key(string text)
    {
        var parts = text.Split('-').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        return parts is [>= 0, >= 0, >= 0] ? (parts[0], parts[1], parts[2]) : throw new RefusalException("FIG003", "没有这张报送表。请从数据报送重新进入。", RefusalKind.Missing);
    }
}
