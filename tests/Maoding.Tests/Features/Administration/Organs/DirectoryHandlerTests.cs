using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Administration.Organs;

public sealed class DirectoryHandlerTests : HandlerWalk
{
    public override string[] Sections => ["organs"];

    protected override (string Handler, string Reason)[] Elsewhere =>
    [
        ("POST /organs/post/{id:int?}?handler=Revoke", "an empty form names no person"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        return
        [
            new Thing("organs/unit/", "education", ("id", district.Education.Id)),
            new Thing("organs/post/", "a leader", ("id", district.Leader.Id)),
            new Thing("organs/person/", "a person", ("id", db.Persons.Select(p => p.Id).First())),
            new Thing("organs/division/", "a leader's charge", ("id", db.Divisions.Select(d => d.Id).First())),
        ];
    }
}
