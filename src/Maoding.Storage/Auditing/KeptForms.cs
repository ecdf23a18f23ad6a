using Maoding.Domain.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Auditing;

/// <summary>Forms that are not sent yet: written beside the audit and the count of writes, since nothing of the district changes.</summary>
public static class KeptForms
{
    /// <summary>Writes it over what was kept of the same form.</summary>
    public static async Task KeepAsync(Database database, KeptForm form, CancellationToken stop)
    {
        if (await WriteOverAsync(database, form, stop)) return;
        await using var db = database.Open();
        var others = db.KeptForms.Where(f => f.AccountId == form.AccountId).OrderByDescending(f => f.At).ThenByDescending(f => f.Id);
        var surplus = await others.Skip(KeptForm.Most - 1).Select(f => f.Id).ToListAsync(stop);
        if (surplus.Count > 0) await db.KeptForms.Where(f => surplus.Contains(f.Id)).ExecuteDeleteAsync(stop);
        db.KeptForms.Add(form);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Two windows began at once: the later one writes over the earlier.
            if (!await WriteOverAsync(database, form, stop)) throw;
        }
    }

    /// <summary>Forgets one form of an account; nothing happens when there is none.</summary>
    public static async Task ForgetAsync(Database database, int accountId, string page, string place, CancellationToken stop)
    {
        await using var db = database.Open();
        await db.KeptForms.Where(f => f.AccountId == accountId && f.Page == page && f.Place == place).ExecuteDeleteAsync(stop);
    }

    /// <summary>Forgets what is older than <see cref="KeptForm.Days"/>.</summary>
    public static Task<int> ForgetOldAsync(MaodingContext db, TimeProvider clock, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-KeptForm.Days);
        return db.KeptForms.Where(f => f.At < before).ExecuteDeleteAsync(stop);
    }

    private static async Task<bool> WriteOverAsync(Database database, KeptForm form, CancellationToken stop)
    {
        await using var db = database.Open();
        return await db.KeptForms.Where(f => f.AccountId == form.AccountId && f.Page == form.Page && f.Place == form.Place).ExecuteUpdateAsync(
            s => s.SetProperty(f => f.Content, form.Content).SetProperty(f => f.Title, form.Title).SetProperty(f => f.At, form.At), stop) > 0;
    }
}
