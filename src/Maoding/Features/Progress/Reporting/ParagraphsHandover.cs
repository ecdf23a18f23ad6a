using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Progress;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Paragraphs that a lead unit asked for hang on the unit that is to write them.</summary>
internal sealed class ParagraphsHandover(MaodingContext db) : OwnedHandover<CoParagraph>(db)
{
    public override int Place => 120;

    public override string Words => "段未写的配合情况";

    public override Permission Needs => Permission.ReviewReports;

    protected override IQueryable<CoParagraph> Open => Db.Set<CoParagraph>().Where(p => p.WrittenOn == null
        && Db.Reports.Any(r => r.Id == p.ReportId && (r.State == ReportState.Draft || r.State == ReportState.Returned)));

    protected override Expression<Func<CoParagraph, string>> Title => p =>
        Db.Commitments.Where(c => Db.Reports.Any(r => r.Id == p.ReportId && r.CommitmentId == c.Id)).Select(c => c.Title).First();

    protected override IReadOnlyList<Expression<Func<CoParagraph, int?>>> Units => [p => p.UnitId];

    public override string Href(Bearer bearer, int id) => ReportLinks.Review;

    protected override Task LoadOwnersAsync(IReadOnlyList<CoParagraph> things, CancellationToken stop)
    {
        var reports = things.Select(p => p.ReportId).ToList();
        return Db.Reports.Where(r => reports.Contains(r.Id)).LoadAsync(stop);
    }

    protected override Task<bool> IsThereAsync(Bearer bearer, CoParagraph thing, int next, CancellationToken stop) =>
        Db.Set<CoParagraph>().AnyAsync(p => p.ReportId == thing.ReportId && p.UnitId == next, stop);
}
