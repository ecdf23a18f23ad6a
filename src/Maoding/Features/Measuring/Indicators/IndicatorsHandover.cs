using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>Indicators in use hang on the unit that answers for their figures.</summary>
internal sealed class IndicatorsHandover(MaodingContext db) : OwnedHandover<Indicator>(db)
{
    public override int Place => 60;

    public override string Words => "项报送的指标";

    public override Permission Needs => Permission.SeeFigures;

    protected override IQueryable<Indicator> Open => Db.Indicators.Where(i => !i.IsRetired);

    protected override Expression<Func<Indicator, string>> Title => i => i.Name;

    protected override IReadOnlyList<Expression<Func<Indicator, int?>>> Units => [i => i.UnitId];

    public override string Href(Bearer bearer, int id) => IndicatorLinks.Index;
}
