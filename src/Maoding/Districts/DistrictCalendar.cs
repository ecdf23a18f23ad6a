using Maoding.Domain.Calendar;
using Maoding.Domain.Rules;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Districts;

/// <summary>The working days of a district: the published years and those that it entered.</summary>
/// <param name="Newest">Number of the newest edition of the holidays, 0 without one; editions never change, so that it tells what is known.</param>
public sealed record DistrictCalendar(int Newest, WorkCalendar Calendar)
{
    /// <summary>The same as before while nothing was entered, so that its row of days is not reckoned anew.</summary>
    /// <param name="kept">Null: none yet.</param>
    public static async Task<DistrictCalendar> LoadAsync(MaodingContext db, DistrictCalendar? kept, CancellationToken stop)
    {
        var newest = await Editions(db).MaxAsync(e => (int?)e.Number, stop) ?? 0;
        if (newest == 0) return new DistrictCalendar(0, WorkCalendar.Published);
        return kept?.Newest == newest ? kept : new DistrictCalendar(newest, await ReadAsync(db, stop));
    }

    /// <summary>For work that has no request.</summary>
    public static async Task<WorkCalendar> ReadAsync(MaodingContext db, CancellationToken stop) =>
        await Editions(db).ToListAsync(stop) is { Count: > 0 } editions ? WorkCalendar.With(HolidayKind.Years(editions)) : WorkCalendar.Published;

    private static IQueryable<RuleEdition> Editions(MaodingContext db) => db.RuleEditions.AsNoTracking().Where(e => e.Kind == HolidayKind.Holidays);
}
