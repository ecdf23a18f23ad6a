using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Projects;
using Maoding.Shared.Moves;
using Maoding.Storage;
using Maoding.Storage.Access;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Pipeline;

/// <summary>What a form says of a lead, as typed; the amount in 万元.</summary>
public sealed class LeadForm
{
    public int Version { get; set; } = 1;

    public string? Name { get; set; }

    public string? Investor { get; set; }

    public Sector Sector { get; set; } = Sector.Industry;

    public string? Amount { get; set; }

    public int? UnitId { get; set; }

    public int? LeaderPostId { get; set; }

    public string? Origin { get; set; }

    public string? Note { get; set; }

    public string? NextStep { get; set; }

    public DateOnly? NextOn { get; set; }

    /// <summary>Kept among its readers.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>Posts that may know of it beside those who work on it.</summary>
    public List<int> ReaderPosts { get; set; } = [];

    public static LeadForm Of(Lead lead, ReaderList? readers) => new()
    {
        IsRestricted = readers is not null,
        ReaderPosts = [.. readers?.Posts ?? []],
        Version = lead.Version,
        Name = lead.Name,
        Investor = lead.Investor,
        Sector = lead.Sector,
        Amount = lead.Amount == 0 ? "" : ProjectText.Plain(lead.Amount),
        UnitId = lead.UnitId,
        LeaderPostId = lead.LeaderPostId,
        Origin = lead.Origin,
        Note = lead.Note,
        NextStep = lead.NextStep,
        NextOn = lead.NextOn,
    };
}

/// <summary>招商、谋划线索: listed, entered, moved on.</summary>
public sealed class LeadService(MaodingContext db, AuditedSave save, MoveRunner moves, CurrentRequest current)
{
    /// <summary>Leads shown of one state.</summary>
    public const int Most = 200;

    private const int LongestText = 2000;

