using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Editions;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Editions;

/// <summary>A kept paper: its files with their hashes, what it was made from, and its corrections.</summary>
public sealed class ShowModel(EditionReader reader, EditionService service) : MaodingPage
{
    public EditionDetails Details { get; private set; } = null!;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? ApprovedBy { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [Needs(Permission.SeeEditions)]
    public Task OnGetAsync(int id) => LoadAsync(id);

    [Needs(Permission.CorrectEdition)]
    public Task<IActionResult> OnPostAsync(int id) => Try(
        async () =>
        {
            var correction = new Correction(Upload, Day, ApprovedBy ?? "", Reason ?? "");
            var made = await service.CorrectAsync(Actor, id, correction, Once(EditionLinks.Edition(id)), HttpContext.RequestAborted);
            Notice("更正件已存为新的一版，原来的一版仍然保留。");
            return Redirect(EditionLinks.Edition(made));
        },
        () => LoadAsync(id));

    private async Task LoadAsync(int id)
    {
        Details = await reader.ReadAsync(Actor, id, HttpContext.RequestAborted);
        if (Details.Year is { } year) Current.ShowYearOf(Directory.Ledger.Of(year));
        Day ??= Today;
    }
}
