using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Maoding.Storage.Migrating;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Maoding.Features.Demo;

/// <summary>Fills an empty database with the fictional 云泽区 by the same services that people use, so that nothing in it could not have happened.</summary>
internal sealed class DemoBuilder(IServiceProvider services, DemoClock clock, Action<double> progress)
{
    /// <summary>The day on which the demonstration stands.</summary>
    public static readonly DateOnly Today = new(2026, 3, 6);

    public static async Task BuildAsync(Database database, Action<double> progress, CancellationToken stop)
    {
        await Migrator.MigrateAsync(database, stop);
        var clock = new DemoClock();
        await using var app = WebApp.Build(database, [], builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await new DemoBuilder(app.Services, clock, progress).RunAsync(stop);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        await AddDirectoryAsync(stop);
        progress(0.1);
    }

    private async Task AddDirectoryAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        DemoDirectory.AddTo(scope.ServiceProvider.GetRequiredService<MaodingContext>(), Today);
        await scope.ServiceProvider.GetRequiredService<AuditedSave>().SaveAsync(new Actor(0, null, "系统", false, []), "建立演示区", stop: stop);
        clock.Pass(30);
    }
}
