using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Projects;
using Maoding.Shared;
using Maoding.Shared.Moves;
using Maoding.Storage;
using Maoding.Storage.Access;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Pipeline;

/// <summary>What a form says of a matter, as typed; sums in 万元.</summary>
public sealed class SoughtForm
{
    public int Version { get; set; } = 1;

    public string? Name { get; set; }

    public SoughtKind Kind { get; set; } = SoughtKind.Funds;

    public string? Authority { get; set; }

    public int? UnitId { get; set; }

    public string? Amount { get; set; }

    public DateOnly? WindowOpens { get; set; }

    public DateOnly? WindowCloses { get; set; }

    /// <summary>Code of the project it is for.</summary>
    public string? ProjectCode { get; set; }

    public static SoughtForm Of(SoughtMatter matter, string projectCode) => new()
    {
        Version = matter.Version,
        Name = matter.Name,
        Kind = matter.Kind,
        Authority = matter.Authority,
        UnitId = matter.UnitId,
        Amount = ProjectText.Plain(matter.Amount),
        WindowOpens = matter.WindowOpens,
        WindowCloses = matter.WindowCloses,
        ProjectCode = projectCode,
    };
}

/// <summary>A matter with the project it is for.</summary>
public sealed record SoughtLine(SoughtMatter Matter, string? ProjectCode, string? ProjectName);

/// <summary>向上争取: listed by the day on which the window closes, entered, moved on.</summary>
public sealed class SoughtService(MaodingContext db, AuditedSave save, MoveRunner moves, CurrentRequest current)
{
    /// <summary>Matters shown at once.</summary>
    public const int Most = 200;

    /// <summary>Those the actor may see; what is being prepared first, by the closing of its window.</summary>
    public async Task<IReadOnlyList<SoughtLine>> ListAsync(Actor actor, SoughtState? state, SoughtKind? kind, int? unit, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeePipeline);
        var matters = db.SoughtMatters.AsNoTracking().AllowedTo(db, PipelineFacts.Matters, actor, Permission.SeePipeline);
        if (state is { } one) matters = matters.Where(m => m.State == one);
        if (kind is { } only) matters = matters.Where(m => m.Kind == only);
        if (unit is { } id)
        {
            var handed = db.HandedByUnit<SoughtMatter>(id);
            matters = matters.Where(m => m.UnitId == id || handed.Contains(m.Id));
        }

