using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>A theme's half-hour.</summary>
public sealed class ThemeModel(StocktakeReader reader, StocktakeService service) : SheetPage(reader, service)
{
    [Needs(Permission.HoldStocktake)]
    public Task<IActionResult> OnGetAsync(int theme) => ShowAsync(NameOf(theme), SubjectOf(theme));

    [Needs(Permission.HoldStocktake)]
    public Task<IActionResult> OnPostAsync(int theme) => DecideAsync(NameOf(theme), SubjectOf(theme), StocktakeLinks.Theme(theme));

    private static Subject SubjectOf(int theme) => new(null, theme);

    private string? NameOf(int theme)
    {
        if (Directory.Ledger.OfTheme(theme) is not { } plan) return null;
        Current.ShowYearOf(plan.Id);
        return Directory.Ledger.Themes(plan.Id).First(t => t.Id == theme).Name;
    }
}
