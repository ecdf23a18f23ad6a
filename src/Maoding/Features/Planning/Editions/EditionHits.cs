using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Shared.Editions;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Editions;

/// <summary>Kept papers, by number and name.</summary>
internal sealed class EditionHits(EditionReader reader) : HitPart
{
    public override int Place => 25;

    public override string Kind => "定稿";

    public override Permission Needs => Permission.SeeEditions;

    public override async Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var found = EditionReader.Holding(reader.Visible(scene.Actor), scene.Parts);
        var count = await found.CountAsync(stop);
        if (count == 0) return Hits.None;
        var shown = await found.OrderByDescending(e => e.Day).ThenByDescending(e => e.Id).Take(HitScene.Most).ToListAsync(stop);
        return new Hits(
            [.. shown.Select(e => new Hit(e.Number, e.Name, $"{ChoiceWords.Of(e.Kind)}　{e.Day:yyyy年M月d日}", EditionLinks.Edition(e.Id)))],
            count,
            new EditionFilter(Text: scene.Words).Href());
    }
}
