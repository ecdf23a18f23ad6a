using Maoding.Contracts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;

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
        var units = hanging.Ending(db.ChangeTracker.Entries<Unit>().Select(e => e.Entity));
        var posts = hanging.Ending(db.ChangeTracker.Entries<Post>().Select(e => e.Entity));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await save.SaveWithinAsync(actor, action, why, request, stop);
        var left = await hanging.WordsAsync(Bearer.Unit, units, stop) ?? await hanging.WordsAsync(Bearer.Post, posts, stop);
        if (left is not null)
            throw new RefusalException("DIR033", $"办理期间名下又有了{left}，没有保存。请刷新页面，看清名下事项后再办。", RefusalKind.Conflict) { Field = "To" };
        await transaction.CommitAsync(stop);
    }
}
