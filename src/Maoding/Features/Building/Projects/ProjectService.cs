using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Projects;
using Maoding.Features.Progress.Closings;
using Maoding.Shared.Moves;
using Maoding.Storage;
using Maoding.Storage.Access;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>The library of projects: entered, changed, moved from stage to stage.</summary>
public sealed class ProjectService(MaodingContext db, AuditedSave save, MoveRunner moves, RowShares shares, CurrentRequest current)
{
    /// <summary>Enters a project, or changes one with its funds, nodes and its year's plan.</summary>
    /// <param name="leadId">The lead that has become this project; null for none.</param>
    /// <returns>The project's key.</returns>
    /// <exception cref="RefusalException">
    /// PER001; PRJ003: no such project; PRJ004: a field is wrong; PRJ009: a closed month's plan would change; SYS001, SYS002; of a lead PIP001, PIP003.
    /// </exception>
    public async Task<int> SaveAsync(Actor actor, int? id, ProjectForm form, int? leadId, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditProjects);
        var project = id is null ? new Project { Code = "", Name = "" } : await WholeAsync(id.Value, stop);
        if (id is not null) Versions.Demand(project.Version, form.Version, "这个项目");
        var lead = leadId is { } key ? await LandedAsync(actor, key, stop) : null;
        var ground = await ProjectGround.AskAsync(db, current.Directory.Ledger, [(project, form)], stop);
        foreach (var problem in Write(project, form, ground)) throw new RefusalException("PRJ004", problem.Words) { Field = $"Form.{problem.Field}" };
        if (lead is not null)
        {
            (lead.State, lead.Since) = (LeadMoves.Table.After(lead.State, LeadMove.Enter), current.Today);
            lead.ProjectId = db.Entry(project).Property(p => p.Id).CurrentValue;
        }

