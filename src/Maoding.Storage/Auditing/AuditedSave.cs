using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Calendar;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Rules;
using Maoding.Domain.Search;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Storage.Auditing;

/// <summary>The only way to write: saves what the context tracks with its audit entries, in one transaction.</summary>
public sealed class AuditedSave(MaodingContext db, TimeProvider clock)
{
    /// <summary>Writes all tracked changes; nothing is written when nothing changed.</summary>
    /// <param name="action">What was done, in words of the office: 采纳任务.</param>
    /// <param name="why">The reason given; empty where none is asked for.</param>
    /// <param name="request">The form's key and where its sender goes next; null for work that no form asked for.</param>
    /// <exception cref="RefusalException">
    /// SYS001: someone else changed a row; SYS002: a value that must be unique is there
    /// already; SYS003: the form was carried out before; SYS007: a unit or post
    /// that is newly named was closed meanwhile; STO012: a text is too long.
    /// </exception>
    public async Task SaveAsync(Actor actor, string action, string why = "", HandledRequest? request = null, CancellationToken stop = default)
    {
        if (db.Database.CurrentTransaction is not null) throw new InvalidOperationException("AuditedSave opens its own transaction.");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await SaveWithinAsync(actor, action, why, request, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>
    /// The same inside a transaction that the caller opened; commit right after. A second call is for what is made from what the first one
    /// saved: until the end all other writers wait.
    /// </summary>
    public async Task SaveWithinAsync(Actor actor, string action, string why = "", HandledRequest? request = null, CancellationToken stop = default)
    {
        var now = Now();
        var touched = Touch(actor, now);
        if (touched.Count == 0 && !db.ChangeTracker.HasChanges()) return;
        if (request is not null)
        {
            request.At = now;
            db.HandledRequests.Add(request);
        }

        List<AuditRecord> records = [.. await EndSittingsAsync(TouchedRows(touched), stop)];
        var organs = NamedOrgans.In(db);
        await Refusing(() => db.SaveChangesAsync(stop));
        NameOwners(touched);
        if (touched.Any(t => ChangesDirectory(t.Entry.Entity)))
        {
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Regions" SET "DirectoryVersion" = "DirectoryVersion" + 1""", stop);
            db.DirectorySeen++;
        }

        await IndexAsync(touched, stop);
        records.AddRange(touched.Select(t => t.Describe()).Where(c => c.Tells).Select(c => new AuditRecord(c, actor.AccountId, actor.Title, action, why)));
        await AppendAsync(records, now, true, stop);
        if (db.DirectorySeen is { } seen) await organs.DemandOpenAsync(db, seen, stop);
    }

    /// <summary>
    /// Writes an autosaved edit of one row without an entry of its own: the sitting of this person at this row gets one
    /// entry when it ends, by <see cref="EndSittingsAsync(IReadOnlyList{DraftEdit}, CancellationToken)"/> or by the next audited change of the row.
    /// </summary>
    /// <exception cref="RefusalException">SYS001: someone else changed the row.</exception>
    public async Task SaveDraftAsync(Actor actor, Commitment row, CancellationToken stop = default)
    {
        if (db.Database.CurrentTransaction is not null) throw new InvalidOperationException("AuditedSave opens its own transaction.");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = Now();
        var touched = Touch(actor, now);
        if (touched.Count == 0) return;
        if (touched.Any(t => !ReferenceEquals(t.Entry.Entity, row))) throw new InvalidOperationException("A draft saves one row.");
        var sittings = await db.DraftEdits.Where(d => d.CommitmentId == row.Id).ToListAsync(stop);
        var mine = sittings.Find(d => d.AccountId == actor.AccountId);
        var records = await CloseAsync(sittings.FindAll(d => d != mine), stop);
        if (mine is null)
        {
            var before = (await DraftSittings.TextsAsync(db, [row.Id], stop)).GetValueOrDefault(row.Id, "{}");
            db.DraftEdits.Add(
                mine = new DraftEdit { CommitmentId = row.Id, AccountId = actor.AccountId, Actor = actor.Title, Before = before, StartedAt = now });
        }

        mine.LastAt = now;
        await Refusing(() => db.SaveChangesAsync(stop));
        await IndexAsync(touched, stop);
        // A proposal stands on no list: while it is typed at, nothing kept is wrong, and nobody waits for the head of the chain.
        var isListed = row.State != CommitmentState.Proposed;
        if (records.Count > 0 || isListed) await AppendAsync(records, now, isListed, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Ends sittings of autosaved edits: one entry for each that changed something.</summary>
    public async Task EndSittingsAsync(IReadOnlyList<DraftEdit> sittings, CancellationToken stop = default)
    {
        if (sittings.Count == 0) return;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var records = await CloseAsync(sittings, stop);
        await Refusing(() => db.SaveChangesAsync(stop));
        await AppendAsync(records, Now(), false, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Puts an entry in the chain for something that is no change of a row: a sign-in, an export, a backup.</summary>
    public async Task NoteAsync(Actor actor, string action, string subject, int subjectId, string why = "", CancellationToken stop = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await AppendAsync([new AuditRecord(new AuditChange(subject, subjectId, "{}", "{}"), actor.AccountId, actor.Title, action, why)], Now(), false, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>The same for what must not be done a second time.</summary>
    /// <exception cref="RefusalException">SYS003: the request was carried out before.</exception>
    public async Task NoteOnceAsync(Actor actor, string action, string subject, int subjectId, HandledRequest request, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        request.At = Now();
        db.HandledRequests.Add(request);
        await Refusing(() => db.SaveChangesAsync(stop));
        await AppendAsync(
            [new AuditRecord(new AuditChange(subject, subjectId, "{}", "{}"), actor.AccountId, actor.Title, action, "")], request.At, false, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task IndexAsync(List<PendingChange> touched, CancellationToken stop)
    {
        var told = touched.Where(t => t.ChangesWords).ToList();
        await SearchIndex.UpdateAsync(db, [.. told.Select(t => t.Entry.Entity).OfType<Commitment>().Select(c => c.Id)], stop);
        var things = told.Where(t => t.Entry.Entity is ISearched).ToLookup(t => t.Entry.State == EntityState.Detached, t => (ISearched)t.Entry.Entity);
        await ThingIndex.UpdateAsync(db, [.. things[false]], stop);
        foreach (var gone in things[true]) await ThingIndex.RemoveAsync(db, gone, stop);
    }

    /// <summary>What was saved together with its files has its id only now; it is written with the entries.</summary>
    private void NameOwners(List<PendingChange> touched)
    {
        foreach (var file in touched.Select(t => t.Entry.Entity).OfType<StoredFile>())
            if (file.Owner is { } owner) file.SubjectId = (int)db.Entry(owner).Property("Id").CurrentValue!;
    }

    /// <summary>What every page reads from memory, so that it must notice a change.</summary>
    private static bool ChangesDirectory(object entity) =>
        entity is Unit or Post or Person or Tenure or Division or OrganChange or Region or Plan or SourceDocument or Theme
            or RuleEdition { Kind: HolidayKind.Holidays };

    /// <summary>An audited change of a row ends the sittings open on it first, so that each entry tells one person's change.</summary>
    private async Task<IReadOnlyList<AuditRecord>> EndSittingsAsync(List<int> rows, CancellationToken stop) =>
        rows.Count == 0 ? [] : await CloseAsync(await db.DraftEdits.Where(d => rows.Contains(d.CommitmentId)).ToListAsync(stop), stop);

    private async Task<IReadOnlyList<AuditRecord>> CloseAsync(IReadOnlyList<DraftEdit> sittings, CancellationToken stop)
    {
        var records = new List<AuditRecord>();
        var texts = await DraftSittings.TextsAsync(db, [.. sittings.Select(s => s.CommitmentId)], stop);
        foreach (var sitting in sittings)
        {
            if (texts.GetValueOrDefault(sitting.CommitmentId) is { } after && DraftSittings.Change(sitting.CommitmentId, sitting.Before, after) is { } change)
                records.Add(new AuditRecord(change, sitting.AccountId, sitting.Actor, DraftSittings.Action, ""));
            db.DraftEdits.Remove(sitting);
        }

        return records;
    }

    private static List<int> TouchedRows(List<PendingChange> touched) =>
        [.. touched.Where(t => t.Entry.State != EntityState.Added).Select(t => t.Entry.Entity).OfType<Commitment>().Select(c => c.Id)];

    private DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }

    /// <summary>Finds the audited rows that change, themselves or through a part of them, and counts up their versions.</summary>
    private List<PendingChange> Touch(Actor actor, DateTime now)
    {
        db.ChangeTracker.DetectChanges();
        StorableText.Demand(db);
        var changes = new Dictionary<object, PendingChange>(ReferenceEqualityComparer.Instance);
        // Finding an owner would look for changes again at each part: with many rows that takes minutes.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (AuditParts.OwnerOf(db, entry) is not { } owner) continue;
            if (!changes.TryGetValue(owner.Entity, out var change)) changes[owner.Entity] = change = new PendingChange(owner);
            change.Add(entry);
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        foreach (var change in changes.Values)
        {
            if (change.Entry.Entity is Commitment row) (row.ChangedAt, row.ChangedById) = (now, actor.AccountId);
            if (change.Entry.Entity is IVersioned versioned && change.Entry.State is not (EntityState.Added or EntityState.Deleted)) versioned.Version++;
        }

        db.ChangeTracker.DetectChanges();
        return [.. changes.Values];
    }

    /// <param name="counts">Rows changed that lists show, so that what is kept of them is to be forgotten.</param>
    private async Task AppendAsync(IReadOnlyList<AuditRecord> records, DateTime now, bool counts, CancellationToken stop)
    {
        var head = await AuditChain.LockHeadAsync(db, stop);
        if (counts) head.Writes++;
        foreach (var (change, accountId, actor, action, why) in records)
        {
            var entry = new AuditEntry
            {
                Sequence = head.Sequence + 1,
                At = now,
                AccountId = accountId,
                Actor = actor,
                Action = action,
                Subject = change.Subject,
                SubjectId = change.SubjectId,
                Why = why,
                PreviousHash = head.Hash,
                Text = "",
                Hash = "",
            };
            entry.Text = AuditText.Of(entry, change);
            entry.Hash = AuditChain.Hash(entry.PreviousHash, entry.Text);
            (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
            db.AuditEntries.Add(entry);
        }

        await Refusing(() => db.SaveChangesAsync(stop));
    }

    private static async Task Refusing(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Versions.Changed();
        }
        catch (DbUpdateException error) when (UniqueViolation.In(error) is { } index)
        {
            throw index.Contains("HandledRequests", StringComparison.Ordinal)
                ? CarriedOut()
                : new RefusalException("SYS002", "已经有相同的记录，没有重复保存。请刷新页面查看。", RefusalKind.Conflict);
        }
    }

    private static RefusalException CarriedOut() => new("SYS003", "这张表单已经提交过，没有重复执行。", RefusalKind.Conflict);

    /// <summary>One audited row and the tracked entries (itself and its parts) that change it.</summary>
    private sealed class PendingChange(EntityEntry entry)
    {
        private readonly AuditDifference _difference = new();

        public EntityEntry Entry => entry;

        /// <summary>Words that the search finds are among the changes.</summary>
        public bool ChangesWords { get; private set; }

        public void Add(EntityEntry part)
        {
            ChangesWords |= SearchIndex.Reads(part);
            _difference.Add(part, isOwner: ReferenceEquals(part.Entity, entry.Entity));
        }

        public AuditChange Describe() => _difference.Describe(entry);
    }
}

/// <summary>What changed in one row.</summary>
/// <param name="Before">JSON object of the changed values as they were; {} for a new row.</param>
/// <param name="After">JSON object of the same values as they are.</param>
internal sealed record AuditChange(string Subject, int SubjectId, string Before, string After)
{
    /// <summary>Something changed that is worth telling; not a version alone.</summary>
    public bool Tells => Before != "{}" || After != "{}";
}

/// <summary>A change with who made it and why, ready for the chain.</summary>
internal sealed record AuditRecord(AuditChange Change, int AccountId, string Actor, string Action, string Why);
