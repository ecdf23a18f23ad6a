using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>How to print the whole plan.</summary>
/// <param name="ShowsPlan">With the monthly plan.</param>
/// <param name="Draft">
/// 征求意见稿: confirmed rows that are not issued, for those who make the plan; without it a plan nothing of which is issued is one by itself.
/// </param>
public sealed record PaperOptions(bool ShowsPlan = false, bool Draft = false);

/// <summary>The plan to be written to a file.</summary>
public sealed record PrintedPlan(int PlanId, LedgerDocument Document);

/// <summary>任务分解方案 as a paper: everybody's once issued; before that a draft for those who make it.</summary>
public sealed class PlanPaper(MaodingContext db, CurrentRequest current)
{
    /// <summary>The whole plan as it is now.</summary>
    /// <exception cref="RefusalException">PER001; ISS020: nothing to print yet.</exception>
    public async Task<PrintedPlan> BuildAsync(Actor actor, PaperOptions options, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.DownloadPlan);
        var shown = current.Plan?.Id;
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == shown, stop) ?? throw Nothing();
        var isDraft = options.Draft || plan.State == PlanState.Draft;
        if (isDraft && Permissions.ScopeOf(actor, Permission.DownloadPlan) != Scope.All) throw Nothing();
        var rows = await RowsAsync(plan, null, isDraft, stop);
        if (rows.Count == 0) throw Nothing();
        var issue = isDraft ? null : await db.Issues.AsNoTracking().Where(i => i.PlanId == plan.Id).OrderByDescending(i => i.Batch).FirstAsync(stop);
        var paper = new LedgerPaper(
            issue is { Batch: 1 } ? $"{issue.DocumentNumber}附件" : "附件",
            isDraft ? "征求意见稿" : "",
            "",
            issue is null ? "" : OrganOf(issue),
            issue?.IssuedOn,
            options.ShowsPlan);
        return new PrintedPlan(plan.Id, await DocumentAsync(plan, plan.Name, rows, paper, stop));
    }

    /// <summary>A batch as it was issued: its rows, behind the covering notice where it has one.</summary>
    internal async Task<LedgerDocument> OfBatchAsync(Issue issue, CancellationToken stop)
    {
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == issue.PlanId, stop);
        var rows = await RowsAsync(plan, issue, false, stop);
        var units = rows.Where(r => r.IsLeaf).SelectMany(r => RowValues.Of(r).UnitIds).ToHashSet();
        var paper = new LedgerPaper($"{issue.DocumentNumber}附件", "", "", OrganOf(issue), issue.IssuedOn, false)
        {
            Notice = NoticePaper.Of(issue, plan, current.Directory.Units.Where(u => units.Contains(u.Id))),
        };
        return await DocumentAsync(plan, issue.Batch > 1 ? $"{plan.Name}（补充第{issue.Batch}批）" : plan.Name, rows, paper, stop);
    }

    private async Task<LedgerDocument> DocumentAsync(Plan plan, string title, List<Commitment> rows, LedgerPaper paper, CancellationToken stop)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var documents = await db.Documents.Where(d => !d.IsReplaced && db.Quotes.Any(q => q.DocumentId == d.Id && ids.Contains(q.CommitmentId)))
            .OrderBy(d => d.Order).ThenBy(d => d.Id).Select(d => new { d.Id, d.Title }).ToDictionaryAsync(d => d.Id, d => d.Title, stop);
        var keys = documents.Keys.ToList();
        var sections = await db.Sections.AsNoTracking().Where(s => keys.Contains(s.DocumentId)).ToDictionaryAsync(s => s.Id, s => s.Path, stop);
        return new LedgerDocument
        {
            Title = title,
            SourceTitle = string.Join('、', documents.Values.Select(t => t.StartsWith('《') ? t : $"《{t}》")),
            PlanYear = plan.Year,
            Sections = Sections(plan, rows, r => PathOf(r, sections, documents)),
            Paper = paper with { Opening = await OpeningAsync(rows, documents.Values, stop) },
        };
    }

    private async Task<List<Commitment>> RowsAsync(Plan plan, Issue? issue, bool isDraft, CancellationToken stop)
    {
        var (from, end) = isDraft ? (CommitmentState.Draft, CommitmentState.Issued) : (CommitmentState.Issued, CommitmentState.Stopped);
        var rows = await db.Commitments.AsNoTracking().AsSplitQuery()
            .Include(c => c.CoUnits).Include(c => c.Quantities)
            .Where(c => c.PlanId == plan.Id && c.State >= from && c.State < end)
            .Where(c => issue == null || c.IssueId == issue.Id || (c.ParentId == null && db.Commitments.Any(l => l.ParentId == c.Id && l.IssueId == issue.Id)))
            .ToListAsync(stop);
        return [.. LedgerOrder.Sort(rows)];
    }

    /// <summary>Rows under the heading they were promised under; a heading is repeated when the ledger comes back to it.</summary>
    private List<LedgerSection> Sections(Plan plan, List<Commitment> rows, Func<Commitment, string> pathOf)
    {
        var sections = new List<(string Path, List<LedgerCommitment> Rows)>();
        var parents = rows.Where(r => r.ParentId is not null).Select(r => r.ParentId!.Value).ToHashSet();
        var number = 0;
        foreach (var row in rows)
        {
            var path = row.ParentId is null || sections.Count == 0 ? pathOf(row) : sections[^1].Path;
            if (sections.Count == 0 || sections[^1].Path != path) sections.Add((path, []));
            if (row.ParentId is null) number++;
            sections[^1].Rows.Add(LineOf(plan, row, parents.Contains(row.Id), number));
        }

        return [.. sections.Select(s => new LedgerSection(s.Path, s.Rows))];
    }

    /// <param name="number">For rows that have no number of their own yet.</param>
    private LedgerCommitment LineOf(Plan plan, Commitment row, bool hasLeaves, int number)
    {
        var directory = current.Directory;
        var values = RowValues.Of(row);
        string[] measures = values.Measures.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] leaders = [.. new[] { values.LeaderPostId, values.SecondLeaderPostId }.OfType<int>().Select(p => directory.LeaderName(p, current.Today))];
        var byMonth = values.DueKind == DueKind.Date && values.Due is { } due && due.Year == plan.Year && due.Day == DateTime.DaysInMonth(due.Year, due.Month);
        return new LedgerCommitment(
            row.Number.Length > 0 ? row.Number : row.ParentId is null ? number.ToString(CultureInfo.InvariantCulture) : "",
            row.WithinId is null ? values.Title : $"　其中：{values.Title}",
            measures,
            hasLeaves ? [] : leaders,
            hasLeaves || values.LeadUnitId is null ? [] : [directory.UnitName(values.LeadUnitId)],
            hasLeaves ? [] : [.. values.CoUnitIds.Select(id => directory.UnitName(id))],
            hasLeaves ? "" : values.DueKind == DueKind.AllYear ? "全年持续" : byMonth ? $"{values.Due!.Value.Month}月底前" : "",
            hasLeaves || values.DueKind != DueKind.Date ? null : values.Due,
            "",
            "")
        {
            IsLeaf = row.ParentId is not null,
            HasLeaves = hasLeaves,
            MonthlyPlan = MonthlyPlans.Values(PlannedShare.PlanOf(values.Kind, values.MonthlyPlan)),
            Quantities = [.. values.Quantities.Select(q => q.ToString())],
        };
    }

    private async Task<string> OpeningAsync(List<Commitment> rows, IEnumerable<string> titles, CancellationToken stop)
    {
        var leaves = rows.Where(r => r.IsLeaf).ToList();
        var leaders = leaves.SelectMany(r => new[] { r.LeaderPostId, r.SecondLeaderPostId }).OfType<int>().Distinct().Count();
        var units = leaves.Select(r => r.LeadUnitId).OfType<int>().Distinct().Count();
        var parts = leaves.Count - rows.Count(r => r.ParentId is null);
        var source = string.Join('、', titles.Select(t => t.StartsWith('《') ? t : $"《{t}》"));
        var split = rows.Exists(r => r.ParentId is not null) ? $"（其中需分工落实的细化为子项，共{leaves.Count}个责任项）" : "";
        var words = $"根据{(source.Length > 0 ? source : "区委、区政府年度工作部署")}，"
            + $"分解重点任务{leaves.Count - parts}项{split}，由{leaders}位领导牵头、{units}个单位牵头落实。责任落实到岗位，人员变动的由继任者接续。";
        var ids = rows.Select(r => r.PlanId).Distinct().ToList();
        var amended = await db.Amendments.Join(db.Commitments.Where(c => ids.Contains(c.PlanId) && c.State < CommitmentState.Stopped),
            a => a.CommitmentId, c => c.Id, (a, c) => c.Id).Distinct().ToListAsync(stop);
        var shown = rows.Count(r => amended.Contains(r.Id));
        return shown == 0 ? words : $"{words}截至{current.Today.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}，已按决定调整{shown}项，本表为调整后的内容。";
    }

    private string OrganOf(Issue issue) => issue.Organ.Length > 0 ? issue.Organ : NoticePaper.OrganOf(issue.DocumentNumber, current.Directory);

    private static string PathOf(Commitment row, Dictionary<int, string> sections, Dictionary<int, string> documents)
    {
        if (row.SectionId is { } id && sections.TryGetValue(id, out var path))
            return path.Replace(" ＞ ", "　", StringComparison.Ordinal).Replace(" ＞", "　", StringComparison.Ordinal);
        return documents.Count > 1 && row.DocumentId is { } document ? documents.GetValueOrDefault(document, "") : "";
    }

    private static RefusalException Nothing() => new("ISS020", "还没有印发的任务，任务分解方案要等印发以后才能下载。", RefusalKind.Missing);
}
