using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Drafts;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Home.Drafts;

/// <summary>Forms that are not sent yet, each seen and forgotten by whoever typed it.</summary>
public sealed class DraftService(Database database, MaodingContext db, TimeProvider clock)
{
    /// <summary>Characters of an address or of a form's place.</summary>
    private const int LongestPlace = 400;

    /// <exception cref="RefusalException">PER001; DRF001: no page of this site, or more than is kept.</exception>
    public async Task KeepAsync(Actor actor, string page, string place, string title, string content, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.OwnAccount);
        if (!IsOurs(page) || place.Length is 0 or > LongestPlace || content.Length > KeptForm.Longest)
            throw new RefusalException("DRF001", "填写的内容太长，没有自动暂存。请先提交，或另存一份。");
        var form = new KeptForm
        {
            AccountId = actor.AccountId,
            Page = page,
            Place = place,
            Title = title.Length <= 100 ? title : title[..100],
            Content = content,
            At = clock.GetUtcNow().UtcDateTime,
        };
        await KeptForms.KeepAsync(database, form, stop);
    }

    /// <summary>What the actor has not sent, the latest first.</summary>
    /// <param name="page">Of this page alone; null for all.</param>
    public async Task<IReadOnlyList<KeptForm>> OfAsync(Actor actor, string? page, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.OwnAccount);
        return await db.KeptForms.AsNoTracking().Where(f => f.AccountId == actor.AccountId && (page == null || f.Page == page))
            .OrderByDescending(f => f.At).ThenBy(f => f.Id).Take(KeptForm.Most).ToListAsync(stop);
    }

    public async Task ForgetAsync(Actor actor, string page, string place, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.OwnAccount);
        await KeptForms.ForgetAsync(database, actor.AccountId, page, place, stop);
    }

    /// <summary>An address of this house: browsers read a backslash as a slash, and leave line ends out.</summary>
    private static bool IsOurs(string page) =>
        page is ['/', ..] and not ['/', '/' or '\\', ..] && page.Length <= LongestPlace && !page.Any(char.IsControl);
}
