using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Hosting;

namespace Maoding.Features.Audit;

/// <summary>One entry with its values before and after in words, and its place in the chain.</summary>
public sealed class EntryModel(AuditService audit) : MaodingPage
{
    public AuditEntry Entry { get; private set; } = null!;

    public bool IsNewest { get; private set; }

    public IReadOnlyList<AuditChangeLine> Changes { get; private set; } = [];

    [Needs(Permission.SeeAudit)]
    public async Task OnGetAsync(long sequence)
    {
        var stop = HttpContext.RequestAborted;
        Entry = await audit.EntryAsync(Actor, sequence, stop) ?? throw new RefusalException("AUD001", "没有这条审计记录。请从审计列表进入。", RefusalKind.Missing);
        IsNewest = await audit.EntryAsync(Actor, sequence + 1, stop) is null;
        Changes = new AuditValues(Entry.Subject, Directory, await audit.AccountNamesAsync(stop)).Read(Entry.Text);
    }
}
