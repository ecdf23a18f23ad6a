using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.JointReviews;

/// <summary>The time each department took.</summary>
public sealed class DepartmentsModel(JointReviewReader reader) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int Shown => Year is { } year && year > Today.Year - 5 && year <= Today.Year ? year : Today.Year;

    public IReadOnlyList<DepartmentLine> Lines { get; private set; } = [];

    [Needs(Permission.SeeProjects)]
    public async Task OnGetAsync(CancellationToken stop) => Lines = await reader.DepartmentsAsync(Shown, stop);
}
