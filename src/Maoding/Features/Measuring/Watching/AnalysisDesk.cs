using System.Globalization;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Domain.Watching;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Watching;

/// <summary>Finalised analyses: the material of the month's meeting, with the numbers that it was made from.</summary>
internal sealed class AnalysisDesk(MaodingContext db, WatchService watch) : EditionDesk
{
    public override EditionKind Kind => EditionKind.Analysis;

    public override string Subject => nameof(MonthAnalysis);

    public override Permission Needs => Permission.SeeFigures;

    public override string Href(int subjectId) => WatchLinks.Finalised(subjectId);

    public override IQueryable<int> SeenBy(Actor actor) => Published();

    public override Task<int?> YearAsync(int subjectId, CancellationToken stop) =>
        db.MonthAnalyses.Where(a => a.Id == subjectId).Select(a => (int?)(a.Month / 100)).FirstOrDefaultAsync(stop);

    public override IQueryable<int> Published() => db.MonthAnalyses.Select(a => a.Id);

    public override async Task<EditionDraft> MakeAsync(int subjectId, CancellationToken stop)
    {
        var analysis = await db.MonthAnalyses.AsNoTracking().SingleAsync(a => a.Id == subjectId, stop);
        var view = await watch.OfMonthAsync(analysis.Month, stop);
        var (paper, name) = (WatchPaper.Of(view, analysis.Day), WatchPaper.NameOf(view));
        var figures = view.Lines.Count(l => l.Now is not null);
        return new EditionDraft(
            analysis.Number,
            name,
            analysis.Day,
            analysis.ApprovedBy,
            string.Create(CultureInfo.InvariantCulture, $"定稿时已审核的数据，{figures}项指标"),
            [
                EditionFile.Written($"{name}.docx", MediaTypes.Docx, to => OfficialPaperWriter.Write(paper, to)),
                KeptNumbers.File(await AnalysisNumbers.OfAsync(db, view, stop)),
            ]);
    }
}
