using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Supervision.Problems;

/// <summary>Problems that are not closed hang on the unit that handles them and on the leader who answers for them.</summary>
internal sealed class ProblemsHandover(MaodingContext db) : OwnedHandover<Problem>(db)
{
    public override int Place => 300;

    public override string Words => "个未销号的问题";

    public override Permission Needs => Permission.SeeProblems;

    protected override IQueryable<Problem> Open => Db.Problems.Where(p => p.State < ProblemState.Closed);

    protected override Expression<Func<Problem, string>> Title => p => p.Title;

    protected override IReadOnlyList<Expression<Func<Problem, int?>>> Units => [p => p.UnitId];

    protected override IReadOnlyList<Expression<Func<Problem, int?>>> Posts => [p => p.LeaderPostId];

    public override string Href(Bearer bearer, int id) => bearer == Bearer.Unit ? new ProblemFilter(Unit: id).Href() : new ProblemFilter(Leader: id).Href();
}
