using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Calendar;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Procedures;

/// <summary>Which projects the overview shows.</summary>
/// <param name="UnitId">Leads or serves the project, or has a procedure of it to decide.</param>
public sealed record OverviewFilter(int? UnitId, int? LeaderPostId);

/// <summary>A project before its building, with when it may begin.</summary>
/// <param name="Earliest">Null without procedures, or when they cannot be scheduled.</param>
/// <param name="Lack">Working days by which the planned day is missed; null without a planned day.</param>
/// <param name="Next">The critical procedure that comes first; null when all is settled.</param>
/// <param name="Waits">Working days since it was accepted, or since what it needs was there.</param>
/// <param name="Fault">Why it cannot be scheduled.</param>
public sealed record OverviewLine(Project Project, int Settled, int All, DateOnly? Earliest, int? Lack, Slot? Next, int? NextUnitId, int Waits, string? Fault);

/// <param name="HasMore">More projects than are shown.</param>
public sealed record Overview(IReadOnlyList<OverviewLine> Lines, bool HasMore);

/// <summary>A procedure with when it runs and how it was planned.</summary>
/// <param name="Slot">Null when the network is wrong.</param>
/// <param name="Planned">As planned from the first day by the promised days; null without a first day.</param>
/// <param name="Moved">Working days by which its end moved against the plan; later above zero.</param>
public sealed record ProcedureLine(Procedure Procedure, Slot? Slot, Slot? Planned, int? Moved);

/// <summary>A project's procedures, scheduled.</summary>
/// <param name="Network">Null without procedures, or when they cannot be scheduled.</param>
/// <param name="Fault">Why they cannot.</param>
/// <param name="PlannedStart">When building could begin by the plan of the first day.</param>
public sealed record ProjectProcedures(
    Project Project, string? Template, IReadOnlyList<ProcedureLine> Lines, Network? Network, string? Fault, DateOnly? PlannedStart);

/// <summary>What the page of a project says of its procedures.</summary>
/// <param name="Next">The critical procedure that comes first.</param>
public sealed record ProceduresOfProject(
    int ProjectId, int Settled, int All, DateOnly? Earliest, DateOnly? PlannedStart, int? Lack, Slot? Next, int? NextUnitId, int OpenReviews);

/// <summary>Reads procedures and schedules them; each table is asked once, however many projects there are.</summary>
public sealed class ProcedureReader(MaodingContext db, CurrentRequest current)
{
    /// <summary>Projects in the overview at most.</summary>
    public const int ShownAtMost = 300;

    /// <summary>Projects before building, those that miss their planned day by most first.</summary>
    public async Task<Overview> OverviewAsync(OverviewFilter filter, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeProjects);
        var found = db.Projects.AsNoTracking().Where(p => p.Stage == Stage.Planning || p.Stage == Stage.Preparing);
        if (filter.LeaderPostId is { } leader) found = found.Where(p => p.LeaderPostId == leader);
        if (filter.UnitId is { } unit)
        {
            var handed = db.HandedByUnit<Project>(unit);
            found = found.Where(p => p.LeadUnitId == unit || p.ServiceUnitId == unit || handed.Contains(p.Id)
                || db.Procedures.Any(s => s.ProjectId == p.Id && s.UnitId == unit && s.FinishedOn == null && s.Waived == ""));
        }

