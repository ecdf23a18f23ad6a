using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Consulting;

/// <summary>Signatures and attachments of opinions.</summary>
public sealed partial class ConsultReader
{
    /// <summary>What clerks wrote and the actor can sign, in the order of the ledger.</summary>
    public async Task<IReadOnlyList<OpinionLine>> ToSignAsync(Actor actor, DirectorySnapshot directory, DateOnly today, CancellationToken stop = default)
    {
        var units = await delegations.SignsForAsync(actor, stop);
        if (units.Count == 0) return [];
        var waiting = await (from opinion in db.ToSign(units, today).AsNoTracking()
                             join row in db.Commitments.AsNoTracking().Include(c => c.CoUnits) on opinion.CommitmentId equals row.Id
                             orderby row.Order, row.Id, opinion.Id
                             select new { opinion, row }).Take(ConsultService.MostSigned).ToListAsync(stop);
        return await DressAsync(waiting.Select(w => Line(w.opinion, w.row, directory, today)), stop);
    }

    /// <summary>An opinion's attachment, for whoever may read the opinion: its own side, and once it is sent those who see the row's workings.</summary>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<StoredFile?> FileAsync(Actor actor, int fileId, CancellationToken stop)
    {
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.Subject == nameof(Opinion), stop);
        if (file is null) return null;
        var opinion = await db.Opinions.AsNoTracking().SingleAsync(o => o.Id == file.SubjectId, stop);
        if (Voice.HeldBy(actor).Contains(Voice.Of(opinion))) return file;
        if (opinion.State is OpinionState.ToSign or OpinionState.Unsent) return null;
        var row = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).SingleAsync(c => c.Id == opinion.CommitmentId, stop);
        Permissions.Demand(actor, Permission.SeeRowWorkings, RowFacts.Of(row));
        return file;
    }

    /// <summary>Lines with their attachments and who signed them.</summary>
    private async Task<IReadOnlyList<OpinionLine>> DressAsync(IEnumerable<OpinionLine> bare, CancellationToken stop)
    {
        var lines = bare.ToList();
        var ids = lines.Where(l => l.Opinion.Kind != OpinionKind.Agree).Select(l => l.Opinion.Id).ToList();
        var files = ids.Count == 0 ? [] : (await db.Files.AsNoTracking().Where(f => f.Subject == nameof(Opinion) && ids.Contains(f.SubjectId))
            .Select(f => new { f.SubjectId, f.Id, f.Name }).ToListAsync(stop)).ToDictionary(f => f.SubjectId, f => new AttachedFile(f.Id, f.Name));
        var names = await db.NamesAsync([.. lines.Select(l => l.Opinion.SignedById).OfType<int>().Distinct()], stop);
        return lines.ConvertAll(l => l with
        {
            File = files.GetValueOrDefault(l.Opinion.Id),
            Signer = l.Opinion.SignedById is { } signer ? names.GetValueOrDefault(signer, "") : "",
        });
    }
}
