using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Shared.Editions;

namespace Maoding.Features.Planning.Editions;

/// <summary>A corrected paper as it is handed in.</summary>
/// <param name="Day">The day on it.</param>
public sealed record Correction(IFormFile? Upload, DateOnly? Day, string ApprovedBy, string Reason);

/// <summary>Corrects kept papers: the old one stays, the new one names it.</summary>
public sealed class EditionService(EditionReader reader, EditionStore store, CurrentRequest current)
{
    private const int LongestReason = 1000;
    private const int LongestApprover = 200;

    /// <returns>The new edition's key.</returns>
    /// <exception cref="RefusalException">
    /// PER001; EDI001; EDI002: it was corrected already; EDI003: no reason; EDI004: no day or one to come; EDI005: nobody approved;
    /// FIL001–FIL003; SYS002, SYS003.
    /// </exception>
    public async Task<int> CorrectAsync(Actor actor, int id, Correction correction, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.CorrectEdition);
        var details = await reader.ReadAsync(actor, id, stop);
        var (reason, approver) = (correction.Reason.Trim(), correction.ApprovedBy.Trim());
        if (!details.IsNewest) throw new RefusalException("EDI002", "这一版已经更正过。请打开最新一版，再作更正。", RefusalKind.Conflict);
        if (reason.Length is 0 or > LongestReason)
            throw new RefusalException("EDI003", $"请写明更正的原因（{LongestReason} 字以内），如错在哪里、依据什么更正。") { Field = "Reason" };
        if (correction.Day is not { } day || day > current.Today) throw new RefusalException("EDI004", "请写更正件上的日期，不能晚于今天。") { Field = "Day" };
        if (approver.Length is 0 or > LongestApprover)
            throw new RefusalException("EDI005", $"请写更正由谁批准，如“{current.Directory.Region.Own}委副书记程砚川”。") { Field = "ApprovedBy" };
        var (name, type, bytes) = await FileService.ReadAsync(correction.Upload, stop);
        var old = details.Edition;
        var draft = new EditionDraft(old.Number, old.Name, day, approver, $"上传的更正件“{name}”", [new EditionFile(name, type, bytes)]);
        return (await store.CorrectAsync(actor, old, draft, reason, request, stop)).Id;
    }
}