        return await (from m in matters
                      from p in db.Projects.Where(p => p.Id == m.ProjectId).DefaultIfEmpty()
                      orderby m.State, m.WindowCloses, m.Id
                      select new SoughtLine(m, p.Code, p.Name)).Take(Most).ToListAsync(stop);
    }

    /// <exception cref="RefusalException">PER001; PIP007: no such matter.</exception>
    public async Task<SoughtLine> FindAsync(Actor actor, int id, CancellationToken stop)
    {
        var matter = await db.SoughtMatters.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, stop) ?? throw Missing();
        Permissions.Demand(actor, Permission.SeePipeline, PipelineFacts.Matters.Of(matter));
        var project = await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == matter.ProjectId, stop);
        return new SoughtLine(matter, project?.Code, project?.Name);
    }

    /// <returns>The matter's key.</returns>
    /// <exception cref="RefusalException">PER001, PIP007, SYS001; PIP008: a field is wrong.</exception>
    public async Task<int> SaveAsync(Actor actor, int? id, SoughtForm form, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditPipeline);
        var matter = id is { } key ? await EditedAsync(actor, key, form.Version, stop) : new SoughtMatter { Name = "" };
        await ApplyAsync(form, matter, stop);
        // Nobody hands a matter to a unit that is not his.
        Permissions.Demand(actor, Permission.EditPipeline, PipelineFacts.Matters.Of(matter));
        if (id is null) db.SoughtMatters.Add(matter);
        await save.SaveAsync(actor, id is null ? "登记争取事项" : "修改争取事项", request: request, stop: stop);
        return matter.Id;
    }

    /// <param name="on">When it happened; null: today.</param>
    /// <param name="granted">万元, as typed.</param>
    /// <exception cref="RefusalException">PER001, PIP002, PIP007, SYS001; PIP009: the day, the sum or the words of the move.</exception>
    public Task<Transition> MoveAsync(Actor actor, MoveAsk ask, DateOnly? on, string? granted, CancellationToken stop)
    {
        var course = new Course<SoughtMatter>(SoughtMoves.Table.Keys)
        {
            Find = async (id, token) => await db.SoughtMatters.FindAsync([id], token) ?? throw Missing(),
            State = matter => matter.State.ToString(),
            Enter = (matter, state) => matter.State = Enum.Parse<SoughtState>(state),
            Facts = (matter, _) => PipelineFacts.Matters.Of(matter),
        };
        return moves.MakeAsync(actor, course, ask, turn => { Decide(turn, on ?? current.Today, granted); return Task.CompletedTask; }, stop);
    }

    private void Decide(Turn<SoughtMatter> turn, DateOnly day, string? typed)
    {
        var (matter, move) = (turn.Thing, ((Transition<SoughtState, SoughtMove>)turn.Step).Move);
        if (day > current.Today || (move is SoughtMove.Win or SoughtMove.Refuse && day < matter.FiledOn)) throw Wrong($"On-{move}", "日期应在申报以后、今天以前。");
        if (!PipelineWriting.TryMoney(typed, out var granted)) throw Wrong("Granted", $"获批金额“{typed}”应是以万元为单位的数，如 3000。");
        if (move == SoughtMove.File) matter.FiledOn = day;
        if (move is SoughtMove.Win or SoughtMove.Refuse or SoughtMove.Drop) (matter.DecidedOn, matter.Result) = (day, turn.Said);
        if (move == SoughtMove.Win) matter.Granted = string.IsNullOrWhiteSpace(typed) ? null : granted;
        if (move == SoughtMove.TakeUp) (matter.FiledOn, matter.DecidedOn, matter.Granted) = (null, null, null);
    }

    private Task<SoughtMatter> EditedAsync(Actor actor, int id, int version, CancellationToken stop) =>
        db.SoughtMatters.EditedAsync(actor, m => m.Id == id, version, PipelineFacts.Matters, "这个争取事项", Missing, stop);

    private static RefusalException Missing() => new("PIP007", "没有这个争取事项。请从向上争取重新进入。", RefusalKind.Missing);

    private async Task ApplyAsync(SoughtForm form, SoughtMatter matter, CancellationToken stop)
    {
        var (name, authority, code) = (form.Name?.Trim() ?? "", form.Authority?.Trim() ?? "", form.ProjectCode?.Trim() ?? "");
        if (name.Length is 0 or > 200) throw Refuse("Name", "事项：请填写，不超过 200 个字。");
        if (authority.Length > 200) throw Refuse("Authority", "争取对象：最多 200 个字，请删短。");
        if (!Enum.IsDefined(form.Kind)) throw Refuse("Kind", "类别：请从列出的里面选。");
        if (current.Directory.Unit(form.UnitId) is not { IsClosed: false } unit) throw Refuse("UnitId", "责任单位：请选一个在用的单位。");
        if (!PipelineWriting.TryMoney(form.Amount, out var amount)) throw Refuse("Amount", $"争取金额：“{form.Amount}”应是以万元为单位的数，如 3000。");
        if (form.WindowCloses is not { } closes) throw Refuse("WindowCloses", "窗口关闭：请填能申报的最后一天。");
        if (form.WindowOpens > closes) throw Refuse("WindowCloses", "窗口关闭：不能早于窗口开启。");
        var project = code.Length == 0 ? null : await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, stop)
            ?? throw Refuse("ProjectCode", $"项目库里没有编号 {code} 的项目。请核对，或先留空。");
        (matter.Name, matter.Kind, matter.Authority, matter.UnitId) = (name, form.Kind, authority, unit.Id);
        (matter.Amount, matter.WindowOpens, matter.WindowCloses, matter.ProjectId) =
            (string.IsNullOrWhiteSpace(form.Amount) ? null : amount, form.WindowOpens, closes, project?.Id);
    }

    private static RefusalException Refuse(string field, string words) => new("PIP008", words) { Field = $"Form.{field}" };

    private static RefusalException Wrong(string field, string words) => new("PIP009", words) { Field = field };
}
