using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Building.Procedures;

/// <summary>Procedures that are not settled hang on the unit that decides them.</summary>
internal sealed class ProceduresHandover(MaodingContext db) : OwnedHandover<Procedure>(db)
{
    public override int Place => 210;

    public override string Words => "项未办结的手续";

    public override Permission Needs => Permission.SeeProjects;

    protected override IQueryable<Procedure> Open => Db.Procedures.Where(p => p.FinishedOn == null && p.Waived == "");

    protected override Expression<Func<Procedure, string>> Title => p => Db.Projects.Where(q => q.Id == p.ProjectId).Select(q => q.Name).First() + "：" + p.Name;

    protected override IReadOnlyList<Expression<Func<Procedure, int?>>> Units => [p => p.UnitId];

    public override string Href(Bearer bearer, int id) => ProcedureLinks.Index;
}
