using System.Security.Claims;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Start;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Maoding.Storage.Migrating;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Maoding.Features.Demo;

/// <summary>Fills an empty database with the fictional 云泽区 by the same services that people use, so that nothing in it could not have happened.</summary>
internal sealed partial class DemoBuilder(IServiceProvider services, DemoClock clock, Action<double> progress)
{
    /// <summary>The day on which the demonstration stands.</summary>
    public static readonly DateOnly Today = new(2026, 8, 17);

    /// <summary>The account of the supervision office.</summary>
    private const string Office = "duchashi";

    public static async Task BuildAsync(Database database, Action<double> progress, CancellationToken stop)
    {
        await Migrator.MigrateAsync(database, stop);
        var clock = new DemoClock();
        await using var app = WebApp.Build(database, [], builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await new DemoBuilder(app.Services, clock, progress).RunAsync(stop);
    }

    private async Task AddDirectoryAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        DemoDirectory.AddTo(scope.ServiceProvider.GetRequiredService<MaodingContext>(), Today);
        await scope.ServiceProvider.GetRequiredService<AuditedSave>().SaveAsync(Actor.System, "建立演示区", stop: stop);
    }

    /// <summary>Does something as a person would in one request of a day, and lets some minutes pass.</summary>
    private async Task<T> AsAsync<T>(string account, DateOnly day, Func<IServiceProvider, CurrentRequest, Task<T>> act, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.UserName == account, stop);
        var names = scope.ServiceProvider.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(names.UserIdClaimType, $"{user.Id}"), new Claim(names.SecurityStampClaimType, user.SecurityStamp!)], "demo"));
        var current = scope.ServiceProvider.GetRequiredService<CurrentRequest>();
        await current.LoadAsync(principal, stop, day);
        var result = await act(scope.ServiceProvider, current);
        clock.Pass(4);
        return result;
    }

    private async Task DoAsync(string account, DateOnly day, Func<IServiceProvider, CurrentRequest, Task> act, CancellationToken stop) =>
        await AsAsync(account, day, async (provider, current) =>
        {
            await act(provider, current);
            return true;
        }, stop);
}
