using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Procedures;

/// <summary>Which projects can begin when, and where they wait.</summary>
public sealed class IndexModel(ProcedureReader reader) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Leader { get; set; }

    public Overview View { get; private set; } = new([], false);

    /// <summary>Of the days of beginning that lie ahead.</summary>
    public string CalendarDoubt => WorkdayDoubt(View.Lines.SelectMany(l => (DateOnly?[])[l.Earliest, l.Project.PlannedStart]).Where(d => d >= Today));

    public bool IsFiltered => Unit is not null || Leader is not null;

    [Needs(Permission.SeeProjects)]
    public async Task OnGetAsync(CancellationToken stop) => View = await reader.OverviewAsync(new OverviewFilter(Unit, Leader), stop);
}
