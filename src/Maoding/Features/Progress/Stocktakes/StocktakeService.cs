using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Settling;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>A decision as it was typed; all empty: none.</summary>
public sealed class TypedStep
{
    public string? Text { get; set; }

    public int? UnitId { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>The row it serves; null for the whole.</summary>
    public int? RowId { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && UnitId is null && Due is null;
}

/// <summary>Decisions of a leader's or a theme's half-hour, and what became of them.</summary>
public sealed class StocktakeService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    private const int LongestWords = 500;

    /// <summary>Stands for a stocktake that gets its key when it is saved.</summary>
    private const int NewId = -1;

    /// <summary>Writes decisions down; those of one day belong to one stocktake.</summary>
    /// <exception cref="RefusalException">
    /// PER001; STK001: not one's own half-hour; STK002: no such leader or theme; STK003–STK005: a decision is incomplete; STK006: nothing was typed.
    /// </exception>
    public async Task DecideAsync(
        Actor actor, Plan plan, Subject subject, IReadOnlyList<TypedStep> typed, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.HoldStocktake);
        if (Permissions.ScopeOf(actor, Permission.HoldStocktake) != Scope.All && subject.LeaderPostId is { } post && !actor.LeaderPosts.Contains(post))
            throw new RefusalException("STK001", "这是另一位领导的调度会，议定事项由他本人或督查室录入。", RefusalKind.Forbidden);
        if (!IsThere(plan, subject)) throw new RefusalException("STK002", "没有这位领导或这个专题。请从“调度会”栏目进入。", RefusalKind.Missing);
        List<TypedStep> steps = [.. typed.Where(t => !t.IsEmpty)];
        if (steps.Count == 0) throw new RefusalException("STK006", "请至少写一条议定事项。") { Field = "Steps[0].Text" };
        var rows = steps.Select(s => s.RowId).OfType<int>().Distinct().ToList();
        var known = await db.Commitments.Where(c => rows.Contains(c.Id) && c.PlanId == plan.Id && c.State >= CommitmentState.Issued).CountAsync(stop);
        if (known < rows.Count) throw new RefusalException("STK002", "所选的任务不在台账里。请刷新页面重新选择。", RefusalKind.Conflict);
        for (var i = 0; i < typed.Count; i++)
            if (!typed[i].IsEmpty) Check(typed[i], i);
        var held = await db.Stocktakes.FirstOrDefaultAsync(
            s => s.PlanId == plan.Id && s.HeldOn == current.Today && s.LeaderPostId == subject.LeaderPostId && s.ThemeId == subject.ThemeId, stop);
        if (held is null)
        {
            held = new Stocktake
            {
                Id = NewId,
                PlanId = plan.Id,
                HeldOn = current.Today,
                LeaderPostId = subject.LeaderPostId,
                ThemeId = subject.ThemeId,
                HeldById = actor.AccountId,
            };
            db.Add(held).Property(s => s.Id).IsTemporary = true;
        }

        db.NextSteps.AddRange(steps.Select(
            s => new NextStep { StocktakeId = held.Id, CommitmentId = s.RowId, Text = s.Text!.Trim(), UnitId = s.UnitId!.Value, Due = s.Due!.Value }));
        await save.SaveAsync(actor, "记录议定事项", request: request, stop: stop);
    }

    /// <summary>The unit says what was done about a decision.</summary>
    /// <exception cref="RefusalException">
    /// PER001; STK001: another unit's; STK002: no such decision; STK007: nothing was said; STK008: done already; SYS001: changed in between.
    /// </exception>
    public async Task AnswerAsync(Actor actor, int stepId, int version, string result, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.AnswerNextStep);
        var step = await db.NextSteps.SingleOrDefaultAsync(s => s.Id == stepId, stop) ?? throw MissingStep();
        DemandOwn(actor, step);
        if (step.DoneOn is not null) throw new RefusalException("STK008", "这一条已经报过办结。请刷新页面查看。", RefusalKind.Conflict);
        Versions.Demand(step.Version, version, "这一条");
        if (result.Trim().Length is 0 or > LongestWords * 2) throw new RefusalException("STK007", "请写明办理情况（1000 字以内）。") { Field = "Result" };
        (step.DoneOn, step.Result) = (current.Today, result.Trim());
        await save.SaveAsync(actor, "办结议定事项", request: request, stop: stop);
    }

    internal static void DemandOwn(Actor actor, NextStep step)
    {
        if (!actor.Units.Contains(step.UnitId)) throw new RefusalException("STK001", "这一条由别的单位办理，请用那个单位的账号登录。", RefusalKind.Forbidden);
    }

    internal static RefusalException MissingStep() => new("STK002", "没有这一条议定事项。请从“议定事项”栏目进入。", RefusalKind.Missing);

    private bool IsThere(Plan plan, Subject subject) => subject.LeaderPostId is { } post
        ? current.Directory.Post(post) is { Kind: PostKind.Leader }
        : current.Directory.Ledger.Themes(plan.Id).Any(t => t.Id == subject.ThemeId);

    private void Check(TypedStep step, int index)
    {
        if (string.IsNullOrWhiteSpace(step.Text) || step.Text.Trim().Length > LongestWords)
            throw new RefusalException("STK003", $"第 {index + 1} 条：请写明议定的事（500 字以内）。") { Field = $"Steps[{index}].Text" };
        if (current.Directory.Unit(step.UnitId) is not { IsClosed: false })
            throw new RefusalException("STK004", $"第 {index + 1} 条：请选负责的单位。") { Field = $"Steps[{index}].UnitId" };
        if (step.Due is null || step.Due < current.Today)
            throw new RefusalException("STK005", $"第 {index + 1} 条：请写完成日期，不能早于今天。") { Field = $"Steps[{index}].Due" };
    }
}
