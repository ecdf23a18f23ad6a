using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Settling;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>Decisions of stocktakes that are not done hang on their unit.</summary>
internal sealed class StepsHandover(MaodingContext db) : OwnedHandover<NextStep>(db)
{
    public override int Place => 140;

    public override string Words => "项未办结的议定事项";

    public override Permission Needs => Permission.AnswerNextStep;

    protected override IQueryable<NextStep> Open => Db.NextSteps.Where(s => s.DoneOn == null);

    protected override Expression<Func<NextStep, string>> Title => s => s.Text;

    protected override IReadOnlyList<Expression<Func<NextStep, int?>>> Units => [s => s.UnitId];

    public override string Href(Bearer bearer, int id) => StocktakeLinks.Steps;
}
