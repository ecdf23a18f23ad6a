using Maoding.Domain.Organization;
using Maoding.Features.Administration.Organs;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Administration.Organs;

/// <summary>A directory from before lines were kept gets them at a start, once, and what people said stays.</summary>
public sealed class LineCatchUpTests
{
    private const string Action = "补充单位和岗位的条线";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Names_tell_lines_and_chiefs_once_and_the_log_says_so(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? Database.Postgres(PostgresCluster.CreateDatabase()) : null);
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        db.AddRange(
            new Post { Order = 20, Name = "区委书记", Kind = PostKind.Leader, IsClosed = true },
            new Post { Order = 21, Name = "区委书记", Kind = PostKind.Leader },
            new Post { Order = 22, Name = "区委副书记、区长", Kind = PostKind.Leader });
        await TestApp.SaveAsync(db);
        await db.Units.ExecuteUpdateAsync(u => u.SetProperty(x => x.Line, OrganLine.Unsaid));
        await db.Posts.ExecuteUpdateAsync(p => p.SetProperty(x => x.Line, OrganLine.Unsaid));
        await RunAsync(app);
        db.ChangeTracker.Clear();
        Assert.All(await db.Units.ToListAsync(), u => Assert.Equal(OrganLine.Government, u.Line));
        Assert.Equal(
            [("区委书记", OrganLine.Party), ("区委副书记、区长", OrganLine.Government)],
            (await db.Posts.Where(p => p.IsChief).OrderBy(p => p.Order).ToListAsync()).Select(p => (p.Name, p.Line)));
        Assert.Equal(OrganLine.Government, await db.Posts.Where(p => p.UnitId == district.Education.Id).Select(p => p.Line).Distinct().SingleAsync());
        var told = await db.AuditEntries.CountAsync(e => e.Action == Action);
        Assert.Equal(await db.Units.CountAsync() + await db.Posts.CountAsync(), told);
        // Somebody knows better; the next start asks nothing again.
        await db.Posts.Where(p => p.Name == "区委副书记、区长").ExecuteUpdateAsync(p => p.SetProperty(x => x.IsChief, false));
        await RunAsync(app);
        Assert.Equal(told, await db.AuditEntries.CountAsync(e => e.Action == Action));
        Assert.Equal(1, await db.Posts.CountAsync(p => p.IsChief));
    }

    private static async Task RunAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LineCatchUp>().RunAsync(TestContext.Current.CancellationToken);
    }
}
