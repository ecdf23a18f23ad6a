using Maoding.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Contracts;

/// <summary>What of a feature hangs on a unit or a post, to be handed over before that goes; registered as a service of this type.</summary>
public abstract class HandoverPart
{
    /// <summary>Where it stands among others, ascending; no two share one.</summary>
    public abstract int Place { get; }

    /// <summary>What hangs, behind its number: 项没有办结的任务.</summary>
    public abstract string Words { get; }

    /// <summary>How it is given to somebody else, as a sentence without its stop.</summary>
    public abstract string Remedy { get; }

    /// <summary>How many open things hang on each unit or post; those without any are left out.</summary>
    public abstract Task<IReadOnlyDictionary<int, int>> CountAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop);

    /// <summary>Who may open the list that they stand in.</summary>
    public abstract Permission Needs { get; }

    /// <summary>The list that they stand in.</summary>
    public abstract string Href(Bearer bearer, int id);

    /// <summary>Counts things by whom they hang on.</summary>
    /// <param name="bearers">The bearer of each open thing, null where it hangs on nobody.</param>
    protected static async Task<IReadOnlyDictionary<int, int>> ByBearerAsync(IQueryable<int?> bearers, IReadOnlyCollection<int> ids, CancellationToken stop) =>
        await bearers.Where(id => id != null && ids.Contains(id.Value))
            .GroupBy(id => id!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}

/// <summary>On what duties hang.</summary>
public enum Bearer
{
    Unit = 1,

    Post = 2,
}
