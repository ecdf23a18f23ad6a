using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.JointReviews;

/// <summary>Joint reviews under way hang on departments that have not answered, and on the leaders to whom something went up.</summary>
internal sealed class ReviewsHandover(MaodingContext db) : OwnedHandover<ReviewAnswer>(db)
{
    public override int Place => 220;

    public override string Words => "件未答复的联审联批";

    public override Permission Needs => Permission.SeeProjects;

    protected override IQueryable<ReviewAnswer> Open => Db.ReviewAnswers.Where(a =>
        (a.Kind == null || (a.EscalatedToPostId != null && a.DecidedOn == null))
        && Db.JointReviews.Any(r => r.Id == a.ReviewId && (r.State == ReviewState.Preparing || r.State == ReviewState.Reviewing)));

    protected override Expression<Func<ReviewAnswer, string>> Title => a => Db.JointReviews.Where(r => r.Id == a.ReviewId).Select(r => r.Title).First();

    protected override IReadOnlyList<Expression<Func<ReviewAnswer, int?>>> Units => [a => a.UnitId];

    protected override IReadOnlyList<Expression<Func<ReviewAnswer, int?>>> Posts => [a => a.EscalatedToPostId];

    public override string Href(Bearer bearer, int id) => ReviewLinks.Index;

    protected override Task LoadOwnersAsync(IReadOnlyList<ReviewAnswer> things, CancellationToken stop)
    {
        var reviews = things.Select(a => a.ReviewId).ToList();
        return Db.JointReviews.Where(r => reviews.Contains(r.Id)).LoadAsync(stop);
    }

    protected override Task<bool> IsThereAsync(Bearer bearer, ReviewAnswer thing, int next, CancellationToken stop) => Db.ReviewAnswers.AnyAsync(
        a => bearer == Bearer.Unit && thing.Kind == null && a.ReviewId == thing.ReviewId && a.UnitId == next && a.ProcedureId == thing.ProcedureId, stop);
}
