using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Drafts;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Home.Drafts;

/// <summary>One's own forms that are not sent; scripts keep them and fetch them here.</summary>
public sealed class IndexModel(DraftService service) : MaodingPage
{
    public IReadOnlyList<KeptForm> Kept { get; private set; } = [];

    [Needs(Permission.OwnAccount)]
    public async Task OnGetAsync(CancellationToken stop) => Kept = await service.OfAsync(Actor, null, stop);

    /// <summary>Of one page, or all.</summary>
    [Needs(Permission.OwnAccount)]
    public async Task<IActionResult> OnGetOfAsync(string? address, CancellationToken stop) =>
        new JsonResult((await service.OfAsync(Actor, address, stop)).Select(f => new { f.Title, f.Place, f.Content, At = Told(f.At) }));

    [Needs(Permission.OwnAccount)]
    public async Task<IActionResult> OnPostAsync(string? address, string? place, string? title, string? content, CancellationToken stop)
    {
        await service.KeepAsync(Actor, address ?? "", place ?? "", title ?? "", content ?? "", stop);
        return new NoContentResult();
    }

    /// <summary>By the list's button or by a script.</summary>
    [Needs(Permission.OwnAccount)]
    public async Task<IActionResult> OnPostForgetAsync(string? address, string? place, CancellationToken stop)
    {
        await service.ForgetAsync(Actor, address ?? "", place ?? "", stop);
        return Redirect("/drafts");
    }

    /// <summary>In China's time.</summary>
    public static string Told(DateTime at) => at.AddHours(8).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
}
