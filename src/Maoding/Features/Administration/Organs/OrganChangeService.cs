using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>What a form says about a change.</summary>
/// <param name="Version">Of the unit or post as it was seen.</param>
/// <param name="Decision">Who decided, by what paper.</param>
/// <param name="Successors">Who takes over; the first of them whatever nothing else is said about.</param>
/// <param name="Groups">By a part's place: who takes over all of its things; 0: they go nowhere.</param>
/// <param name="Things">By place-thing: who takes over this one; 0: it goes nowhere.</param>
/// <param name="Leaves">Of a post that stays: whoever holds it leaves it the day before.</param>
public sealed record OrganChangeForm(
    OrganChangeKind Kind, int Version, DateOnly? On, string Decision, string Reason, IReadOnlyList<int> Successors,
    IReadOnlyDictionary<string, int> Groups, IReadOnlyDictionary<string, int> Things, bool Leaves = false);

/// <summary>
/// 机构变动: merging, splitting, closing and giving away, with everything that hangs on the unit or post handed over in one
/// transaction. Refusals: DIR002, DIR004 no such unit or post; DIR030 no decision or reason; DIR031 the day; DIR032 who takes over;
/// DIR033 nothing goes over, or something would stay behind; DIR005 nobody who could leave; DIR035 another change waits already.
/// </summary>
public sealed class OrganChangeService(
    MaodingContext db, AuditedSave save, DirectorySave directory, Hanging hanging, UnitService units, PlannedChanges plans, CurrentRequest current)
{
    private const int LongestReason = 500;
    private const int LongestDecision = 200;

    /// <returns>How many things were handed over; null: it waits for its day.</returns>
    /// <exception cref="RefusalException">See the class; PER001, SYS001.</exception>
    public async Task<int?> ChangeUnitAsync(Actor actor, int id, OrganChangeForm form, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ChangeOrgans);
        var unit = await UnitAsync(id, stop);
        Versions.Demand(unit.Version, form.Version);
        CheckUnit(unit, form);
        if (form.On > current.Today) return await PlanAsync(actor, new PlannedChange { UnitId = id }, form, once, stop);
        var change = await StageAsync(actor, unit, form, stop);
        await directory.SaveAsync(actor, "机构变动", change.Reason, once, stop);
        return change.Things.Count;
    }

    /// <returns>How many things were handed over; null: it waits for its day.</returns>
    /// <exception cref="RefusalException">See the class; PER001, SYS001.</exception>
    public async Task<int?> ChangePostAsync(Actor actor, int id, OrganChangeForm form, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ChangeOrgans);
        var post = await PostAsync(id, stop);
        Versions.Demand(post.Version, form.Version);
        CheckPost(post, form);
        if (form.On > current.Today) return await PlanAsync(actor, new PlannedChange { PostId = id }, form, once, stop);
        var change = await StageAsync(actor, post, form, stop);
        await directory.SaveAsync(actor, "岗位移交", change.Reason, once, stop);
        return change.Things.Count;
    }

    /// <summary>What was decided ahead, on its day or after it, with whatever hangs on the unit or post by now.</summary>
    /// <returns>False when it was carried out or withdrawn already.</returns>
    /// <exception cref="RefusalException">See the class; DIR001; SYS001: somebody else was first.</exception>
    internal async Task<bool> CarryOutAsync(int plannedId, CancellationToken stop)
    {
        var planned = await db.PlannedChanges.SingleAsync(p => p.Id == plannedId, stop);
        if (planned.State != PlannedState.Pending || planned.On > current.Today) return false;
        // The log says who decided, and that the program did it.
        var actor = Actor.System with { AccountId = planned.DecidedById, Name = $"{Actor.System.Name}（按已登记的决定）" };
        if (planned.Kind == OrganChangeKind.Renamed) await units.RenameAsync(await UnitAsync(planned.UnitId!.Value, stop), planned, stop);
        else if (planned.UnitId is { } unitId) await StageAsync(actor, await UnitAsync(unitId, stop), Arrangement.FormOf(planned), stop);
        else await StageAsync(actor, await PostAsync(planned.PostId!.Value, stop), Arrangement.FormOf(planned), stop);
        (planned.State, planned.Trouble) = (PlannedState.Done, "");
        await directory.SaveAsync(actor, planned.UnitId is null ? "岗位移交" : "机构变动", planned.Reason, stop: stop);
        return true;
    }

    private async Task<int?> PlanAsync(Actor actor, PlannedChange planned, OrganChangeForm form, HandledRequest? once, CancellationToken stop)
    {
        (planned.Kind, planned.On, planned.Arrangement) = (form.Kind, form.On!.Value, Arrangement.Text(form));
        (planned.Decision, planned.Reason) = (form.Decision.Trim(), form.Reason.Trim());
        await plans.AddAsync(actor, planned, stop);
        await save.SaveAsync(actor, "登记待生效变动", planned.Reason, once, stop);
        return null;
    }

    private async Task<OrganChange> StageAsync(Actor actor, Unit unit, OrganChangeForm form, CancellationToken stop)
    {
        CheckUnit(unit, form);
        var change = Begin(form, unit.Name);
        (change.UnitId, change.ShortName, change.SuccessorUnitId) = (unit.Id, unit.ShortName, form.Successors.Select(s => (int?)s).FirstOrDefault());
        await HandOverAsync(actor, Bearer.Unit, unit.Id, form, change, stop);
        if (!change.Ends) return change;
        unit.IsClosed = true;
        // Those that went along are tracked with their new unit.
        var open = await db.Posts.Where(p => p.UnitId == unit.Id && !p.IsClosed).ToListAsync(stop);
        await EndPostsAsync(open.FindAll(p => p.UnitId == unit.Id), change.On, stop);
        await EndDivisionsAsync(d => d.UnitId == unit.Id, change.On, stop);
        return change;
    }

    private async Task<OrganChange> StageAsync(Actor actor, Post post, OrganChangeForm form, CancellationToken stop)
    {
        CheckPost(post, form);
        var change = Begin(form, post.Name);
        (change.PostId, change.SuccessorPostId) = (post.Id, form.Successors.Select(s => (int?)s).FirstOrDefault());
        await HandOverAsync(actor, Bearer.Post, post.Id, form, change, stop);
        if (form.Leaves && !change.Ends) await LeaveAsync(post, change.On, stop);
        if (!change.Ends) return change;
        await EndPostsAsync([post], change.On, stop);
        await EndDivisionsAsync(d => d.PostId == post.Id, change.On, stop);
        return change;
    }

    /// <summary>Whoever holds the post leaves it with what is handed over; the last day is the one before.</summary>
    private async Task LeaveAsync(Post post, DateOnly on, CancellationToken stop)
    {
        var term = await db.Tenures.SingleOrDefaultAsync(t => t.PostId == post.Id && t.From < on && (t.To == null || t.To >= on.AddDays(-1)), stop)
            ?? throw new RefusalException("DIR005", $"“{post.Name}”在{on:yyyy-MM-dd}前没有人在任，不能登记离任。请只办理移交，或者核对生效日期。") { Field = "On" };
        term.To = on.AddDays(-1);
    }

    private async Task<Unit> UnitAsync(int id, CancellationToken stop) => await db.Units.SingleOrDefaultAsync(u => u.Id == id, stop)
        ?? throw new RefusalException("DIR002", "没有这个单位。请从名录里重新进入。", RefusalKind.Missing);

    private async Task<Post> PostAsync(int id, CancellationToken stop) => await db.Posts.SingleOrDefaultAsync(p => p.Id == id, stop)
        ?? throw new RefusalException("DIR004", "没有这个岗位。请从名录里重新进入。", RefusalKind.Missing);

    private void CheckUnit(Unit unit, OrganChangeForm form)
    {
        if (unit.IsClosed) throw new RefusalException("DIR032", $"“{unit.ShortName}”已停用，不能再变动。", RefusalKind.Conflict);
        Check(form, unit.Id, to => current.Directory.Unit(to) is { IsClosed: false });
    }

    private void CheckPost(Post post, OrganChangeForm form)
    {
        if (post.IsClosed) throw new RefusalException("DIR032", $"“{post.Name}”已停用，不能再变动。", RefusalKind.Conflict);
        Check(form, post.Id, to => current.Directory.Post(to) is { IsClosed: false, Kind: PostKind.Leader });
    }

    private void Check(OrganChangeForm form, int id, Func<int, bool> isOpen)
    {
        if (form.Kind is OrganChangeKind.Renamed || !Enum.IsDefined(form.Kind)) throw new RefusalException("DIR032", "请选择变动方式。") { Field = "Kind" };
        if (form.Reason.Trim().Length is 0 or > LongestReason) throw new RefusalException("DIR030", $"请写明变动原因（{LongestReason}字以内）。") { Field = "Reason" };
        if (form.Decision.Trim().Length is 0 or > LongestDecision)
            throw new RefusalException("DIR030", $"请写明由谁决定、依据哪份文件（{LongestDecision}字以内），如“{current.Directory.Region.Own}委编委〔2026〕4号”。") { Field = "Decision" };
        if (form.On is not { } on) throw new RefusalException("DIR031", "请填生效日期。") { Field = "On" };
        if (DirectoryRules.OfDay(on, current.Today, "On") is { } fault) throw new RefusalException("DIR031", fault.Message) { Field = "On" };
        var named = form.Successors.Concat(form.Groups.Values).Concat(form.Things.Values).Where(to => to != 0 && to != id).Distinct().ToList();
        if (form.Successors.Contains(id) || !named.TrueForAll(to => isOpen(to)))
            throw new RefusalException("DIR032", "接收方应是在用的其他单位（岗位）。请重新选择。") { Field = "To" };
        var needed = form.Kind switch { OrganChangeKind.Closed => 0, OrganChangeKind.Split => 2, _ => 1 };
        if (form.Successors.Count < needed) throw new RefusalException("DIR032", needed == 2 ? "分设至少要有两个接收单位。" : "请选择由谁接收。") { Field = "To" };
    }

    private static OrganChange Begin(OrganChangeForm form, string name) =>
        new() { Kind = form.Kind, Name = name, On = form.On!.Value, Decision = form.Decision.Trim(), Reason = form.Reason.Trim() };

    private async Task HandOverAsync(Actor actor, Bearer bearer, int id, OrganChangeForm form, OrganChange change, CancellationToken stop)
    {
        var first = form.Successors.Select(s => (int?)s).FirstOrDefault();
        int? To(HandoverPart part, Borne thing)
        {
            // Posts and the division of work go along with a unit that ends, and stay with one that stays.
            var usual = change.Ends || part.Holds ? first : null;
            var chosen = form.Things.TryGetValue($"{part.Place}-{thing.Id}", out var own) ? own
                : form.Groups.TryGetValue($"{part.Place}", out var all) ? all : usual;
            return chosen is null or 0 ? null : chosen;
        }

        var (handed, held) = await hanging.StageAsync(new Handover(actor, bearer, id, change.On, change.Decision, change.Reason), To, stop);
        if (change.Ends && held > 0) throw new RefusalException("DIR033", $"还有 {held} 项没有接收方，撤销后将无人办理。请为它们选择接收方。") { Field = "To" };
        if (!change.Ends && !form.Leaves && handed.Count == 0) throw new RefusalException("DIR033", "没有要移交的事项。请选择哪些事项交给谁。") { Field = "To" };
        change.Things.AddRange(handed);
        db.OrganChanges.Add(change);
    }

    private async Task EndPostsAsync(List<Post> posts, DateOnly on, CancellationToken stop)
    {
        var keys = posts.ConvertAll(p => p.Id);
        foreach (var post in posts) (post.IsClosed, post.IsChief) = (true, false);
        foreach (var term in await db.Tenures.Where(t => keys.Contains(t.PostId) && (t.To == null || t.To >= on)).ToListAsync(stop))
        {
            if (term.From >= on) db.Tenures.Remove(term);
            else term.To = on.AddDays(-1);
        }
    }

    private async Task EndDivisionsAsync(Expression<Func<Division, bool>> of, DateOnly on, CancellationToken stop)
    {
        var open = await db.Divisions.Where(of).Where(d => d.To == null || d.To >= on).ToListAsync(stop);
        // Those that were handed over are tracked with their last day.
        foreach (var division in open.FindAll(d => d.To is null || d.To >= on))
        {
            if (division.From >= on) db.Divisions.Remove(division);
            else division.To = on.AddDays(-1);
        }
    }
}
