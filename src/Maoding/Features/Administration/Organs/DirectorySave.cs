using Maoding.Contracts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Features.Administration.Organs;

/// <summary>
/// Saves what ends a unit or a post: written with all other writers waiting, it is looked at once more whether somebody hung something
/// on it since it was looked at. What names it later is refused by <see cref="AuditedSave"/>.
/// </summary>
public sealed class DirectorySave(MaodingContext db, AuditedSave save, Hanging hanging)
{
    /// <exception cref="RefusalException">DIR033: something came up meanwhile; or as <see cref="AuditedSave"/>.</exception>
    public async Task SaveAsync(Actor actor, string action, string why = "", HandledRequest? request = null, CancellationToken stop = default)
    {
        db.ChangeTracker.DetectChanges();
        var units = Changed<Unit>().Where(u => u.Entity.IsClosed && !Was<bool>(u, nameof(Unit.IsClosed))).Select(u => u.Entity.Id).ToList();
        var posts = Changed<Post>().Where(p => (p.Entity.IsClosed || p.Entity.Kind != PostKind.Leader)
            && Was<PostKind>(p, nameof(Post.Kind)) == PostKind.Leader && !Was<bool>(p, nameof(Post.IsClosed))).Select(p => p.Entity.Id).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await save.SaveWithinAsync(actor, action, why, request, stop);
        var left = await hanging.WordsAsync(Bearer.Unit, units, stop) ?? await hanging.WordsAsync(Bearer.Post, posts, stop);
        if (left is not null)
            throw new RefusalException("DIR033", $"办理期间名下又有了{left}，没有保存。请刷新页面，看清名下事项后再办。", RefusalKind.Conflict) { Field = "To" };
        await transaction.CommitAsync(stop);
    }

    private IEnumerable<EntityEntry<T>> Changed<T>()
        where T : class => db.ChangeTracker.Entries<T>().Where(e => e.State == EntityState.Modified);

    private static T Was<T>(EntityEntry entry, string property) => entry.OriginalValues.GetValue<T>(property);
}
