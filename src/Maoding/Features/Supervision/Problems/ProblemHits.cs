using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Domain.Search;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>Problems, by number, title, text, enterprise and how they were solved.</summary>
internal sealed class ProblemHits(MaodingContext db) : HitPart
{
    public override int Place => 50;

    public override string Kind => "问题";

    public override Permission Needs => Permission.SeeProblems;

    public override async Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var found = ThingIndex.Found(db, SearchKind.Problem, scene.Query);
        var problems = db.Problems.AsNoTracking().VisibleTo(db, scene.Actor).Where(p => found.Contains(p.Id));
        var count = await problems.CountAsync(stop);
        if (count == 0) return Hits.None;
        var shown = await problems.OrderBy(p => p.State >= ProblemState.Closed).ThenByDescending(p => p.Number).Take(HitScene.Most)
            .Select(p => new { p.Id, p.Number, p.Title, p.State, p.UnitId }).ToListAsync(stop);
        return new Hits(
            [.. shown.Select(p => new Hit(
                p.Number.ToString("0000", CultureInfo.InvariantCulture), p.Title,
                $"{ProblemMoves.NameOf(p.State)}　{scene.Directory.UnitName(p.UnitId)}", ProblemLinks.Problem(p.Id)))],
            count,
            new ProblemFilter(All: true, Text: scene.Words).Href());
    }
}