        var projects = await found.OrderBy(p => p.PlannedStart == null).ThenBy(p => p.PlannedStart).ThenBy(p => p.Id).Take(ShownAtMost + 1).ToListAsync(stop);
        var hasMore = projects.Count > ShownAtMost;
        projects = [.. projects.Take(ShownAtMost)];
        var ids = projects.ConvertAll(p => p.Id);
        var procedures = (await db.Procedures.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.ProjectId)).ToListAsync(stop)).ToLookup(p => p.ProjectId);
        var lines = projects.Select(p => Line(p, [.. procedures[p.Id]]));
        return new Overview([.. lines.OrderByDescending(l => l.Lack ?? int.MinValue)
            .ThenBy(l => l.Project.PlannedStart ?? DateOnly.MaxValue).ThenBy(l => l.Project.Id)], hasMore);
    }

    /// <summary>When building may begin at the earliest, of those projects that have procedures which can be scheduled.</summary>
    public async Task<IReadOnlyDictionary<int, DateOnly>> StartsAsync(IReadOnlyCollection<int> projectIds, CancellationToken stop)
    {
        var ids = projectIds.ToArray();
        var procedures = await db.Procedures.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.ProjectId)).ToListAsync(stop);
        var from = await db.Projects.Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.ProceduresFrom }).ToDictionaryAsync(p => p.Id, p => p.ProceduresFrom, stop);
        var starts = new Dictionary<int, DateOnly>();
        foreach (var group in procedures.GroupBy(p => p.ProjectId))
            if (Schedule(group, from[group.Key]).Network is { } network) starts[group.Key] = network.Earliest;
        return starts;
    }

    /// <exception cref="RefusalException">PER001; PRC007: no such project.</exception>
    public async Task<ProjectProcedures> ProjectAsync(int id, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeProjects);
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw ProcedureRules.MissingProject();
        var procedures = await db.Procedures.AsNoTracking().Where(p => p.ProjectId == id).OrderBy(p => p.Order).ToListAsync(stop);
        var template = project.TemplateId is null
            ? null : await db.ProcedureTemplates.AsNoTracking().Include(t => t.Steps).SingleOrDefaultAsync(t => t.Id == project.TemplateId, stop);
        var (network, fault) = Schedule(procedures, project.ProceduresFrom);
        var plan = project.ProceduresFrom is { } from && network is not null ? PlanOf(procedures, template, from, current.Directory.Calendar) : null;
        var slots = network?.Slots(project.PlannedStart).ToDictionary(s => s.Activity.Order);
        var planned = plan?.Slots().ToDictionary(s => s.Activity.Order);
        var axis = current.Directory.Calendar.Axis;
        return new ProjectProcedures(project, template?.Name, [.. procedures.Select(p => LineOf(p, slots, planned, axis))], network, fault, plan?.Earliest);
    }

    /// <summary>For the project's own page.</summary>
    public async Task<ProceduresOfProject> OfProjectAsync(Project project, CancellationToken stop)
    {
        var procedures = await db.Procedures.AsNoTracking().Where(p => p.ProjectId == project.Id).ToListAsync(stop);
        var line = Line(project, procedures);
        var reviews = await db.JointReviews.CountAsync(
            r => r.ProjectId == project.Id && (r.State == ReviewState.Preparing || r.State == ReviewState.Reviewing), stop);
        return new ProceduresOfProject(project.Id, line.Settled, line.All, line.Earliest, project.PlannedStart, line.Lack, line.Next, line.NextUnitId, reviews);
    }

    /// <summary>A procedure with its project and the others of it.</summary>
    /// <exception cref="RefusalException">PRC007: no such procedure.</exception>
    public async Task<(Procedure Procedure, ProjectProcedures All)> StepAsync(int id, CancellationToken stop)
    {
        var projectId = await db.Procedures.Where(p => p.Id == id).Select(p => (int?)p.ProjectId).SingleOrDefaultAsync(stop)
            ?? throw ProcedureRules.MissingProcedure();
        var all = await ProjectAsync(projectId, stop);
        return (all.Lines.Select(l => l.Procedure).FirstOrDefault(p => p.Id == id) ?? throw ProcedureRules.MissingProcedure(), all);
    }

    private OverviewLine Line(Project project, List<Procedure> procedures)
    {
        var (network, fault) = Schedule(procedures, project.ProceduresFrom);
        var settled = procedures.Count(p => p.IsSettled);
        if (network is null) return new OverviewLine(project, settled, procedures.Count, null, null, null, null, 0, fault);
        var slots = network.Slots();
        var next = slots.Where(s => s.IsCritical).MinBy(s => s.EarlyStart);
        return new OverviewLine(
            project,
            settled,
            procedures.Count,
            network.Earliest,
            project.PlannedStart is { } planned ? network.ShortOf(planned) : null,
            next,
            procedures.FirstOrDefault(p => p.Order == next?.Activity.Order)?.UnitId,
            next is null ? 0 : Waits(next, slots, project.ProceduresFrom),
            null);
    }

    private int Waits(Slot next, IReadOnlyList<Slot> slots, DateOnly? from)
    {
        var ready = slots.Where(s => next.Activity.After.Contains(s.Activity.Order) && s.Activity.FinishedOn is not null)
            .Select(s => s.EarlyFinish).Append(from ?? current.Today).Max();
        var since = next.Activity.AcceptedOn ?? ready;
        return since >= current.Today ? 0 : current.Directory.Calendar.WorkdaysBetween(since, current.Today);
    }

    private (Network? Network, string? Fault) Schedule(IEnumerable<Procedure> procedures, DateOnly? from)
    {
        List<Activity> activities = [.. procedures.Select(Activity.Of)];
        if (activities.Count == 0) return (null, null);
        try
        {
            var network = Network.Of(activities, from ?? current.Today, current.Today, current.Directory.Calendar);
            _ = network.Earliest;
            return (network, null);
        }
        catch (RefusalException refusal)
        {
            // One project that cannot be scheduled must not hide the others; its page says what to mend.
            return (null, refusal.Message);
        }
    }

    /// <summary>As everything stood on the first day: days as the template promises them, nothing waived.</summary>
    private static Network PlanOf(IReadOnlyList<Procedure> procedures, ProcedureTemplate? template, DateOnly from, WorkCalendar calendar)
    {
        var promised = template?.Steps.ToDictionary(s => (s.Order, s.Name), s => s.PromisedDays) ?? [];
        return Network.Of(
            procedures.Select(p => Activity.Of(p).AsPlanned() with { Days = promised.GetValueOrDefault((p.Order, p.Name), p.PromisedDays) }),
            from, from, calendar);
    }

    private static ProcedureLine LineOf(Procedure procedure, Dictionary<int, Slot>? slots, Dictionary<int, Slot>? planned, WorkAxis axis)
    {
        var (slot, plan) = (slots?.GetValueOrDefault(procedure.Order), planned?.GetValueOrDefault(procedure.Order));
        return new ProcedureLine(procedure, slot, plan, slot is null || plan is null
            || slot.Activity.IsWaived ? null : axis.After(slot.EarlyFinish) - axis.After(plan.EarlyFinish));
    }
}
