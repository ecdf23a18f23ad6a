using System.Linq.Expressions;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Features.Building.Projects;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Pipeline;

/// <summary>How leads and matters are written alike.</summary>
internal static class PipelineWriting
{
    /// <summary>The tracked row of somebody who may change it and saw it as it is.</summary>
    /// <exception cref="RefusalException">PER001, SYS001; or what is missing.</exception>
    public static async Task<T> EditedAsync<T>(
        this IQueryable<T> rows, Actor actor, Expression<Func<T, bool>> which, int version, AccessMap<T> map, string name,
        Func<RefusalException> missing, CancellationToken stop)
        where T : class, IVersioned
    {
        var row = await rows.FirstOrDefaultAsync(which, stop) ?? throw missing();
        Permissions.Demand(actor, Permission.EditPipeline, map.Of(row));
        Versions.Demand(row.Version, version, name);
        return row;
    }

    /// <param name="amount">万元; 0 for nothing typed.</param>
    public static bool TryMoney(string? typed, out decimal amount) => ProjectForm.TryMoney(typed, out amount) && amount is >= 0 and <= 100_000_000m;
}
