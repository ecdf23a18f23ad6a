using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Projects;
using Maoding.Features.Progress.Closings;
using Maoding.Features.Progress.Reporting;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>月度调度: months are filled in, handed in, accepted and returned.</summary>
public sealed class ProjectMonthService(
    MaodingContext db, ProjectMonthReader reader, RowShares shares, DoubtReader doubts, AuditedSave save, CurrentRequest current)
{
    private const decimal MostMoney = 100_000_000m;

    private const int LongestText = 1000;

    /// <summary>What is wrong with the lines, by field: Lines[2].Done.</summary>
    /// <param name="submits">Lines with a sum have to be whole.</param>
    public static IReadOnlyList<FieldProblem> Check(IReadOnlyList<MonthField> fields, IReadOnlyDictionary<int, string> names, DateOnly today, bool submits)
    {
        var problems = new List<FieldProblem>();
        for (var i = 0; i < fields.Count; i++)
        {
            var (field, name) = (fields[i], names.GetValueOrDefault(fields[i].ProjectId, "这个项目"));
            void Add(string part, string words) => problems.Add(new FieldProblem($"Lines[{i}].{part}", $"{name}：{words}"));
            if (!ProjectForm.TryMoney(field.Done, out var done) || Math.Abs(done) > MostMoney || decimal.Round(done, 4) != done)
                Add(nameof(field.Done), $"当月完成投资“{field.Done}”应是以万元为单位的数，如 350.5。没有完成的填 0。");
            else if (done < 0 && string.IsNullOrWhiteSpace(field.Note)) Add(nameof(field.Note), "当月完成投资小于 0 是更正以前多报的数，请在“存在问题、说明”里写明原因。");
            if (field.Progress?.Length > LongestText) Add(nameof(field.Progress), $"形象进度最多 {LongestText} 个字，请删短。");
            if (field.Note?.Length > LongestText) Add(nameof(field.Note), $"存在问题、说明最多 {LongestText} 个字，请删短。");
            if (submits && IsFilled(field) && string.IsNullOrWhiteSpace(field.Progress)) Add(nameof(field.Progress), "请写形象进度，再提交。");
            for (var n = 0; n < field.Nodes.Count; n++)
                if (field.Nodes[n].On > today) Add($"Nodes[{n}].On", "节点完成日期不能晚于今天。");
        }

        return problems;
    }

    /// <summary>Sums so odd that their line has to say why before it is handed in, by field.</summary>
    public async Task<IReadOnlyList<FieldProblem>> DoubtsAsync(IReadOnlyList<MonthField> fields, IReadOnlyList<MonthLine> lines, CancellationToken stop)
    {
        var (asks, owing, found) = (await doubts.TodayAsync(stop), lines.ToDictionary(l => l.Project.Id), new List<FieldProblem>());
        for (var i = 0; i < fields.Count; i++)
        {
            if (!IsFilled(fields[i]) || !string.IsNullOrWhiteSpace(fields[i].Note) || !ProjectForm.TryMoney(fields[i].Done, out var done)) continue;
            if (owing.GetValueOrDefault(fields[i].ProjectId) is { } line && asks.OfMonth(done, line.DoneBefore, line.YearPlan) is { } doubt)
                found.Add(new FieldProblem($"Lines[{i}].Note", $"{line.Project.Name}：{doubt}请核对；属实的，在“存在问题、说明”里写明原因再提交。"));
        }

        return found;
    }

    /// <summary>Writes lines, and hands those in that have a sum.</summary>
    /// <returns>How many were written and how many of them handed in.</returns>
    /// <exception cref="RefusalException">
    /// PER001; PRJ002; PRJ010: a line is wrong; PRJ011: a project does not owe the month; PRJ015: nothing is filled in;
    /// PRJ016: an odd sum without its reason is handed in; SYS001.
    /// </exception>
    public async Task<(int Written, int Submitted)> SaveAsync(
        Actor actor, int month, IReadOnlyList<MonthField> fields, bool submits, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReportProjects);
        DemandOver(month);
        var ids = fields.Select(f => f.ProjectId).ToList();
        var projects = await db.Projects.Include(p => p.Nodes).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        foreach (var field in fields) DemandOwn(actor, projects.GetValueOrDefault(field.ProjectId));
        if (Check(fields, projects.ToDictionary(p => p.Key, p => p.Value.Name), current.Today, submits) is [var problem, ..])
            throw new RefusalException("PRJ010", problem.Words) { Field = problem.Field };
        var lines = await reader.LinesAsync([.. projects.Values.Select(p => p.LeadUnitId).Distinct()], month, stop);
        if (submits && await DoubtsAsync(fields, lines, stop) is [var doubt, ..]) throw new RefusalException("PRJ016", doubt.Words) { Field = doubt.Field };
        var owing = lines.Select(l => l.Project.Id).ToHashSet();
        var months = await db.ProjectMonths.Where(m => m.Month == month && ids.Contains(m.ProjectId)).ToDictionaryAsync(m => m.ProjectId, stop);
        var (written, submitted) = (0, 0);
        foreach (var field in fields.Where(f => IsFilled(f) || (!submits && !string.IsNullOrWhiteSpace(f.Note))))
        {
            if (!owing.Contains(field.ProjectId))
                throw new RefusalException("PRJ011", $"“{projects[field.ProjectId].Name}”{ProjectText.Month(month)}不用填报。请刷新页面。", RefusalKind.Conflict);
            var row = months.GetValueOrDefault(field.ProjectId);
            Versions.Demand(row?.Version ?? 0, field.Version, $"“{projects[field.ProjectId].Name}”的这个月");
            if (row is null) db.ProjectMonths.Add(row = new ProjectMonth { ProjectId = field.ProjectId, Month = month });
            Write(row, field, projects[field.ProjectId]);
            written++;
            if (!submits) continue;
            (row.State, row.SubmittedOn, row.SubmittedById, row.ReturnReason) =
                (ProjectMonthMoves.Table.After(row.State, ProjectMonthMove.Submit), current.Today, actor.AccountId, "");
            submitted++;
        }

        if (written == 0) throw new RefusalException("PRJ015", "还没有填当月完成投资。没有完成投资的请填 0。");
        await save.SaveAsync(actor, submits ? "提交项目进度" : "填项目进度", request: request, stop: stop);
        return (written, submitted);
    }

    /// <summary>Takes a month back that was handed in and not decided.</summary>
    /// <exception cref="RefusalException">PER001, PRJ002, PRJ003, SYS001.</exception>
    public async Task WithdrawAsync(Actor actor, int projectId, int month, int version, HandledRequest? request, CancellationToken stop)
    {
        DemandOwn(actor, await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == projectId, stop));
        var row = await db.ProjectMonths.FirstOrDefaultAsync(m => m.ProjectId == projectId && m.Month == month, stop) ?? throw ProjectService.Missing();
        Versions.Demand(row.Version, version, "这个月的项目进度");
        row.State = ProjectMonthMoves.Table.After(row.State, ProjectMonthMove.Withdraw);
        await save.SaveAsync(actor, "撤回项目进度", request: request, stop: stop);
    }

    /// <summary>Accepts months that were handed in, all or none; the rows that the projects serve move with them.</summary>
    /// <param name="months">Key and version of each.</param>
    /// <exception cref="RefusalException">PER001, PRJ002, PRJ003; PRJ015: none chosen; SYS001.</exception>
    public async Task AcceptAsync(Actor actor, IReadOnlyList<(int Id, int Version)> months, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.AcceptProjects);
        if (months.Count == 0) throw new RefusalException("PRJ015", "还没有选项目。请在要通过的项目前打勾。");
        var ids = months.Select(m => m.Id).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var served = await ServedAsync(ids, stop);
        var rows = await db.ProjectMonths.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        var nodes = await ReportedAsync([.. rows.Values], stop);
        foreach (var (id, version) in months)
        {
            var row = rows.GetValueOrDefault(id) ?? throw ProjectService.Missing();
            Versions.Demand(row.Version, version, "这个月的项目进度");
            (row.State, row.DecidedOn, row.DecidedById, row.ReturnReason) =
                (ProjectMonthMoves.Table.After(row.State, ProjectMonthMove.Accept), current.Today, actor.AccountId, "");
            foreach (var node in nodes[(row.ProjectId, row.Month)]) node.ReachedOn ??= node.ReportedOn;
        }

        await shares.FollowAsync(served, current.Today, stop);
        await save.SaveWithinAsync(actor, "审核项目进度", request: request, stop: stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Sends a month back.</summary>
    /// <exception cref="RefusalException">PER001, PRJ002, PRJ003; PRJ009: it is closed; PRJ012: no reason; SYS001.</exception>
    public async Task ReturnAsync(Actor actor, int id, int version, string? reason, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.AcceptProjects);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var served = await ServedAsync([id], stop);
        var row = await db.ProjectMonths.FirstOrDefaultAsync(m => m.Id == id, stop) ?? throw ProjectService.Missing();
        Versions.Demand(row.Version, version, "这个月的项目进度");
        var words = ProjectMonthMoves.Why.Demand(reason, $"Reason-{id}");
        var state = ProjectMonthMoves.Table.After(row.State, ProjectMonthMove.Return);
        if (row.State == ProjectMonthState.Accepted && (row.Light is not null || await reader.IsClosedAsync(row.Month, stop)))
            throw new RefusalException("PRJ009", $"{ProjectText.Month(row.Month)}已经月结，审核过的数不能再退回。有误的请单位在下个月更正。", RefusalKind.Conflict);
        // What the unit reported stays for it to correct, but counts no more.
        if (row.State == ProjectMonthState.Accepted)
            foreach (var node in (await ReportedAsync([row], stop))[(row.ProjectId, row.Month)].Where(n => n.ReachedOn == n.ReportedOn)) node.ReachedOn = null;
        (row.State, row.ReturnReason, row.DecidedOn, row.DecidedById) = (state, words, current.Today, actor.AccountId);
        await shares.FollowAsync(served.Keys.ToDictionary(r => r, _ => (int?)null), current.Today, stop);
        await save.SaveWithinAsync(actor, "退回项目进度", words, request, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>The ledger rows that the projects of months serve, each with the newest of these months; no month of theirs is being closed.</summary>
    private async Task<Dictionary<int, int?>> ServedAsync(IReadOnlyCollection<int> monthIds, CancellationToken stop)
    {
        var served = await (from month in db.ProjectMonths
                            join project in db.Projects on month.ProjectId equals project.Id
                            join row in db.Commitments on project.CommitmentId equals row.Id
                            where monthIds.Contains(month.Id)
                            select new { row.Id, row.PlanId, month.Month }).ToListAsync(stop);
        await shares.WaitForClosingAsync(served.Select(r => r.PlanId), stop);
        return served.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => (int?)g.Max(r => r.Month));
    }

    /// <summary>The line says how much was done.</summary>
    internal static bool IsFilled(MonthField field) => !string.IsNullOrWhiteSpace(field.Done);

    private static void Write(ProjectMonth row, MonthField field, Project project)
    {
        if (row.State is not (ProjectMonthState.Open or ProjectMonthState.Returned)) ProjectMonthMoves.Table.After(row.State, ProjectMonthMove.Submit);
        ProjectForm.TryMoney(field.Done, out var done);
        row.Done = IsFilled(field) ? done : null;
        (row.Progress, row.Note) = (field.Progress?.Trim() ?? "", field.Note?.Trim() ?? "");
        foreach (var reported in field.Nodes)
            if (project.Nodes.Find(n => n.Id == reported.Id) is { ReachedOn: null } node && node.ReportedOn != reported.On)
                (node.ReportedOn, node.ReportedMonth) = (reported.On, reported.On is null ? null : row.Month);
    }

    /// <summary>Nodes that months report as reached, tracked, by project and month.</summary>
    private async Task<ILookup<(int, int), ProjectNode>> ReportedAsync(IReadOnlyList<ProjectMonth> months, CancellationToken stop)
    {
        var (projects, reported) = (months.Select(m => m.ProjectId).Distinct().ToList(), months.Select(m => (int?)m.Month).Distinct().ToList());
        var reporting = await db.Projects.Include(p => p.Nodes)
            .Where(p => projects.Contains(p.Id) && p.Nodes.Any(n => reported.Contains(n.ReportedMonth))).ToListAsync(stop);
        return reporting.SelectMany(p => p.Nodes).Where(n => n.ReportedMonth is not null).ToLookup(n => (n.ProjectId, n.ReportedMonth!.Value));
    }

    /// <summary>The unit that answers for the project writes, and those who may for all.</summary>
    private static void DemandOwn(Actor actor, Project? project)
    {
        if (project is null) throw ProjectService.Missing();
        Permissions.Demand(actor, Permission.ReportProjects, ProjectFacts.Of(project.LeaderPostId, project.LeadUnitId, null));
    }

    private void DemandOver(int month)
    {
        if (!ProjectMonthReader.Months(current.Today).Contains(month)) throw new RefusalException("PRJ011", "这个月还没有过完，或者已过去一年以上，不能填报。请从月度调度选一个月份。");
    }
}