    /// <summary>Those the actor may see, the longest in their state first; none of the ended and entered ones unless asked for.</summary>
    /// <param name="most">At most so many.</param>
    public async Task<IReadOnlyList<Lead>> ListAsync(Actor actor, LeadState? state, int most, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeePipeline);
        var leads = Visible(actor);
        leads = state is { } one ? leads.Where(l => l.State == one) : leads.Where(l => l.State < LeadState.Entered);
        return await leads.OrderBy(l => l.State).ThenBy(l => l.Since).ThenBy(l => l.Id).Take(most).ToListAsync(stop);
    }

    /// <summary>How many of each state the actor may see.</summary>
    public async Task<IReadOnlyDictionary<LeadState, (int Count, decimal Amount)>> CountsAsync(Actor actor, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeePipeline);
        var leads = await Visible(actor).Select(l => new { l.State, l.Amount }).ToListAsync(stop);
        return leads.GroupBy(l => l.State).ToDictionary(g => g.Key, g => (g.Count(), g.Sum(l => l.Amount)));
    }

    /// <exception cref="RefusalException">PER001; PIP003: no such lead.</exception>
    public async Task<Lead> FindAsync(Actor actor, int id, CancellationToken stop)
    {
        var lead = await Known(actor).AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, stop) ?? throw Missing();
        Permissions.Demand(actor, Permission.SeePipeline, PipelineFacts.Leads.Of(lead));
        return lead;
    }

    /// <summary>Who alone may know of a lead; null: whoever may see leads.</summary>
    public Task<ReaderList?> ReadersAsync(int id, CancellationToken stop) => db.ReadersOfAsync(nameof(Lead), id, stop);

    /// <summary>The posts between which its readers can be chosen: the others see their own leads only.</summary>
    public IEnumerable<Post> PossibleReaders() =>
        current.Directory.Posts.Where(p => !p.IsClosed && Permissions.ScopeOf(p.Kind, Permission.SeePipeline) == Scope.All);

    /// <returns>The lead's key.</returns>
    /// <exception cref="RefusalException">PER001, PIP003, SYS001; PIP004: a field is wrong; PIP005: it has become a project.</exception>
    public async Task<int> SaveAsync(Actor actor, int? id, LeadForm form, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditPipeline);
        var lead = id is { } key ? await EditedAsync(actor, key, form.Version, stop) : new Lead { Name = "", FoundOn = current.Today, Since = current.Today };
        if (lead.State == LeadState.Entered) throw new RefusalException("PIP005", "这条线索已转为项目，请在项目页修改。", RefusalKind.Conflict);
        Apply(form, lead);
        // Nobody hands a lead to a unit that is not his.
        Permissions.Demand(actor, Permission.EditPipeline, AccessFacts.OfUnit(lead.UnitId));
        var readers = Readers(actor, form, lead);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (id is null)
        {
            db.Leads.Add(lead);
            await save.SaveWithinAsync(actor, "登记线索", request: request, stop: stop);
            request = null;
        }

        // A new lead has its key by now, and nobody has seen it.
        await db.SetReadersAsync(nameof(Lead), lead.Id, readers, stop);
        await save.SaveWithinAsync(actor, id is null ? "限定线索知悉范围" : "修改线索", request: request, stop: stop);
        await transaction.CommitAsync(stop);
        return lead.Id;
    }

    /// <summary>Moves a lead on; it becomes a project by the project's own form.</summary>
    /// <exception cref="RefusalException">PER001, PIP001, PIP003, SYS001; PIP006: no reason for ending it, or it is to become a project here.</exception>
    public Task<Transition> MoveAsync(Actor actor, MoveAsk ask, CancellationToken stop)
    {
        var course = new Course<Lead>(LeadMoves.Table.Keys)
        {
            Find = async (id, token) => await Known(actor).FirstOrDefaultAsync(l => l.Id == id, token) ?? throw Missing(),
            State = lead => lead.State.ToString(),
            Enter = (lead, state) => (lead.State, lead.Since) = (Enum.Parse<LeadState>(state), current.Today),
            Facts = (lead, _) => PipelineFacts.Leads.Of(lead),
            Happened = turn => turn.Thing.Reason = turn.Said,
        };
        return moves.MakeAsync(actor, course, ask, turn => turn.Step.MoveKey == nameof(LeadMove.Enter) ? throw ByItsForm() : Task.CompletedTask, stop);
    }

    internal static RefusalException Missing() => new("PIP003", "没有这条线索。请从招商争取重新进入。", RefusalKind.Missing);

    private Task<Lead> EditedAsync(Actor actor, int id, int version, CancellationToken stop) =>
        Known(actor).EditedAsync(actor, l => l.Id == id, version, PipelineFacts.Leads, "这条线索", Missing, stop);

    /// <summary>Without those that are kept among others: for these, there is no such lead.</summary>
    private IQueryable<Lead> Known(Actor actor) => db.Leads.KnownTo(db, actor, _ => nameof(Lead), l => l.Id);

    private IQueryable<Lead> Visible(Actor actor) => db.Leads.AsNoTracking().AllowedTo(db, PipelineFacts.Leads, actor, Permission.SeePipeline);

    /// <summary>The posts chosen, those who work on it, and whoever writes it.</summary>
    private ReaderList? Readers(Actor actor, LeadForm form, Lead lead)
    {
        if (!form.IsRestricted) return null;
        var possible = PossibleReaders().Select(p => p.Id).ToHashSet();
        if (form.ReaderPosts.Exists(p => !possible.Contains(p))) throw Refuse("ReaderPosts", "知悉范围：请从列出的岗位里选。");
        return new ReaderList([], [.. form.ReaderPosts.Union(actor.Posts.Select(p => p.PostId).Where(possible.Contains))]).With(PipelineFacts.Leads.Of(lead));
    }

    private void Apply(LeadForm form, Lead lead)
    {
        string Text(string field, string label, string? text, int most, bool isNeeded = false)
        {
            var words = text?.Trim() ?? "";
            if (isNeeded && words.Length == 0) throw Refuse(field, $"{label}：请填写。");
            return words.Length <= most ? words : throw Refuse(field, $"{label}：最多 {most} 个字，请删短。");
        }

        (lead.Name, lead.Investor, lead.Origin) =
            (Text("Name", "名称", form.Name, 200, isNeeded: true), Text("Investor", "投资方", form.Investor, 200), Text("Origin", "来源", form.Origin, 200));
        (lead.Note, lead.NextStep, lead.NextOn) = (Text("Note", "进展", form.Note, LongestText), Text("NextStep", "下一步", form.NextStep, 500), form.NextOn);
        if (!PipelineWriting.TryMoney(form.Amount, out var amount)) throw Refuse("Amount", $"意向投资：“{form.Amount}”应是以万元为单位的数，如 12000。");
        if (!Enum.IsDefined(form.Sector)) throw Refuse("Sector", "行业：请从列出的里面选。");
        if (current.Directory.Unit(form.UnitId) is not { IsClosed: false } unit) throw Refuse("UnitId", "跟进单位：请选一个在用的单位。");
        if (form.LeaderPostId is { } post && !current.Directory.Leaders.Any(p => p.Id == post)) throw Refuse("LeaderPostId", "牵头领导：请选一个在用的领导岗位。");
        (lead.Amount, lead.Sector, lead.UnitId, lead.LeaderPostId) = (amount, form.Sector, unit.Id, form.LeaderPostId);
    }

    private static RefusalException ByItsForm() => new("PIP006", "请用“转为项目”打开项目登记表，保存项目时线索随之入库。");

    private static RefusalException Refuse(string field, string words) => new("PIP004", words) { Field = $"Form.{field}" };
}