        await shares.FollowChangedAsync(current.Today, stop);
        await save.SaveAsync(actor, lead is not null ? "线索转为项目" : id is null ? "登记项目" : "修改项目", request: request, stop: stop);
        return project.Id;
    }

    /// <summary>Puts a form into a tracked project; nothing is saved.</summary>
    /// <param name="ground">Asked for this project and form.</param>
    /// <returns>What is wrong; then nothing was changed.</returns>
    /// <exception cref="RefusalException">PRJ009: a closed month's plan would change.</exception>
    internal IReadOnlyList<FieldProblem> Write(Project project, ProjectForm form, ProjectGround ground)
    {
        var isNew = project.Id == 0;
        var problems = ProjectChecks.Of(form, current.Directory, current.Today, isNew).ToList();
        var rowId = ground.Row(project, form);
        if (rowId is null && !string.IsNullOrWhiteSpace(form.RowNumber))
            problems.Add(new FieldProblem(nameof(form.RowNumber), $"台账编号：{form.Year}年台账里没有已印发的第 {form.RowNumber.Trim()} 项。"));
        if (problems.Count > 0) return problems;
        var changed = ProjectWriting.Months(form, isNew ? [] : ground.Months(project, form.Year));
        ProjectWriting.Apply(form, project, rowId, isNew, current.Today);
        if (isNew)
        {
            project.Code = form.Code?.Trim() is { Length: > 0 } given ? given : ground.NextCode(form.Year);
            db.Projects.Add(project);
        }

        foreach (var month in changed.Where(m => m.Id == 0))
        {
            month.ProjectId = db.Entry(project).Property(p => p.Id).CurrentValue;
            db.ProjectMonths.Add(month);
        }

        // The plan by months is part of what was seen of the project: whoever saw the old one is told.
        if (changed.Count > 0 && !isNew) project.Version++;
        return [];
    }

    /// <summary>Moves a project to another stage.</summary>
    /// <param name="on">The day on which it happened; null: today.</param>
    /// <exception cref="RefusalException">PER001, PRJ001, PRJ003; PRJ005: conditions are not met; PRJ006: the day or the reason; SYS001.</exception>
    public Task<Transition> MoveAsync(Actor actor, MoveAsk ask, DateOnly? on, CancellationToken stop)
    {
        var day = on ?? current.Today;
        var course = new Course<Project>(StageMoves.Table.Keys)
        {
            Find = WholeAsync,
            State = project => project.Stage.ToString(),
            Enter = (project, stage) => (project.Stage, project.StageSince) = (Enum.Parse<Stage>(stage), day),
            Facts = (project, _) => ProjectFacts.Of(project),
        };
        return moves.MakeAsync(actor, course, ask, turn => EnterAsync(turn, day, stop), stop);
    }

    private async Task EnterAsync(Turn<Project> turn, DateOnly day, CancellationToken stop)
    {
        var (project, step) = (turn.Thing, (Transition<Stage, StageMove>)turn.Step);
        RefusalException Refuse(string words) => new("PRJ006", words) { Field = $"On-{step.Move}" };
        if (day > current.Today) throw Refuse("日期不能晚于今天。请填实际发生的日期。");
        if (day < project.StageSince && !IsBackdated(step.Move, project, day))
            throw Refuse($"项目从{ProjectText.Day(project.StageSince)}起处于“{StageMoves.NameOf(step.From)}”，日期不能早于这一天。");
        var unmet = StageConditions.Of(step.Move, await FactsAsync(project, day.Year, stop)).Where(c => !c.IsMet).Select(c => c.Words).ToList();
        if (unmet.Count > 0)
            throw new RefusalException("PRJ005", $"还不具备转入“{StageMoves.NameOf(step.To)}”的条件：{string.Join('；', unmet)}。请先补齐。", RefusalKind.Conflict);
        if (step.Move == StageMove.Start) project.StartedOn = day;
        if (step.Move == StageMove.Complete) project.FinishedOn = day;
        if (step is { Move: StageMove.StepBack, To: Stage.Preparing }) project.StartedOn = null;
        if (step is { Move: StageMove.StepBack, To: Stage.Building }) project.FinishedOn = null;
        db.StageChanges.Add(new StageChange
        {
            ProjectId = project.Id,
            Move = step.Move,
            From = step.From,
            To = step.To,
            On = day,
            Why = turn.Said,
            ById = turn.Actor.AccountId,
        });
        // The row that it serves looks at the stage that it enters.
        project.Stage = step.To;
        await shares.FollowChangedAsync(current.Today, stop);
    }

    /// <summary>What the conditions of stages look at.</summary>
    internal async Task<StageFacts> FactsAsync(Project project, int year, CancellationToken stop)
    {
        var procedures = await db.Procedures.AsNoTracking().Where(p => p.ProjectId == project.Id).ToListAsync(stop);
        var done = await db.ProjectMonths.AsNoTracking()
            .Where(m => m.ProjectId == project.Id && m.State == ProjectMonthState.Accepted).Select(m => m.Done ?? 0).ToListAsync(stop);
        return new StageFacts(
            project, project.Years.Find(y => y.Year == year), procedures.Count, procedures.Count(p => !p.IsSettled), project.DoneBefore + done.Sum());
    }

    /// <summary>Sets the day of the leader's next visit; for the leader and those who coordinate.</summary>
    /// <exception cref="RefusalException">PER001, PRJ003, SYS001; PRJ014: a day that is over.</exception>
    public async Task SetVisitAsync(Actor actor, int id, int version, DateOnly? on, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProjects);
        var project = await db.Projects.FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw Missing();
        if (!actor.LeaderPosts.Contains(project.LeaderPostId ?? 0)) Permissions.Demand(actor, Permission.EditProjects);
        Versions.Demand(project.Version, version, "这个项目");
        if (on < current.Today) throw new RefusalException("PRJ014", "下次走访的日期已经过了，请填今天或以后的日期。") { Field = $"On-{id}" };
        project.NextVisit = on;
        await save.SaveAsync(actor, "安排走访", request: request, stop: stop);
    }

    internal static RefusalException Missing() => new("PRJ003", "没有这个项目。请从项目库重新进入。", RefusalKind.Missing);

    /// <summary>Tracked, with all its parts.</summary>
    internal async Task<Project> WholeAsync(int id, CancellationToken stop) =>
        await db.Projects.Include(p => p.Years).Include(p => p.Funds).Include(p => p.Nodes)
            .AsSplitQuery().FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw Missing();

    /// <summary>A project registered today in its early stage may have begun before: nobody knew it then.</summary>
    private static bool IsBackdated(StageMove move, Project project, DateOnly day) =>
        move == StageMove.Start && project.Stage == Stage.Preparing && (project.PlannedStart is null || day >= project.PlannedStart.Value.AddYears(-1));

    private async Task<Lead> LandedAsync(Actor actor, int id, CancellationToken stop)
    {
        var known = db.Leads.AllowedTo(db, PipelineFacts.Leads, actor, Permission.SeePipeline);
        var lead = await known.FirstOrDefaultAsync(l => l.Id == id, stop) ?? throw new RefusalException("PIP003", "没有这条线索。请从招商争取重新进入。", RefusalKind.Missing);
        LeadMoves.Table.After(lead.State, LeadMove.Enter);
        return lead;
    }
}
