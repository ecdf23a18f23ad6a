using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Checking;
using Maoding.Domain.Editions;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>What to issue.</summary>
/// <param name="DocumentNumber">发文字号; brackets and spaces are put right.</param>
/// <param name="IssuedOn">The day on the paper, not later than the business date.</param>
/// <param name="RowIds">Rows (not leaves); leaves go with their row. Null: every row that passes the checks.</param>
public sealed record IssueOptions(string DocumentNumber, DateOnly IssuedOn, IReadOnlyList<int>? RowIds = null)
{
    public NoticeOptions Notice { get; init; } = new();
}

/// <summary>The covering notice; what is left empty is proposed by the number and the plan.</summary>
/// <param name="Copies">抄送, as the 版记 says it.</param>
/// <param name="ApprovedBy">Post of whoever signed the paper.</param>
public sealed record NoticeOptions(string Title = "", string Organ = "", string Copies = "", int? ApprovedBy = null);

/// <summary>Puts rows into force, a batch at a time.</summary>
public sealed class IssueService(MaodingContext db, EditionStore editions, CheckService checks, CurrentRequest current, TimeProvider clock)
{
    /// <summary>Rows told by name in a refusal.</summary>
    private const int NamedRows = 5;

    /// <summary>Rows loaded by one statement; a statement can hold 32,766 parameters.</summary>
    private const int RowsAtOnce = 2000;

