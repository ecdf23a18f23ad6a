using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Hosting;

namespace Maoding.Features.Administration.Audit;

/// <summary>One entry with its values before and after in words, and its place in the chain.</summary>
public sealed class EntryModel(AuditService audit) : MaodingPage
{
    public AuditEntry Entry { get; private set; } = null!;

    /// <summary>What the entry speaks of, by name.</summary>
    public string Subject { get; private set; } = "";

    public bool IsNewest { get; private set; }

    public IReadOnlyList<AuditChangeLine> Changes { get; private set; } = [];

    [Needs(Permission.SeeAudit)]
    public async Task OnGetAsync(long sequence)
    {
        var stop = HttpContext.RequestAborted;
        Entry = await audit.EntryAsync(Actor, sequence, stop) ?? throw new RefusalException("AUD001", "没有这条审计记录。请从审计列表进入。", RefusalKind.Missing);
        IsNewest = await audit.EntryAsync(Actor, sequence + 1, stop) is null;
        var line = new AuditLine(Entry.Sequence, Entry.At, Entry.Actor, Entry.Action, Entry.Subject, Entry.SubjectId, Entry.Why);
        var accounts = await audit.AccountNamesAsync(stop);
        Subject = new AuditSubjects(Directory, await audit.RowNamesAsync([line], stop), accounts, await audit.SheetsAsync([line], stop))
            .Of(Entry.Subject, Entry.SubjectId);
        Changes = new AuditValues(Entry.Subject, Directory, accounts).Read(Entry.Text);
    }
}
