using System.Globalization;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Domain.Issuing;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>Issued batches: notice with plan, the plan with its monthly shares, and the sheet.</summary>
internal sealed class IssuedPlanDesk(MaodingContext db, PlanPaper paper) : EditionDesk
{
    /// <summary>Ending of the plan with its monthly shares.</summary>
    public const string Months = "（带序时进度）.docx";

    public override EditionKind Kind => EditionKind.IssuedPlan;

    public override string Subject => nameof(Issue);

    public override Permission Needs => Permission.DownloadPlan;

    public override string Href(int subjectId) => IssueLinks.Batch(subjectId);

    public override IQueryable<int> SeenBy(Actor actor) => Published();

    public override Task<int?> YearAsync(int subjectId, CancellationToken stop) =>
        db.Issues.Where(i => i.Id == subjectId).Join(db.Plans, i => i.PlanId, p => p.Id, (_, p) => (int?)p.Year).FirstOrDefaultAsync(stop);

    public override IQueryable<int> Published() => db.Issues.Select(i => i.Id);

    public override async Task<EditionDraft> MakeAsync(int subjectId, CancellationToken stop)
    {
        var issue = await db.Issues.AsNoTracking().SingleAsync(i => i.Id == subjectId, stop);
        var document = await paper.OfBatchAsync(issue, stop);
        var apart = document with { Paper = document.Paper! with { Notice = null, ShowsPlan = true } };
        var basis = string.Create(CultureInfo.InvariantCulture, $"台账第{issue.Batch}批，{document.Sections.Sum(s => s.Commitments.Count(c => !c.HasLeaves))}个责任项");
        return new EditionDraft(issue.DocumentNumber, document.Title, issue.IssuedOn, issue.ApprovedBy, basis,
        [
            EditionFile.Written($"{document.Title}.docx", MediaTypes.Docx, to => LedgerDocxWriter.Write(document, to)),
            EditionFile.Written($"{document.Title}{Months}", MediaTypes.Docx, to => LedgerDocxWriter.Write(apart, to)),
            EditionFile.Written($"{document.Title}.xlsx", MediaTypes.Xlsx, to => LedgerSheetWriter.Write(document, to)),
        ]);
    }
}
