using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Tests.Features.Supervision.Problems;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Supervision.SiteMeetings;

public sealed class SiteMeetingHandlerTests : HandlerWalk
{
    public override string[] Sections => ["site-meetings"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var scene = await ProblemScene.InAsync(app);
        (string Kind, SiteMeeting Meeting, int Unit)[] meetings =
        [
            ("of the first leader at the school", Held(scene.District.Leader.Id, scene.School.Id), scene.District.Education.Id),
            ("of the other leader at the homes", Held(scene.District.OtherLeader.Id, scene.Homes.Id), scene.District.Housing.Id),
        ];
        await using var db = app.Open();
        db.AddRange(meetings.Select(m => m.Meeting));
        await TestApp.SaveAsync(db);
        return
        [
            .. meetings.Select(m => new Thing("site-meetings/", m.Kind, ("id", m.Meeting.Id))
            {
                Facts = needs => ProblemFacts.Of(m.Meeting, needs == Permission.SeeProblems ? [m.Unit] : []),
            }),
        ];
    }

    private static SiteMeeting Held(int leader, int project) => new()
    {
        HeldOn = SmallDistrict.Today,
        Place = "项目工地",
        LeaderPostId = leader,
        Projects = [new MeetingProject { ProjectId = project }],
    };
}
