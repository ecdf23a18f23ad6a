using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Search;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>Sentences of the documents in force, those of the newest year first.</summary>
internal sealed class SentenceHits(MaodingContext db) : HitPart
{
    public override int Place => 30;

    public override string Kind => "文件原文";

    public override Permission Needs => Permission.SeeDocuments;

    /// <summary>Documents whose text is read at once.</summary>
    private const int Read = 12;

    public override async Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var found = ThingIndex.Found(db, SearchKind.Document, scene.Query);
        var documents = await db.Documents.AsNoTracking().Where(d => !d.IsReplaced && d.WithdrawnOn == null && found.Contains(d.Id))
            .OrderByDescending(d => d.PlanId).ThenBy(d => d.Id).Take(Read).Select(d => new { d.Id, d.Title, d.Text }).ToListAsync(stop);
        var hits = new List<Hit>();
        var count = 0;
        foreach (var document in documents)
            foreach (var sentence in SentencesOf(document.Text).Where(s => scene.IsIn(s)))
                if (++count <= HitScene.Most) hits.Add(new Hit("", sentence, $"《{document.Title}》", DocumentLinks.Words(document.Id, sentence)));
        return new Hits(hits, count);
    }

    /// <summary>Up to their full stop or the end of the line.</summary>
    private static IEnumerable<string> SentencesOf(string text) => text.Split('\n')
        .SelectMany(line => line.Split('。')).Select(s => s.Trim(' ', '　', '\r')).Where(s => s.Length > 1);
}
