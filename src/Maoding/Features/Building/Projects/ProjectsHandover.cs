using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Building.Projects;

/// <summary>Projects that are neither finished nor withdrawn hang on their lead unit and on the post that leads them.</summary>
internal sealed class ProjectsHandover(MaodingContext db) : HandoverPart
{
    public override int Place => 200;

    public override string Words => "个没有竣工的项目";

    public override string Remedy => "项目在项目库里改责任单位或包联领导";

    public override Permission Needs => Permission.SeeProjects;

    public override Task<IReadOnlyDictionary<int, int>> CountAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var open = db.Projects.Where(p => p.Stage < Stage.Completed || p.Stage == Stage.Suspended);
        return ByBearerAsync(bearer == Bearer.Unit ? open.Select(p => (int?)p.LeadUnitId) : open.Select(p => p.LeaderPostId), ids, stop);
    }

    public override string Href(Bearer bearer, int id) => bearer == Bearer.Unit ? new ProjectFilter(Unit: id).Href() : new ProjectFilter(Leader: id).Href();
}
