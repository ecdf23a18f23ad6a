using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>Next steps of problems hang on the unit that was given them.</summary>
internal sealed class StepsHandover(MaodingContext db) : OwnedHandover<ProblemStep>(db)
{
    public override int Place => 310;

    public override string Words => "项问题的下一步";

    public override Permission Needs => Permission.SeeProblems;

    protected override IQueryable<ProblemStep> Open => Db.ProblemSteps.Where(s => s.DoneOn == null);

    protected override Expression<Func<ProblemStep, string>> Title => s => s.Text;

    protected override IReadOnlyList<Expression<Func<ProblemStep, int?>>> Units => [s => s.UnitId];

    public override string Href(Bearer bearer, int id) => new ProblemFilter(Unit: id).Href();

    protected override Task LoadOwnersAsync(IReadOnlyList<ProblemStep> things, CancellationToken stop)
    {
        var problems = things.Select(s => s.ProblemId).ToList();
        return Db.Problems.Where(p => problems.Contains(p.Id)).LoadAsync(stop);
    }
}
