using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Documents;

/// <summary>Rows that others changed since a moment, for pages that look every few seconds.</summary>
public sealed class ChangesModel(ReviewQuery query) : ReviewPage(query)
{
    private readonly ReviewQuery _query = query;

    public IReadOnlyList<ReviewRow> Changed { get; private set; } = [];

    private Dictionary<int, string> _people = [];

    [Needs(Permission.ReviewFindings)]
    public async Task<IActionResult> OnGetAsync(long since, CancellationToken stop)
    {
        var from = new DateTime(Math.Clamp(since, DateTime.UnixEpoch.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        Changed = await _query.ChangedAsync(Id, from, stop);
        if (Changed.All(r => r.ChangedAt <= from)) return StatusCode(StatusCodes.Status204NoContent);
        await LoadAsync(stop, withText: false);
        _people = await _query.PeopleAsync([.. Changed.Select(r => r.ChangedById).Distinct()], stop);
        return Page();
    }

    public string ByOf(ReviewRow row) => row.ChangedById == Actor.AccountId ? "" : _people.GetValueOrDefault(row.ChangedById, "");
}
