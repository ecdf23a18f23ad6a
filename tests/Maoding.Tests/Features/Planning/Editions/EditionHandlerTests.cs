using Maoding.Domain.Editions;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Editions;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Planning.Editions;

public sealed class EditionHandlerTests : HandlerWalk
{
    public override string[] Sections => ["editions"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        await RowThings.InAsync(app);
        await using var db = app.Open();
        (await db.Plans.SingleAsync()).State = PlanState.Issued;
        await TestApp.SaveAsync(db);
        await using (var scope = app.Scope())
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<EditionCatchUp>().RunAsync(CancellationToken.None));
        var edition = await db.Editions.SingleAsync();
        var file = await db.Files.OrderBy(f => f.Id).FirstAsync(f => f.Subject == nameof(Edition) && f.SubjectId == edition.Id);
        return [new Thing("editions/", "the batch's", ("id", edition.Id), ("file", file.Id))];
    }
}
