using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Procedures;
using Maoding.Features.Administration.Organs;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Procedures;

/// <summary>Which procedures come before building, by type of project.</summary>
public sealed class TemplateService(MaodingContext db, AuditedSave save, FunctionNames functions, CurrentRequest current)
{
    private const int LongestName = 100;
    private const int LongestNote = 500;

    /// <summary>With their steps, those in use before those retired.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<IReadOnlyList<ProcedureTemplate>> ListAsync(Actor actor, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProjects);
        return await db.ProcedureTemplates.AsNoTracking().Include(t => t.Steps.OrderBy(s => s.Order))
            .OrderBy(t => t.IsRetired).ThenBy(t => t.Id).ToListAsync(stop);
    }

    /// <summary>Null when there is none.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    public Task<ProcedureTemplate?> FindAsync(Actor actor, int id, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProjects);
        return db.ProcedureTemplates.AsNoTracking().Include(t => t.Steps.OrderBy(s => s.Order)).SingleOrDefaultAsync(t => t.Id == id, stop);
    }

    /// <summary>Adds the starting templates whose names are not there.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<int> FillAsync(Actor actor, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditTemplates);
        var names = await db.ProcedureTemplates.Select(t => t.Name).ToListAsync(stop);
        var missing = TemplateCatalogue.All().Where(t => !names.Contains(t.Name)).ToList();
        db.ProcedureTemplates.AddRange(missing);
        await save.SaveAsync(actor, "放入起始手续模板", request: request, stop: stop);
        return missing.Count;
    }

    /// <summary>Writes a template; a step without a name is left out.</summary>
    /// <param name="id">0: a new one.</param>
    /// <returns>The template's key.</returns>
    /// <exception cref="RefusalException">
    /// PER001; PRC001–PRC003: the network is wrong; PRC004: its name; PRC005: a step; PRC006: no such template; SYS001.
    /// </exception>
    public async Task<int> SaveAsync(
        Actor actor, int id, int version, string? name, string? note, IReadOnlyList<TypedProcedure> typed, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditTemplates);
        var template = id == 0 ? db.ProcedureTemplates.Add(new ProcedureTemplate { Name = "" }).Entity : await TrackAsync(id, stop);
        if (id != 0) Versions.Demand(template.Version, version, "这个模板");
        template.Name = (name ?? "").Trim();
        template.Note = (note ?? "").Trim();
        if (template.Name.Length is 0 or > LongestName) throw new RefusalException("PRC004", $"模板名称填 1 至 {LongestName} 字。") { Field = "Name" };
        if (template.Note.Length > LongestNote) throw new RefusalException("PRC004", $"说明不超过 {LongestNote} 字。") { Field = "Note" };
        if (await db.ProcedureTemplates.AnyAsync(t => t.Id != template.Id && t.Name == template.Name, stop))
            throw new RefusalException("PRC004", $"已经有“{template.Name}”。请换一个名称。") { Field = "Name" };
        PutSteps(template, typed);
        // Refuses circles, needs that are not there, and numbers given twice.
        _ = Network.Of(template.Steps.Select(Activity.Of), current.Today, current.Today, current.Directory.Calendar).Earliest;
        await save.SaveAsync(actor, id == 0 ? "新增手续模板" : "修改手续模板", request: request, stop: stop);
        return template.Id;
    }

    /// <summary>A retired template is given to no more projects; those that have it keep their procedures.</summary>
    /// <exception cref="RefusalException">PER001; PRC006: no such template; SYS001.</exception>
    public async Task RetireAsync(Actor actor, int id, int version, bool retired, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditTemplates);
        var template = await TrackAsync(id, stop);
        Versions.Demand(template.Version, version, "这个模板");
        template.IsRetired = retired;
        await save.SaveAsync(actor, retired ? "停用手续模板" : "恢复手续模板", request: request, stop: stop);
    }

    internal static RefusalException Missing() => new("PRC006", "没有这个手续模板。请从模板页重新进入。", RefusalKind.Missing);

    private async Task<ProcedureTemplate> TrackAsync(int id, CancellationToken stop) =>
        await db.ProcedureTemplates.Include(t => t.Steps).SingleOrDefaultAsync(t => t.Id == id, stop) ?? throw Missing();

    /// <summary>Steps are told by their numbers, so that none takes the number of another while both are there.</summary>
    private void PutSteps(ProcedureTemplate template, IReadOnlyList<TypedProcedure> typed)
    {
        var wanted = typed.Select((t, i) => (Typed: t, Prefix: $"Steps[{i}].")).Where(t => !t.Typed.IsEmpty).ToList();
        if (wanted.Count is 0 or > ProcedureRules.Most) throw ProcedureRules.Refuse("Steps[0].Name", $"请至少写一项手续，最多 {ProcedureRules.Most} 项。");
        foreach (var (step, prefix) in wanted) ProcedureRules.Check(step, prefix);
        var orders = wanted.Select(w => w.Typed.Order!.Value).ToList();
        if (orders.GroupBy(o => o).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice) throw new RefusalException("PRC002", $"有两项手续都是第 {twice} 项。请改其中一项的序号。");
        template.Steps.RemoveAll(s => !orders.Contains(s.Order));
        foreach (var (given, prefix) in wanted)
        {
            if (template.Steps.Find(s => s.Order == given.Order) is not { } step)
                template.Steps.Add(step = new TemplateStep { Order = given.Order!.Value, Name = "" });
            var function = functions.Clean(given.Function ?? "", out var unknown);
            if (unknown is not null) throw ProcedureRules.Refuse($"{prefix}Function", $"第 {given.Order} 项：没有“{unknown}”这个职能。请从列表里选。");
            (step.Name, step.Function, step.After) = (given.Name!.Trim(), function, ProcedureRules.After(given.After, $"{prefix}After"));
            (step.StatutoryDays, step.PromisedDays) = (given.StatutoryDays!.Value, given.PromisedDays!.Value);
        }
    }
}
