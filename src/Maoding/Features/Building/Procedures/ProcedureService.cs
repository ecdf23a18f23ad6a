using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Calendar;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Procedures;

/// <summary>Gives projects their procedures and writes down what became of each.</summary>
public sealed class ProcedureService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    private const int LongestWords = 200;

    /// <summary>Copies a template's steps into a project; steps of another template go, as long as nothing has happened to them.</summary>
    /// <exception cref="RefusalException">
    /// PER001; PRC006: no such template, or retired; PRC007: no such project; PRC008: no day; PRC010: something has happened to its procedures; SYS001.
    /// </exception>
    public async Task GiveAsync(Actor actor, int projectId, int version, int? templateId, DateOnly? from, HandledRequest? request, CancellationToken stop)
    {
        var project = await ProjectAsync(projectId, stop);
        Permissions.Demand(actor, Permission.RunProcedures, ProjectFacts.Of(project));
        Versions.Demand(project.Version, version, "这个项目");
        var template = await db.ProcedureTemplates.AsNoTracking().Include(t => t.Steps).SingleOrDefaultAsync(t => t.Id == templateId, stop);
        if (template is not { IsRetired: false }) throw new RefusalException("PRC006", "请选一个在用的手续模板。") { Field = "TemplateId" };
        var present = await db.Procedures.Where(p => p.ProjectId == projectId).ToListAsync(stop);
        if (present.Exists(p => p.IsSettled || p.AcceptedOn is not null) || await AskedAsync(present.ConvertAll(p => p.Id), stop))
            throw new RefusalException("PRC010", "这个项目的手续已经开始办理，不能换模板。请逐项增减。", RefusalKind.Conflict);
        // A number cannot be given again while it is there: rows that stay are written over.
        foreach (var gone in present.Where(p => template.Steps.TrueForAll(s => s.Order != p.Order))) db.Procedures.Remove(gone);
        foreach (var step in template.Steps)
        {
            if (present.Find(p => p.Order == step.Order) is not { } procedure)
                db.Procedures.Add(procedure = new Procedure { ProjectId = projectId, Order = step.Order, Name = "" });
            (procedure.Name, procedure.UnitId, procedure.After) = (step.Name, UnitOf(step.Function), step.After);
            (procedure.StatutoryDays, procedure.PromisedDays) = (step.StatutoryDays, step.PromisedDays);
        }

        (project.TemplateId, project.ProceduresFrom) = (template.Id, Day(from));
        await save.SaveAsync(actor, "套用手续模板", request: request, stop: stop);
    }

    /// <exception cref="RefusalException">PER001; PRC007: no such project; PRC008: no day; SYS001.</exception>
    public async Task SetStartAsync(Actor actor, int projectId, int version, DateOnly? from, HandledRequest? request, CancellationToken stop)
    {
        var project = await ProjectAsync(projectId, stop);
        Permissions.Demand(actor, Permission.RunProcedures, ProjectFacts.Of(project));
        Versions.Demand(project.Version, version, "这个项目");
        project.ProceduresFrom = Day(from);
        await save.SaveAsync(actor, "设定手续起算日期", request: request, stop: stop);
    }

    /// <exception cref="RefusalException">PER001; PRC007: no such procedure; PRC008: the day; PRC009: settled already; SYS001.</exception>
    public async Task AcceptAsync(Actor actor, int id, int version, DateOnly? on, HandledRequest? request, CancellationToken stop)
    {
        var procedure = await RunAsync(actor, id, version, stop);
        DemandOpen(procedure);
        procedure.AcceptedOn = ProcedureRules.PastDay(on, current.Today, "AcceptedOn", "受理日期");
        await save.SaveAsync(actor, "受理手续", request: request, stop: stop);
    }

    /// <exception cref="RefusalException">
    /// PER001; PRC007: no such procedure; PRC008: the day or the paper's number; PRC009: settled already; SYS001.
    /// </exception>
    public async Task FinishAsync(Actor actor, int id, int version, DateOnly? on, string? paper, HandledRequest? request, CancellationToken stop)
    {
        var procedure = await RunAsync(actor, id, version, stop);
        DemandOpen(procedure);
        var day = ProcedureRules.PastDay(on, current.Today, "FinishedOn", "办结日期");
        if (day < procedure.AcceptedOn) throw new RefusalException("PRC008", $"办结日期不能早于受理日期（{procedure.AcceptedOn:yyyy-MM-dd}）。") { Field = "FinishedOn" };
        (procedure.FinishedOn, procedure.Paper) = (day, (paper ?? "").Trim());
        if (procedure.Paper.Length > LongestWords) throw new RefusalException("PRC008", $"文号不超过 {LongestWords} 字。") { Field = "Paper" };
        await save.SaveAsync(actor, "办结手续", request: request, stop: stop);
    }

    /// <summary>Writes down the number of a paper that came after the end: a joint review finishes procedures without one.</summary>
    /// <exception cref="RefusalException">PER001; PRC007: no such procedure; PRC008: no number or too long; PRC009: not finished; SYS001.</exception>
    public async Task NumberAsync(Actor actor, int id, int version, string? paper, HandledRequest? request, CancellationToken stop)
    {
        var procedure = await RunAsync(actor, id, version, stop);
        if (procedure.FinishedOn is null) throw new RefusalException("PRC009", "这项手续还没有办结，请在登记办结时填文号。", RefusalKind.Conflict);
        var words = (paper ?? "").Trim();
        if (words.Length is 0 or > LongestWords) throw new RefusalException("PRC008", $"请填批复文号（{LongestWords} 字以内）。") { Field = "Paper" };
        procedure.Paper = words;
        await save.SaveAsync(actor, "补填批复文号", request: request, stop: stop);
    }

    /// <exception cref="RefusalException">PER001; PRC007: no such procedure; PRC009: settled already; PRC011: no reason; SYS001.</exception>
    public async Task WaiveAsync(Actor actor, int id, int version, string? why, HandledRequest? request, CancellationToken stop)
    {
        var procedure = await RunAsync(actor, id, version, stop, own: true);
        DemandOpen(procedure);
        procedure.Waived = Why(why, "为什么不需要办理");
        await save.SaveAsync(actor, "免办手续", procedure.Waived, request, stop);
    }

    /// <summary>Takes back the last thing that was entered: finished, waived or accepted.</summary>
    /// <exception cref="RefusalException">PER001; PRC007: no such procedure; PRC009: nothing was entered; PRC011: no reason; SYS001.</exception>
    public async Task UndoAsync(Actor actor, int id, int version, string? why, HandledRequest? request, CancellationToken stop)
    {
        var procedure = await RunAsync(actor, id, version, stop);
        var reason = Why(why, "为什么撤回");
        if (procedure.FinishedOn is not null) (procedure.FinishedOn, procedure.Paper) = (null, "");
        else if (procedure.Waived.Length > 0) procedure.Waived = "";
        else if (procedure.AcceptedOn is not null) procedure.AcceptedOn = null;
        else throw new RefusalException("PRC009", "这项手续还没有登记过受理、办结或免办，没有可撤回的。", RefusalKind.Conflict);
        await save.SaveAsync(actor, "撤回手续登记", reason, request, stop);
    }

    /// <summary>Adds a procedure to a project.</summary>
    /// <exception cref="RefusalException">PER001; PRC001–PRC003: the network would be wrong; PRC005: a value; PRC007: no such project.</exception>
    public async Task AddAsync(Actor actor, int projectId, TypedProcedure typed, HandledRequest? request, CancellationToken stop)
    {
        var project = await ProjectAsync(projectId, stop);
        Permissions.Demand(actor, Permission.RunProcedures, ProjectFacts.Of(project));
        var all = await db.Procedures.Where(p => p.ProjectId == projectId).ToListAsync(stop);
        if (all.Count >= ProcedureRules.Most) throw ProcedureRules.Refuse("Name", $"一个项目最多 {ProcedureRules.Most} 项手续。");
        var added = new Procedure { ProjectId = projectId, Name = "" };
        Put(added, typed);
        Check(project, [.. all, added]);
        db.Procedures.Add(added);
        project.ProceduresFrom ??= current.Today;
        await save.SaveAsync(actor, "增加手续", request: request, stop: stop);
    }

    /// <summary>Changes a procedure; what needs it by its number goes along.</summary>
    /// <exception cref="RefusalException">PER001; PRC001–PRC003: the network would be wrong; PRC005: a value; PRC007: no such procedure; SYS001.</exception>
    public async Task EditAsync(Actor actor, int id, int version, TypedProcedure typed, HandledRequest? request, CancellationToken stop)
    {
        var procedure = await RunAsync(actor, id, version, stop, own: true);
        var project = await ProjectAsync(procedure.ProjectId, stop);
        var all = await db.Procedures.Where(p => p.ProjectId == project.Id).ToListAsync(stop);
        var before = procedure.Order;
        Put(procedure, typed);
        if (all.Exists(p => p != procedure && p.Order == procedure.Order))
            throw new RefusalException("PRC002", $"已经有第 {procedure.Order} 项。请换一个序号。") { Field = "Order" };
        if (before != procedure.Order)
            foreach (var other in all.Where(p => Procedure.Orders(p.After).Contains(before)))
                other.After = string.Join(',', Procedure.Orders(other.After).Select(o => o == before ? procedure.Order : o).Order());
        Check(project, all);
        await save.SaveAsync(actor, "修改手续", request: request, stop: stop);
    }

    /// <summary>Removes what nothing has happened to and nothing needs; else it is to be waived.</summary>
    /// <exception cref="RefusalException">PER001; PRC007: no such procedure; PRC012: it is needed or something has happened to it; SYS001.</exception>
    /// <returns>The project's key.</returns>
    public async Task<int> RemoveAsync(Actor actor, int id, int version, HandledRequest? request, CancellationToken stop)
    {
        var procedure = await RunAsync(actor, id, version, stop, own: true);
        var others = await db.Procedures.AsNoTracking().Where(p => p.ProjectId == procedure.ProjectId && p.Id != id).ToListAsync(stop);
        if (others.Find(p => Procedure.Orders(p.After).Contains(procedure.Order)) is { } needs)
            throw new RefusalException("PRC012", $"第 {needs.Order} 项“{needs.Name}”的前置手续里有它。请先改那一项，或者把这一项登记为不需办理。", RefusalKind.Conflict);
        if (procedure.AcceptedOn is not null || procedure.IsSettled || await AskedAsync([id], stop))
            throw new RefusalException("PRC012", "这项手续已经登记过或者正在联审，不能删除。不需要办的请登记为不需办理。", RefusalKind.Conflict);
        db.Procedures.Remove(procedure);
        await save.SaveAsync(actor, "删除手续", request: request, stop: stop);
        return procedure.ProjectId;
    }

    private static void DemandOpen(Procedure procedure)
    {
        if (procedure.IsSettled)
            throw new RefusalException("PRC009", procedure.Waived.Length > 0 ? "这项手续已登记为不需办理。要办请先撤回。" : "这项手续已经办结。登记错了请先撤回。", RefusalKind.Conflict);
    }

    private static string Why(string? typed, string asked)
    {
        var why = (typed ?? "").Trim();
        return why.Length is 0 or > LongestWords ? throw new RefusalException("PRC011", $"请写明{asked}（{LongestWords} 字以内）。") { Field = "Why" } : why;
    }

    private void Put(Procedure procedure, TypedProcedure typed)
    {
        ProcedureRules.Check(typed, "");
        if (typed.UnitId is not null && current.Directory.Unit(typed.UnitId) is not { IsClosed: false } && typed.UnitId != procedure.UnitId)
            throw ProcedureRules.Refuse("UnitId", "请选一个在用的单位。");
        (procedure.Order, procedure.Name, procedure.UnitId) = (typed.Order!.Value, typed.Name!.Trim(), typed.UnitId);
        (procedure.StatutoryDays, procedure.PromisedDays, procedure.After) =
            (typed.StatutoryDays!.Value, typed.PromisedDays!.Value, ProcedureRules.After(typed.After, "After"));
    }

    private void Check(Project project, IEnumerable<Procedure> all) =>
        _ = Network.Of(all.Select(Activity.Of), project.ProceduresFrom ?? current.Today, current.Today, current.Directory.Calendar).Earliest;

    private DateOnly Day(DateOnly? from) => from is { } day && WorkAxis.Covers(day) && day <= current.Today.AddYears(5)
        ? day
        : throw new RefusalException("PRC008", "请填手续从哪一天起办，不晚于五年以后。") { Field = "From" };

    /// <summary>The first open unit in official order that has the function; null when none has.</summary>
    private int? UnitOf(string function) => current.Directory.OpenUnits.FirstOrDefault(u => u.FunctionNames.Contains(function))?.Id;

    private Task<bool> AskedAsync(List<int> ids, CancellationToken stop) => db.ReviewAnswers.AnyAsync(a => ids.Contains(a.ProcedureId!.Value), stop);

    private async Task<Project> ProjectAsync(int id, CancellationToken stop) =>
        await db.Projects.SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw ProcedureRules.MissingProject();

    /// <param name="own">Only for those who run the project; else for the unit that decides the procedure too.</param>
    private async Task<Procedure> RunAsync(Actor actor, int id, int version, CancellationToken stop, bool own = false)
    {
        var procedure = await db.Procedures.SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw ProcedureRules.MissingProcedure();
        var project = await db.Projects.AsNoTracking().SingleAsync(p => p.Id == procedure.ProjectId, stop);
        Permissions.Demand(actor, Permission.RunProcedures, own ? ProjectFacts.Of(project) : ProcedureRules.FactsOf(project, procedure));
        Versions.Demand(procedure.Version, version, "这项手续");
        return procedure;
    }
}
