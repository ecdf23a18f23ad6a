using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Checking;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Issuing;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Amending;

/// <summary>Why an issued row changes.</summary>
/// <param name="Reason">At most 500 characters.</param>
/// <param name="Decision">Who decided and by what paper: 区委常委会会议纪要〔2026〕6号; at most 200 characters.</param>
/// <param name="DecidedOn">Not later than the business date; refused when it is missing.</param>
public sealed record AmendGrounds(string Reason, string Decision, DateOnly? DecidedOn);

/// <summary>A row of the ledger with what it is to be.</summary>
/// <param name="Version">Of the row as it was seen.</param>
public sealed record AmendOptions(int RowId, int Version, RowValues Values, AmendGrounds Grounds);

/// <summary>A row that is to be stopped, with its leaves.</summary>
public sealed record StopOptions(int RowId, int Version, AmendGrounds Grounds);

/// <summary>The only way in which issued rows change.</summary>
public sealed class AmendService(MaodingContext db, AuditedSave save, CheckService checks, CurrentRequest current, TimeProvider clock)
{
    /// <summary>Changes the values of an issued row and keeps what it was.</summary>
    /// <exception cref="RefusalException">AMD001–AMD008, AMD010, LED010–LED021; SYS001: changed in between.</exception>
    public async Task AmendAsync(Actor actor, AmendOptions options, HandledRequest? request = null, CancellationToken stop = default)
    {
        Check(options.Grounds);
        var family = await FamilyAsync(actor, options.RowId, options.Version, stop);
        var row = family.Single(r => r.Id == options.RowId);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == row.PlanId, stop);
        options.Values.Check(plan.Year);
        var before = RowValues.Of(row);
        var differences = await DifferencesAsync(row, before, options.Values, stop);
        if (differences.Count == 0) throw new RefusalException("AMD003", "内容没有变化，不用调整。请先改好要调整的地方。");
        DemandNoWorse(plan.Year, family, row, options.Values);
        options.Values.ApplyTo(row);
        Record(actor, row, RowDifference.Lines(differences), options.Grounds).BroughtIn
            .AddRange(options.Values.UnitIds.Except(before.UnitIds).Select(id => new AmendedUnit { UnitId = id }));
        await save.SaveAsync(actor, "调整任务", options.Grounds.Reason, request, stop);
    }

    /// <summary>Stops an issued row by decision; its leaves stop with it.</summary>
    /// <exception cref="RefusalException">AMD001–AMD006, AMD010, LED001; SYS001: changed in between.</exception>
    public async Task StopAsync(Actor actor, StopOptions options, HandledRequest? request = null, CancellationToken stop = default)
    {
        Check(options.Grounds);
        var family = await FamilyAsync(actor, options.RowId, options.Version, stop);
        var row = family.Single(r => r.Id == options.RowId);
        foreach (var part in family.Where(r => r.Id == row.Id || (r.ParentId == row.Id && CommitmentMoves.Table.Allowed(r.State, CommitmentMove.Stop))))
        {
            var before = CommitmentMoves.NameOf(part.State);
            part.State = CommitmentMoves.Table.After(part.State, CommitmentMove.Stop);
            part.Reason = options.Grounds.Reason.Trim();
            Record(actor, part, RowDifference.Lines([new RowDifference("State", "状态", before, CommitmentMoves.NameOf(part.State))]), options.Grounds);
        }

        if (family.Find(r => r.Id == row.ParentId) is { } parent) Family.SettleState(parent, family);
        await save.SaveAsync(actor, "停办任务", options.Grounds.Reason, request, stop);
    }

    /// <summary>What was changed of a row by decision, newest first.</summary>
    public async Task<IReadOnlyList<RowAmendment>> OfRowAsync(Actor actor, int rowId, CancellationToken stop = default)
    {
        var row = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).SingleOrDefaultAsync(c => c.Id == rowId, stop) ?? throw Missing();
        Permissions.Demand(actor, Permission.SeeRow, RowFacts.Of(row));
        var amendments = await db.Amendments.AsNoTracking().Where(a => a.CommitmentId == rowId).OrderByDescending(a => a.Id).ToListAsync(stop);
        var accounts = amendments.Select(a => a.AmendedById).Distinct().ToList();
        var names = await db.NamesAsync(accounts, stop);
        return [.. amendments.Select(a =>
            new RowAmendment(a.Id, a.Reason, a.Decision, a.DecidedOn, names.GetValueOrDefault(a.AmendedById, ""), a.AmendedAt, AmendmentText.Read(a.Changes)))];
    }

    /// <summary>What would change, in words.</summary>
    public async Task<IReadOnlyList<RowDifference>> DifferencesAsync(Commitment row, RowValues before, RowValues after, CancellationToken stop)
    {
        var themes = await db.Themes.AsNoTracking().Where(t => t.PlanId == row.PlanId).ToListAsync(stop);
        return RowValues.Differences(before, after, RowWords.Of(current.Directory, current.Today, themes));
    }

    /// <summary>The row with its parent and its leaves, loaded for a change.</summary>
    private async Task<List<Commitment>> FamilyAsync(Actor actor, int rowId, int version, CancellationToken stop)
    {
        var family = await db.Commitments.WithParts()
            .Where(c => c.Id == rowId || c.ParentId == rowId || c.Id == db.Commitments.Where(r => r.Id == rowId).Select(r => r.ParentId).FirstOrDefault()
                || c.ParentId == db.Commitments.Where(r => r.Id == rowId && r.ParentId != null).Select(r => r.ParentId).FirstOrDefault())
            .ToListAsync(stop);
        var row = family.Find(r => r.Id == rowId) ?? throw Missing();
        Permissions.Demand(actor, Permission.AmendRow, RowFacts.Of(row));
        if (row.State < CommitmentState.Issued)
            throw new RefusalException("AMD001", "这一项还没有印发，可以直接修改，不用走调整程序。", RefusalKind.Conflict);
        if (row.State is CommitmentState.Done or CommitmentState.Stopped)
            throw new RefusalException("AMD002", $"这一项{CommitmentMoves.NameOf(row.State)}，不能再调整。", RefusalKind.Conflict);
        Versions.Demand(row.Version, version);
        return family;
    }

    private void Check(AmendGrounds grounds)
    {
        if (grounds.Reason.Trim().Length is 0 or > 500) throw new RefusalException("AMD004", "请写明调整原因（500 字以内）。") { Field = nameof(grounds.Reason) };
        if (grounds.Decision.Trim().Length is 0 or > 200)
        {
            var example = $"{current.Directory.Region.Own}委常委会会议纪要〔2026〕6号";
            throw new RefusalException("AMD005", $"请写明由谁决定、依据哪份文件（200 字以内），如“{example}”。") { Field = nameof(grounds.Decision) };
        }

        if (grounds.DecidedOn is null) throw new RefusalException("AMD010", "请写明决定日期。") { Field = nameof(grounds.DecidedOn) };
        if (grounds.DecidedOn > current.Today) throw new RefusalException("AMD006", "决定日期不能晚于今天。") { Field = nameof(grounds.DecidedOn) };
    }

    /// <summary>An issued row stays complete; what was wrong before does not stop the mending of something else.</summary>
    private void DemandNoWorse(int planYear, List<Commitment> family, Commitment row, RowValues after)
    {
        List<CheckedRow> rows = [.. family.Where(r => r.State is >= CommitmentState.Draft and < CommitmentState.Stopped)
            .Select(r => CheckService.Of(r, 0) with { State = CommitmentState.Consulted })];
        var known = CheckCatalogue.OfRow(checks.InputOf(planYear, rows, []), row.Id).Select(f => f.Check.Code).ToHashSet();
        List<CheckedRow> changed = [.. rows.Select(r => r.Id == row.Id ? r with { Values = after } : r)];
        var worse = CheckCatalogue.OfRow(checks.InputOf(planYear, changed, []), row.Id).Where(f => !known.Contains(f.Check.Code)).ToList();
        if (worse.Count == 0) return;
        var words = worse.Select(f => f.Detail.Length > 0 ? $"{f.Check.Name}（{f.Detail}）" : f.Check.Name);
        throw new RefusalException("AMD007", $"这样调整以后：{string.Join('；', words)}。{worse[0].Check.Remedy}");
    }

    /// <summary>Keeps an amendment with the tracked rows.</summary>
    internal Amendment Record(Actor actor, Commitment row, string changes, AmendGrounds grounds)
    {
        var amendment = new Amendment
        {
            CommitmentId = row.Id,
            Changes = changes,
            Reason = grounds.Reason.Trim(),
            Decision = grounds.Decision.Trim(),
            DecidedOn = grounds.DecidedOn!.Value,
            AmendedById = actor.AccountId,
            AmendedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Amendments.Add(amendment);
        return amendment;
    }

    private static RefusalException Missing() => new("AMD008", "这一行已经不在台账里了。请从台账进入。", RefusalKind.Missing);
}

/// <summary>One amendment as the row's page shows it.</summary>
/// <param name="At">UTC.</param>
public sealed record RowAmendment(int Id, string Reason, string Decision, DateOnly DecidedOn, string By, DateTime At, IReadOnlyList<AmendedField> Changes);

public sealed record AmendedField(string Label, string Before, string After);
