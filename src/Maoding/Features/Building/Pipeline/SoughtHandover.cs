using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Building.Pipeline;

/// <summary>Matters sought from above that are not decided hang on the unit that files them.</summary>
internal sealed class SoughtHandover(MaodingContext db) : OwnedHandover<SoughtMatter>(db)
{
    public override int Place => 410;

    public override string Words => "个未办结的向上争取事项";

    public override Permission Needs => Permission.SeePipeline;

    protected override IQueryable<SoughtMatter> Open => Db.SoughtMatters.Where(m => m.State == SoughtState.Preparing || m.State == SoughtState.Filed);

    protected override Expression<Func<SoughtMatter, string>> Title => m => m.Name;

    protected override IReadOnlyList<Expression<Func<SoughtMatter, int?>>> Units => [m => m.UnitId];

    public override string Href(Bearer bearer, int id) => PipelineLinks.Sought;
}
