using System.Security.Claims;
using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>Carries out every change whose day has come, each by itself; what cannot be is kept with the reason and shown on 今日.</summary>
internal sealed class PlannedWork(IServiceScopeFactory scopes, MaodingContext db, BusinessClock clock, ILogger<PlannedWork> log) : NightWork(db, clock, log)
{
    protected override async Task<int> RunAsync(Region region, DateOnly today, CancellationToken stop)
    {
        var due = await Db.PlannedChanges.Where(p => p.State == PlannedState.Pending && p.On <= today)
            .OrderBy(p => p.On).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(stop);
        var count = 0;
        foreach (var id in due)
            if (await CarryOutAsync(id, stop)) count++;
        return count;
    }

    /// <summary>In a scope of its own: the directory is another one after each.</summary>
    private async Task<bool> CarryOutAsync(int id, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CurrentRequest>().LoadAsync(new ClaimsPrincipal(), stop);
            return await scope.ServiceProvider.GetRequiredService<OrganChangeService>().CarryOutAsync(id, stop);
        }
        catch (RefusalException refusal) when (refusal.Code != "SYS001")
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PlannedChanges>().TroubledAsync(id, $"{refusal.Message}（{refusal.Code}）", stop);
            return false;
        }
        catch (RefusalException)
        {
            // Another node was first.
            return false;
        }
    }
}
