using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Calendar;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Hosting;

/// <summary>What every page has: the actor, the district, and one way to answer refusals.</summary>
public abstract class MaodingPage : PageModel
{
    private CurrentRequest? _current;

    public CurrentRequest Current => _current ??= HttpContext.RequestServices.GetRequiredService<CurrentRequest>();

    public Actor Actor => Current.Actor;

    public DirectorySnapshot Directory => Current.Directory;

    public DateOnly Today => Current.Today;

    /// <summary>Made with each form (partial _RequestKey), so that sending it twice does it once.</summary>
    [BindProperty]
    public string? RequestKey { get; set; }

    /// <summary>May the actor do this, to some thing or to this one; for buttons.</summary>
    public bool May(Permission permission, AccessFacts? facts = null) => Permissions.Allows(Actor, permission, facts);

    /// <summary>What to say beside days that were counted in working days into a year without its notice; empty where there is none.</summary>
    public string WorkdayDoubt(params IEnumerable<DateOnly?> days) => Directory.Calendar.Doubt(days);

    /// <summary>Says something on the next page.</summary>
    protected void Notice(string message) => TempData["Notice"] = message;

    /// <summary>The form's key for AuditedSave, with the place to go when it is sent again; null when the form had none.</summary>
    protected HandledRequest? Once(string location) =>
        RequestKey is { Length: > 0 and <= 40 } key ? new HandledRequest { Key = key, Location = location } : null;

    /// <summary>
    /// Does what a form asks; a refusal shows the page again with the message, what was typed,
    /// and the right status; a form sent twice shows the result of the first time.
    /// </summary>
    /// <param name="reload">Fills what the page shows beside the form.</param>
    protected async Task<IActionResult> Try(Func<Task<IActionResult>> act, Func<Task> reload)
    {
        if (!ModelState.IsValid)
        {
            await reload();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (await CarriedOutAsync() is { } location) return Redirect(location);
        try
        {
            return await act();
        }
        catch (RefusalException refusal) when (refusal.Kind is RefusalKind.Invalid or RefusalKind.Conflict or RefusalKind.TooLarge)
        {
            HttpContext.RequestServices.GetRequiredService<MaodingContext>().ChangeTracker.Clear();
            // Sent twice at once, the second stumbles over what the first has just done, before its key does.
            if (await CarriedOutAsync() is { } first) return Redirect(first);
            ModelState.AddModelError(refusal.Field ?? "", $"{refusal.Message}（{refusal.Code}）");
            await reload();
            Response.StatusCode = (int)refusal.Kind;
            return Page();
        }
    }

    /// <summary>Where the sender of this very form went when it was carried out; null for a form sent for the first time.</summary>
    private async Task<string?> CarriedOutAsync()
    {
        if (RequestKey is not { Length: > 0 } key) return null;
        var db = HttpContext.RequestServices.GetRequiredService<MaodingContext>();
        var location = await db.HandledRequests.Where(r => r.Key == key).Select(r => r.Location).FirstOrDefaultAsync();
        return location is "" ? Request.Path : location;
    }
}
