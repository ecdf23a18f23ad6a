using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>A node that is not reached yet, with the day reported for it.</summary>
public sealed class ReachedField
{
    public int Id { get; set; }

    public DateOnly? On { get; set; }
}

/// <summary>What a form says of one project's month, as typed.</summary>
public sealed class MonthField
{
    public int ProjectId { get; set; }

    /// <summary>Of the month as it was shown; 0 for one that nobody has planned or filled in.</summary>
    public int Version { get; set; }

    /// <summary>万元, in this month alone.</summary>
    public string? Done { get; set; }

    public string? Progress { get; set; }

    public string? Note { get; set; }

    public List<ReachedField> Nodes { get; set; } = [];
}

/// <summary>One project in the scheduling of a month; money is 万元.</summary>
/// <param name="Project">With its nodes.</param>
/// <param name="Month">Null where nothing is planned or said of it.</param>
/// <param name="DoneBefore">Of the year, by accepted months before this one.</param>
/// <param name="PlannedSum">Of the year with this month; null without a monthly plan.</param>
public sealed record MonthLine(Project Project, ProjectMonth? Month, ProjectMonth? Before, decimal? YearPlan, decimal DoneBefore, decimal? PlannedSum)
{
    public ProjectMonthState State => Month?.State ?? ProjectMonthState.Open;

    /// <summary>The unit may still write it.</summary>
    public bool IsOpen => State is ProjectMonthState.Open or ProjectMonthState.Returned;

    /// <summary>Done of the year's plan with this month as reported, 0 to 1000.</summary>
    public int? Share => new YearMoney(PlannedSum, DoneBefore + Month?.Done).DoneShare(YearPlan);

    public int? PlannedShare => new YearMoney(PlannedSum, null).PlannedShare(YearPlan);

    /// <summary>Nodes that this month reports as reached.</summary>
    public IEnumerable<ProjectNode> Reported => Project.Nodes.Where(n => n.ReportedMonth is { } month && month == Month?.Month).OrderBy(n => n.Due);

    /// <summary>Filled in from what is there, else from the month before.</summary>
    public MonthField Field() => new()
    {
        ProjectId = Project.Id,
        Version = Month?.Version ?? 0,
        Done = ProjectText.Plain(Month?.Done),
        Progress = Month?.Progress is { Length: > 0 } said ? said : Before?.Progress,
        Note = Month?.Note,
        Nodes = [.. Project.Nodes.Where(n => n.ReachedOn is null).OrderBy(n => n.Due).Select(n => new ReachedField { Id = n.Id, On = n.ReportedOn })],
    };
}

/// <summary>Reads which projects have to report a month, and what they said.</summary>
public sealed class ProjectMonthReader(MaodingContext db, CurrentRequest current)
{
    /// <summary>Months to choose from.</summary>
    private const int MonthsBack = 12;

    /// <summary>yyyymm of the last month that is over.</summary>
    public static int Latest(DateOnly today) => Period.AddMonths(Period.MonthOf(today), -1);

    public static IReadOnlyList<int> Months(DateOnly today) => [.. Enumerable.Range(0, MonthsBack).Select(i => Period.AddMonths(Latest(today), -i))];

    /// <summary>The month asked for when it may be reported, else the latest of the year shown, else the latest; the page shows the year of it.</summary>
    public static int MonthOf(int? asked, CurrentRequest current)
    {
        var months = Months(current.Today);
        var shown = asked is { } month && months.Contains(month) ? month : current.NewestOf(months) ?? Latest(current.Today);
        current.ShowMonth(shown);
        return shown;
    }

    /// <summary>Projects of units that owe a month, whatever its state.</summary>
    /// <param name="units">Null: of all.</param>
    /// <param name="month">yyyymm.</param>
    public async Task<IReadOnlyList<MonthLine>> LinesAsync(IReadOnlyList<int>? units, int month, CancellationToken stop)
    {
        var year = month / 100;
        var asked = db.Projects.AsNoTracking().Where(p => p.Stage != Stage.Withdrawn && p.Years.Any(y => y.Year == year));
        if (units is not null) asked = asked.Where(p => units.Contains(p.LeadUnitId));
        var projects = await asked.Include(p => p.Nodes).Include(p => p.Years.Where(y => y.Year == year)).AsSplitQuery().OrderBy(p => p.Code).ToListAsync(stop);
        var since = Period.OfMonth(month).End;
        var changes = (await db.StageChanges.AsNoTracking().Where(c => asked.Any(p => p.Id == c.ProjectId)).ToListAsync(stop)).ToLookup(c => c.ProjectId);
        var owing = projects.FindAll(p => StageHistory.IsAsked(StageHistory.At(p.Stage, changes[p.Id], since), p.FinishedOn, month));
        var (first, before) = ((year * 100) + 1, Period.AddMonths(month, -1));
        var months = (await db.ProjectMonths.AsNoTracking()
            .Where(m => m.Month >= Math.Min(first, before) && m.Month <= (year * 100) + 12 && asked.Any(p => p.Id == m.ProjectId)).ToListAsync(stop))
            .ToLookup(m => m.ProjectId);
        return [.. owing.Select(p => Line(p, [.. months[p.Id]], month))];
    }

    /// <summary>What the actor reports: of the own units, or of one unit for those who may report for all.</summary>
    /// <param name="unit">Chosen; counts only for those who may report for all.</param>
    public async Task<IReadOnlyList<MonthLine>> OwnAsync(Actor actor, int? unit, int month, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReportProjects);
        var units = Permissions.ScopeOf(actor, Permission.ReportProjects) == Scope.All ? unit is { } one ? [one] : [] : actor.Units;
        return await LinesAsync(units, month, stop);
    }

    /// <summary>What was handed in and waits, of all units.</summary>
    public async Task<IReadOnlyList<MonthLine>> SubmittedAsync(Actor actor, int month, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.AcceptProjects);
        return await LinesAsync(null, month, stop);
    }

    /// <summary>The month is closed: what was accepted of it stays.</summary>
    public Task<bool> IsClosedAsync(int month, CancellationToken stop) => db.MonthCloses.AnyAsync(c => c.Month == month, stop);

    /// <summary>Until when a month is to be reported.</summary>
    public DateOnly DueOn(int month) => ReportDue.DueOn(Period.OfMonth(month), current.Directory.Region.ReportDay, current.Directory.Calendar);

    private static MonthLine Line(Project project, List<ProjectMonth> months, int month)
    {
        var year = project.Years.Find(y => y.Year == month / 100);
        var money = months.ConvertAll(MonthMoney.Of);
        return new MonthLine(
            project,
            months.Find(m => m.Month == month),
            months.Find(m => m.Month == Period.AddMonths(month, -1)),
            year?.Planned,
            YearMoney.To(month - 1, money).Done ?? 0,
            YearMoney.To(month, money).Planned);
    }
}
