using Maoding.Domain.Access;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Progress.Burden;

public sealed class BurdenHandlerTests : HandlerWalk
{
    public override string[] Sections => ["burden"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        return
        [
            new Thing("burden/", "education's", ("id", district.Education.Id)) { Facts = _ => AccessFacts.OfUnit(district.Education.Id) },
            new Thing("burden/", "housing's", ("id", district.Housing.Id)) { Facts = _ => AccessFacts.OfUnit(district.Housing.Id) },
        ];
    }
}
