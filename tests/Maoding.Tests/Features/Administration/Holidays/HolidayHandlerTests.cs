using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Administration.Holidays;

public sealed class HolidayHandlerTests : HandlerWalk
{
    public override string[] Sections => ["holidays"];
}
