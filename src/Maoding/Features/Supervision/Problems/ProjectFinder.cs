using Maoding.Domain;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>Finds the project that somebody typed: works for two thousand as for ten, and without scripts.</summary>
public sealed class ProjectFinder(MaodingContext db)
{
    /// <summary>Projects named when words fit several.</summary>
    private const int NamesShown = 5;

    /// <summary>The one project of a code (XM-2026-001, with or without its name after it), of a name, or with these words in its name.</summary>
    /// <param name="field">The form's field, for the refusal.</param>
    /// <exception cref="RefusalException">PRB006: there is none, or several.</exception>
    public async Task<int> FindAsync(string words, string field, CancellationToken stop)
    {
        var code = words.Split(' ', 2)[0];
        var exact = await db.Projects.AsNoTracking().Where(p => p.Code == code || p.Name == words)
            .OrderBy(p => p.Id).Select(p => (int?)p.Id).FirstOrDefaultAsync(stop);
        if (exact is { } found) return found;
        var like = await db.Projects.AsNoTracking().Where(p => p.Name.Contains(words)).OrderBy(p => p.Code)
            .Take(NamesShown + 1).Select(p => new { p.Id, p.Code, p.Name }).ToListAsync(stop);
        if (like.Count == 1) return like[0].Id;
        throw new RefusalException("PRB006", like.Count == 0
            ? $"项目库里没有“{words}”。请写项目编号或名称；与项目无关的空着。"
            : $"名称里有“{words}”的项目不止一个：{string.Join('、', like.Take(NamesShown).Select(p => $"{p.Code} {p.Name}"))}{(like.Count > NamesShown ? "等" : "")}。请写编号。")
        { Field = field };
    }
}
