using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Building.Pipeline;

/// <summary>Leads that have not ended hang on the unit and the leader who follow them.</summary>
internal sealed class LeadsHandover(MaodingContext db) : HandoverPart
{
    public override int Place => 400;

    public override string Words => "条跟进中的招商线索";

    public override string Remedy => "招商线索在线索页面改跟进单位或牵头领导";

    public override Permission Needs => Permission.SeePipeline;

    public override Task<IReadOnlyDictionary<int, int>> CountAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var open = db.Leads.Where(l => l.State < LeadState.Entered);
        return ByBearerAsync(bearer == Bearer.Unit ? open.Select(l => (int?)l.UnitId) : open.Select(l => l.LeaderPostId), ids, stop);
    }

    public override string Href(Bearer bearer, int id) => PipelineLinks.Index;
}
