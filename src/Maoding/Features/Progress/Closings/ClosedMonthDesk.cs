using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Rules;
using Maoding.Features.Planning.Issuing;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>The lights of closed months as they were closed.</summary>
internal sealed class ClosedMonthDesk(MaodingContext db, CurrentRequest current) : EditionDesk
{
    public override EditionKind Kind => EditionKind.ClosedMonth;

    public override string Subject => nameof(MonthClose);

    public override Permission Needs => Permission.SeeOverview;

    public override string Href(int subjectId) => OverviewLinks.Index;

    public override IQueryable<int> SeenBy(Actor actor) => Published();

    public override Task<int?> YearAsync(int subjectId, CancellationToken stop) =>
        db.MonthCloses.Where(c => c.Id == subjectId).Select(c => (int?)(c.Month / 100)).FirstOrDefaultAsync(stop);

    public override IQueryable<int> Published() => db.MonthCloses.Select(c => c.Id);

    public override async Task<EditionDraft> MakeAsync(int subjectId, CancellationToken stop)
    {
        var close = await db.MonthCloses.AsNoTracking().SingleAsync(c => c.Id == subjectId, stop);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == close.PlanId, stop);
        var lights = await db.MonthLights.AsNoTracking().Where(l => l.PlanId == close.PlanId && l.Month == close.Month)
            .ToDictionaryAsync(l => l.CommitmentId, stop);
        var rows = (await db.Commitments.AsNoTracking().Where(c => c.PlanId == close.PlanId).ToListAsync(stop)).FindAll(c => lights.ContainsKey(c.Id));
        var by = await db.RuleEditions.AsNoTracking().SingleAsync(e => e.Id == close.RuleEditionId, stop);
        var paper = Of(close.Month, plan, LedgerOrder.Sort(rows).Select(r => (r, lights[r.Id])).ToList());
        return new EditionDraft(
            "",
            paper.Title,
            close.ClosedOn,
            close.ClosedById == 0 ? Actor.System.Name : await db.NameAsync(close.ClosedById, stop),
            string.Create(CultureInfo.InvariantCulture, $"{close.Month % 100}月的月结，{close.Rows}项，亮灯规则“{by.Title()}”"),
            [
                EditionFile.Written($"{paper.Title}.docx", MediaTypes.Docx, to => OfficialPaperWriter.Write(paper, to)),
                KeptNumbers.File(MonthNumbers.Printed([.. rows.Select(r => (r.Id, r.IsLeaf, lights[r.Id]))])),
            ]);
    }

    private OfficialPaper Of(int month, Plan plan, List<(Commitment Row, MonthLight Light)> lines)
    {
        var counts = lines.Where(l => l.Row.IsLeaf).GroupBy(l => l.Light.Shown).ToDictionary(g => g.Key, g => g.Count());
        var words = string.Join('，', LightMark.Order.Select(l => $"{LightWords.Of(l)}{counts.GetValueOrDefault(l)}项"));
        var title = string.Create(CultureInfo.InvariantCulture, $"{month / 100}年{month % 100}月重点任务亮灯情况");
        return new OfficialPaper(
            title,
            [
                new PaperParagraph($"《{plan.Name}》本月评定{counts.Values.Sum()}个责任项，其中{words}。"),
                new PaperTable(
                    [
                        new("序号", 7, true), new("任务内容", 38), new("牵头领导", 16, true), new("牵头单位", 16, true), new("完成时限", 12, true),
                        new("计划进度", 9, true), new("完成进度", 9, true), new("亮灯", 8, true),
                    ],
                    [.. lines.Select(l => Cells(l.Row, l.Light))]),
            ])
        { IsWide = true };
    }

    private IReadOnlyList<string> Cells(Commitment row, MonthLight light) =>
    [
        row.Number, row.Title, current.Directory.LeaderShort(light.LeaderPostId, current.Today), current.Directory.UnitName(light.LeadUnitId),
        RowValues.DueTextOf(row.DueKind, row.Due), ReportShare.Percent(light.Planned, ""), ReportShare.Percent(light.Done, ""), LightWords.Of(light.Shown),
    ];
}
