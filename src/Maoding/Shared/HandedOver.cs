using Maoding.Storage;

namespace Maoding.Shared;

/// <summary>What units and posts that are gone handed over, for filters that still name them.</summary>
public static class HandedOver
{
    /// <summary>Keys of the things of a type that a closed unit handed over; none of one that is in use.</summary>
    public static IQueryable<int> HandedByUnit<T>(this MaodingContext db, int unit) => db.Handed(typeof(T).Name)
        .Where(p => p.Change.UnitId == unit && db.Units.Any(u => u.Id == unit && u.IsClosed)).Select(p => p.SubjectId);

    /// <summary>The same of a leader's post.</summary>
    public static IQueryable<int> HandedByPost<T>(this MaodingContext db, int post) => db.Handed(typeof(T).Name)
        .Where(p => p.Change.PostId == post && db.Posts.Any(o => o.Id == post && o.IsClosed)).Select(p => p.SubjectId);

    private static IQueryable<HandedSubject> Handed(this MaodingContext db, string subject) =>
        from thing in db.HandedThings
        join change in db.OrganChanges on thing.ChangeId equals change.Id
        where thing.Subject == subject
        select new HandedSubject { SubjectId = thing.SubjectId, Change = change };

    private sealed class HandedSubject
    {
        public int SubjectId { get; init; }

        public required Domain.Organization.OrganChange Change { get; init; }
    }
}
