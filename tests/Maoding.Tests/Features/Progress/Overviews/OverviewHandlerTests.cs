using Maoding.Domain.Documents;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Progress.Overviews;

public sealed class OverviewHandlerTests : HandlerWalk
{
    public override string[] Sections => ["overviews"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        var theme = new Theme { PlanId = district.Plan.Id, Name = "六个转型", Order = 1 };
        await using var db = app.Open();
        db.Themes.Add(theme);
        await TestApp.SaveAsync(db);
        return
        [
            new Thing("overviews/leader/", "the first leader's", ("post", district.Leader.Id)),
            new Thing("overviews/leader/", "the other leader's", ("post", district.OtherLeader.Id)),
            new Thing("overviews/unit/", "education's", ("unit", district.Education.Id)),
            new Thing("overviews/theme/", "a theme's", ("theme", theme.Id)),
        ];
    }
}
