using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Figures;

/// <summary>One figure: what it is, what it was, and its revision.</summary>
public sealed class FigureModel(FigureHistory history, FigureService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>Of the sheet.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public FigureStage Stage { get; set; } = FigureStage.Preliminary;

    [BindProperty]
    public DateOnly? PublishedOn { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public FigurePast Past { get; private set; } = null!;

    /// <summary>Source and definition as far as they are known.</summary>
    public string About => string.Join('；', new (string Name, string Words)[]
    {
        ("来源", Past.Shown.Source.Length > 0 ? Past.Shown.Source : Past.Indicator.Source), ("口径", Past.Indicator.Definition), ("这一期口径变化", Past.Shown.Basis),
    }.Where(a => a.Words.Length > 0).Select(a => $"{a.Name}：{a.Words}"));

    public bool MayRevise => Past.InForce is { } inForce && inForce.Figure.Id == Id && SheetMoves.Allowed(Past.Sheet, SheetMove.Revise, Today)
        && May(Permission.ApproveFigures, AccessFacts.OfUnit(Past.Sheet.UnitId));

    [Needs(Permission.SeeFigures)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        var shown = Past.Shown;
        (Value, Stage, PublishedOn, Basis, Source) = (MonthFigures.ValueOf(shown).ToString(), shown.Stage, shown.PublishedOn, shown.Basis, shown.Source);
    }

    [Needs(Permission.ApproveFigures)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var notes = new FigureNotes(
                Enum.IsDefined(Stage) ? Stage : FigureStage.Preliminary, PublishedOn, (Basis ?? "").Trim(), (Source ?? "").Trim(), (Reason ?? "").Trim());
            var id = await service.ReviseAsync(Actor, Id, Version, Value, notes, Once(FigureLinks.Figure(Id)), HttpContext.RequestAborted);
            Notice("已修订，新的一版已生效。");
            return Redirect(FigureLinks.Figure(id));
        },
        LoadAsync);

    private async Task LoadAsync() => Past = await history.ReadAsync(Actor, Id, HttpContext.RequestAborted);
}
