using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Building.Projects;

/// <summary>Projects that are neither finished nor withdrawn hang on their lead unit, their serving unit and the post that leads them.</summary>
internal sealed class ProjectsHandover(MaodingContext db) : OwnedHandover<Project>(db)
{
    public override int Place => 200;

    public override string Words => "个未竣工的项目";

    public override Permission Needs => Permission.SeeProjects;

    protected override IQueryable<Project> Open => Db.Projects.Where(p => p.Stage < Stage.Completed || p.Stage == Stage.Suspended);

    protected override Expression<Func<Project, string>> Title => p => p.Name;

    protected override IReadOnlyList<Expression<Func<Project, int?>>> Units => [p => p.LeadUnitId, p => p.ServiceUnitId];

    protected override IReadOnlyList<Expression<Func<Project, int?>>> Posts => [p => p.LeaderPostId];

    public override string Href(Bearer bearer, int id) => bearer == Bearer.Unit ? new ProjectFilter(Unit: id).Href() : new ProjectFilter(Leader: id).Href();
}