    /// <summary>Issues a batch of the plan that is shown.</summary>
    /// <param name="request">Its location is set to the page of the batch.</param>
    /// <returns>The batch's key.</returns>
    /// <exception cref="RefusalException">ISS001–ISS008: number, date or rows do not allow it; ISS013: the notice; SYS001, SYS003.</exception>
    public async Task<int> IssueAsync(Actor actor, IssueOptions options, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.IssueLedger);
        var shown = current.Plan?.Id;
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == shown, stop)
            ?? throw new RefusalException("ISS003", "还没有年度计划。请先导入文件，再印发任务。");
        if (plan.State == PlanState.Closed) throw new RefusalException("ISS004", $"{plan.Year} 年度已经关账，不能再印发。", RefusalKind.Conflict);
        if (options.IssuedOn > current.Today) throw new RefusalException("ISS005", "印发日期不能晚于今天。") { Field = nameof(options.IssuedOn) };
        var number = DocumentNumber.Of(options.DocumentNumber, options.IssuedOn);
        if (await db.Issues.AnyAsync(i => i.PlanId == plan.Id && i.DocumentNumber == number, stop))
            throw new RefusalException("ISS006", $"“{number}”已经用过，请核对发文字号。", RefusalKind.Conflict) { Field = nameof(options.DocumentNumber) };
        var families = Chosen(await checks.RunAsync(plan, withDuplicates: false, stop), options.RowIds);
        var issue = await AddAsync(plan, families, number, options.IssuedOn, actor, stop);
        NoticePaper.Fill(issue, plan, options.Notice, current.Directory);
        if (request is not null) request.Location = IssueLinks.Index;
        await editions.SaveWithAsync(actor, "印发任务", number, request, EditionKind.IssuedPlan, () => issue.Id, stop);
        return issue.Id;
    }

    private static List<IssuableFamily> Chosen(CheckReport report, IReadOnlyList<int>? rowIds)
    {
        if (rowIds is null)
        {
            List<IssuableFamily> passing = [.. report.Families.Where(report.Passes)];
            return passing.Count > 0 ? passing : throw new RefusalException("ISS007", "没有可以印发的任务。请先到“印发前检查”处理必改的问题。", RefusalKind.Conflict);
        }

        var wanted = rowIds.ToHashSet();
        List<IssuableFamily> chosen = [.. report.Families.Where(f => wanted.Contains(f.Row.Id))];
        if (wanted.Count == 0) throw new RefusalException("ISS007", "还没有选任务。请勾选要印发的任务。") { Field = nameof(IssueOptions.RowIds) };
        if (chosen.Count < wanted.Count)
            throw new RefusalException("ISS007", $"所选任务中有 {wanted.Count - chosen.Count} 项已经印发或不在台账中。请刷新页面后重新选择。", RefusalKind.Conflict)
            {
                Field = nameof(IssueOptions.RowIds),
            };
        List<IssuableFamily> stopped = [.. chosen.Where(f => !report.Passes(f))];
        if (stopped.Count == 0) return chosen;
        var names = stopped.Take(NamedRows)
            .Select(f => $"“{f.Row.Values.Title}”（{string.Join('、', f.Members.SelectMany(m => report.Obstacles.GetValueOrDefault(m.Id, [])).Distinct())}）");
        var more = stopped.Count > NamedRows ? $"等 {stopped.Count} 项" : "";
        throw new RefusalException("ISS008", $"{string.Join('、', names)}{more}还有必改的问题，不能印发。请先改好，或不选这几项。") { Field = nameof(IssueOptions.RowIds) };
    }

    private async Task<Issue> AddAsync(Plan plan, List<IssuableFamily> families, string number, DateOnly day, Actor actor, CancellationToken stop)
    {
        var rows = await LoadAsync(families, stop);
        var members = families.SelectMany(f => f.Members).ToList();
        var issued = members.Select(m => m.Id).ToHashSet();
        DemandAsChecked(rows, members);
        var issue = new Issue
        {
            PlanId = plan.Id,
            Batch = (await db.Issues.Where(i => i.PlanId == plan.Id).MaxAsync(i => (int?)i.Batch, stop) ?? 0) + 1,
            DocumentNumber = number,
            IssuedOn = day,
            IssuedById = actor.AccountId,
            IssuedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Issues.Add(issue);
        var key = db.Entry(issue).Property(i => i.Id);
        foreach (var row in rows.Where(r => issued.Contains(r.Id)))
        {
            row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Issue);
            // The batch has no key before it is saved; the rows point to its temporary one until then.
            var reference = db.Entry(row).Property(r => r.IssueId);
            reference.CurrentValue = key.CurrentValue;
            reference.IsTemporary = key.IsTemporary;
        }

        Numbering.Give(plan, rows, await LeavesAsync(rows, stop));
        plan.State = PlanState.Issued;
        return issue;
    }

    /// <summary>What is issued is what was checked, not what somebody made of it in between.</summary>
    private static void DemandAsChecked(List<Commitment> rows, List<CheckedRow> members)
    {
        var now = rows.ToDictionary(r => r.Id, r => r.Version);
        List<CheckedRow> changed = [.. members.Where(m => now.GetValueOrDefault(m.Id) != m.Version)];
        if (changed.Count == 0) return;
        var names = string.Join('、', changed.Take(NamedRows).Select(m => $"“{m.Values.Title}”"));
        throw new RefusalException(
            "SYS001", $"{names}{(changed.Count > NamedRows ? $"等 {changed.Count} 项" : "")}在检查以后又改过，没有印发。请刷新页面，看过现在的内容再印发。", RefusalKind.Conflict);
    }

    /// <summary>The families with the rows that were issued before: a new leaf takes its number after them.</summary>
    private async Task<List<Commitment>> LoadAsync(List<IssuableFamily> families, CancellationToken stop)
    {
        var rows = new List<Commitment>();
        foreach (var ids in families.SelectMany(f => f.Members.Select(m => m.Id).Append(f.Row.Id)).Distinct().Chunk(RowsAtOnce))
            rows.AddRange(await db.Commitments.Where(c => ids.Contains(c.Id)).ToListAsync(stop));
        return rows;
    }

    private async Task<List<Commitment>> LeavesAsync(List<Commitment> rows, CancellationToken stop)
    {
        var leaves = new List<Commitment>();
        foreach (var ids in rows.Where(r => r is { ParentId: null, IsLeaf: false }).Select(r => r.Id).Chunk(RowsAtOnce))
            leaves.AddRange(await db.Commitments.AsNoTracking().Where(c => c.ParentId != null && ids.Contains(c.ParentId.Value)).ToListAsync(stop));
        return leaves;
    }
}
