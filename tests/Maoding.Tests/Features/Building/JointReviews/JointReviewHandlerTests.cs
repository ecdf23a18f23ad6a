using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Tests.Features.Building.Projects;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Building.JointReviews;

public sealed class JointReviewHandlerTests : HandlerWalk
{
    private const int FirstLeader = 1;

    public override string[] Sections => ["joint-reviews"];

    protected override (string Handler, string Reason)[] Elsewhere =>
    [
        ("GET /joint-reviews/{id:int}/edit", "what has been sent is not changed any more"),
        ("POST /joint-reviews/{id:int}?handler=Answer", "an empty form names no department"),
        ("POST /joint-reviews/{id:int}?handler=Decide", "an empty form names no department"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var scene = await ProjectScene.InAsync(app);
        Project[] projects = [scene.School, scene.Plant];
        var reviews = projects.Select(p => new JointReview
        {
            ProjectId = p.Id,
            Title = $"{p.Name}联审",
            State = ReviewState.Reviewing,
            SentOn = SmallDistrict.Today,
            Answers = [new ReviewAnswer { UnitId = scene.District.Finance.Id, Days = 5, Due = SmallDistrict.Today.AddDays(7) }],
        }).ToList();
        await using var db = app.Open();
        db.AddRange(reviews);
        await TestApp.SaveAsync(db);
        var files = reviews.Select(r => RowThings.FileOf(nameof(JointReview), r.Id)).ToList();
        db.Files.AddRange(files);
        await TestApp.SaveAsync(db);
        db.FileChunks.AddRange(files.Select(f => new FileChunk { FileId = f.Id, Index = 0, Bytes = [65] }));
        await TestApp.SaveAsync(db, "放入资料");
        return
        [
            .. projects.Zip(reviews, (p, r) => new Thing("joint-reviews/", r.Title, ("id", r.Id)) { Facts = needs => FactsOf(p, needs) }),
            .. projects.Zip(files, (p, f) => new Thing("joint-reviews/files/", p.Name, ("id", f.Id)) { Facts = needs => FactsOf(p, needs) }),
            .. projects.Select(p => new Thing("joint-reviews/new/", p.Name, ("project", p.Id)) { Facts = needs => FactsOf(p, needs) }),
        ];
    }

    /// <summary>Finance is asked and nobody has charge of it, so that the leader of the project decides or else the first one; who decides sees.</summary>
    private static AccessFacts FactsOf(Project project, Permission needs) => needs switch
    {
        Permission.AnswerReview => AccessFacts.Of([project.LeadUnitId], [FirstLeader]),
        Permission.DecideReview => AccessFacts.Of([], [FirstLeader]),
        _ => ProjectFacts.Of(project),
    };
}
