using System.Net;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Features.Administration.Organs;
using Maoding.Storage;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Administration.Organs;

/// <summary>Changes of the directory that meet others at the same moment.</summary>
public sealed class ChangeRaceTests
{
    [Fact]
    public async Task Of_two_changes_that_give_to_each_other_one_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var one = await app.AsAsync("coordinator");
        using var other = await app.AsAsync("coordinator");
        var (housing, education) = (district.Housing.Id, district.Education.Id);
        var answers = await Task.WhenAll(
            OrganScene.ChangeAsync(one, $"/organs/unit/{housing}/change?Kind=Merged&To={education}", OrganScene.Grounds),
            OrganScene.ChangeAsync(other, $"/organs/unit/{education}/change?Kind=Merged&To={housing}", OrganScene.Grounds));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Redirect));
        foreach (var answer in answers) answer.Dispose();
        await using var db = app.Open();
        Assert.Equal(1, await db.Units.CountAsync(u => u.IsClosed && (u.Id == housing || u.Id == education)));
    }

    [Fact]
    public async Task What_was_hung_on_a_unit_while_it_was_closed_stops_the_closing()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var scope = app.Services.CreateAsyncScope();
        var (db, directory) = (scope.ServiceProvider.GetRequiredService<MaodingContext>(), scope.ServiceProvider.GetRequiredService<DirectorySave>());
        // Looked at and found empty; before it is saved somebody gives the unit a row.
        (await db.Units.SingleAsync(u => u.Id == district.Finance.Id)).IsClosed = true;
        await using (var meanwhile = app.Open())
        {
            meanwhile.Add(district.Row("1", "清理专项资金20项", CommitmentState.Issued, district.Finance));
            await TestApp.SaveAsync(meanwhile);
        }

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => directory.SaveAsync(Actor.System, "机构变动"));
        Assert.Equal(("DIR033", RefusalKind.Conflict), (refusal.Code, refusal.Kind));
        await using var after = app.Open();
        Assert.False((await after.Units.SingleAsync(u => u.Id == district.Finance.Id)).IsClosed);
    }
}
