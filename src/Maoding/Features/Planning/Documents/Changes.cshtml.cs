using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Documents;

/// <summary>Rows that changed since a moment, for pages that look every few seconds.</summary>
public sealed class ChangesModel(ReviewQuery query, MaodingContext db) : ReviewPage(query, db)
{
    private readonly ReviewQuery _query = query;

    [Needs(Permission.ReviewFindings)]
    public async Task<IActionResult> OnGetAsync(long since, CancellationToken stop)
    {
        var changed = await _query.ChangedAsync(Id, MomentOf(since), stop);
        if (changed.Count == 0) return StatusCode(StatusCodes.Status204NoContent);
        await TellAsync(changed, _query.Since(changed), await _query.ProgressAsync(Id, stop), stop);
        return Page();
    }
}
