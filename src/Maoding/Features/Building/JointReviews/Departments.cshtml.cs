using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.JointReviews;

/// <summary>The time each department took.</summary>
public sealed class DepartmentsModel(JointReviewReader reader) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Years that can be chosen, the newest first; next year's once there is a plan of it.</summary>
    public IEnumerable<int> Years => Enumerable.Range(0, 5).Select(back => Math.Max(Today.Year, Current.Plan?.Year ?? 0) - back);

    public int Shown => Year is { } year && Years.Contains(year) ? year : Today.Year;

    public IReadOnlyList<DepartmentLine> Lines { get; private set; } = [];

    [Needs(Permission.SeeProjects)]
    public async Task OnGetAsync(CancellationToken stop) => Lines = await reader.DepartmentsAsync(Shown, stop);
}
