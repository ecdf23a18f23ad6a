using System.Security.Claims;
using System.Security.Cryptography;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Documents;
using Maoding.Domain.Editions;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Shared.Editions;

/// <summary>Keeps papers as they left the house; what is downloaded are the bytes that were kept.</summary>
public sealed class EditionStore(MaodingContext db, AuditedSave save, CurrentRequest current, IEnumerable<EditionDesk> desks, TimeProvider clock)
{
    /// <summary>Action of the entry about an edition.</summary>
    public const string Action = "存入定稿";

    /// <summary>Saves what is tracked and, in the same transaction, the paper that is made from it: nothing is published without its edition.</summary>
    /// <param name="subjectId">The thing's key, asked for once it is saved.</param>
    /// <exception cref="RefusalException">As <see cref="AuditedSave.SaveAsync"/>.</exception>
    public async Task SaveWithAsync(
        Actor actor, string action, string why, HandledRequest? request, EditionKind kind, Func<int> subjectId, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await save.SaveWithinAsync(actor, action, why, request, stop);
        await KeepWithinAsync(actor, kind, subjectId(), false, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Keeps the papers of a kind that were published and have no edition: of batches from before there were any, of months just closed.</summary>
    /// <returns>How many were kept by this call.</returns>
    public async Task<int> KeepMissingAsync(EditionKind kind, CancellationToken stop)
    {
        var (desk, count) = (Desk(kind), 0);
        var missing = await desk.Published().Where(id => !db.Editions.Any(e => e.Subject == desk.Subject && e.SubjectId == id)).Order().ToListAsync(stop);
        foreach (var id in missing)
            if (await KeepMissingAsync(kind, id, stop)) count++;
        return count;
    }

    /// <summary>The same for one thing, once, whoever else does it now. What is made after its day says so.</summary>
    /// <returns>False when one was kept already.</returns>
    public async Task<bool> KeepMissingAsync(EditionKind kind, int subjectId, CancellationToken stop)
    {
        var subject = Desk(kind).Subject;
        if (await db.Editions.AnyAsync(e => e.Subject == subject && e.SubjectId == subjectId, stop)) return false;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await KeepWithinAsync(Actor.System, kind, subjectId, true, stop);
            await transaction.CommitAsync(stop);
            return true;
        }
        catch (RefusalException refusal) when (refusal.Code == "SYS002")
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Keeps a corrected paper beside the newest one of its subject.</summary>
    /// <exception cref="RefusalException">SYS002: another correction was first.</exception>
    public async Task<Edition> CorrectAsync(
        Actor actor, Edition corrected, EditionDraft draft, string reason, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.CorrectEdition);
        var edition = Add(actor, Desk(corrected.Kind), corrected.SubjectId, draft, isLate: false);
        (edition.Ordinal, edition.CorrectsId, edition.Reason) = (corrected.Ordinal + 1, corrected.Id, reason);
        await save.SaveAsync(actor, "更正定稿", reason, request, stop);
        return edition;
    }

    public EditionDesk Desk(EditionKind kind) => desks.First(d => d.Kind == kind);

    /// <summary>Makes and keeps the first edition of a thing, inside a transaction that is committed right after.</summary>
    private async Task KeepWithinAsync(Actor actor, EditionKind kind, int subjectId, bool afterwards, CancellationToken stop)
    {
        // Work by the clock has no request that loaded the directory.
        await current.LoadAsync(new ClaimsPrincipal(), stop);
        var draft = await Desk(kind).MakeAsync(subjectId, stop);
        Add(actor, Desk(kind), subjectId, draft, afterwards && draft.Day < current.Today);
        await save.SaveWithinAsync(actor, Action, stop: stop);
    }

    /// <summary>The editions of a thing, the newest first.</summary>
    public Task<List<Edition>> OfAsync(string subject, int subjectId, CancellationToken stop) => db.Editions.AsNoTracking()
        .Where(e => e.Subject == subject && e.SubjectId == subjectId).OrderByDescending(e => e.Ordinal).ToListAsync(stop);

    /// <summary>The file of the newest edition of a thing whose name ends so; a correction may be a file of another kind.</summary>
    public async Task<StoredFile> FileAsync(string subject, int subjectId, string ending, CancellationToken stop)
    {
        var newest = (await OfAsync(subject, subjectId, stop))[0];
        var files = await db.FilesOf(nameof(Edition), newest.Id).OrderBy(f => f.Id).ToListAsync(stop);
        return files.Find(f => f.Name.EndsWith(ending, StringComparison.Ordinal)) ?? files[0];
    }

    private Edition Add(Actor actor, EditionDesk desk, int subjectId, EditionDraft draft, bool isLate)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var edition = new Edition
        {
            Kind = desk.Kind,
            Subject = desk.Subject,
            SubjectId = subjectId,
            Number = draft.Number,
            Name = draft.Name,
            Day = draft.Day,
            ApprovedBy = draft.ApprovedBy,
            Basis = draft.Basis,
            Contents = Edition.ContentsOf(draft.Files.Select(f => (Convert.ToHexStringLower(SHA256.HashData(f.Bytes)), f.Name))),
            IsLate = isLate,
            MadeById = actor.AccountId,
            MadeAt = now,
        };
        db.Editions.Add(edition);
        foreach (var file in draft.Files) db.AddFile(actor, file.Name, file.ContentType, file.Bytes, now, edition);
        return edition;
    }
}
