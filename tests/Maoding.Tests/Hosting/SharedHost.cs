using System.Collections.Concurrent;
using Maoding.Storage;
using Maoding.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Maoding.Tests.Hosting;

/// <summary>
/// An application that serves one test after another: starting one costs a quarter of a second, giving it a fresh database and
/// fresh singletons of the product costs none. Two tests at once have two of them.
/// </summary>
internal sealed class SharedHost
{
    /// <summary>Milliseconds that an answer is waited for.</summary>
    private const int LongestAnswer = 5000;

    private static readonly ConcurrentBag<SharedHost> _idle = [];
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("maoding-test-").FullName;
    private ConcurrentDictionary<Type, Lazy<object>> _state = [];
    private int _asked;

    private SharedHost() => Database = Database.InFolder(_folder);

    public Database Database { get; }

    public WebApplication App { get; private set; } = null!;

    /// <summary>One that nobody uses, as if it had just started on a migrated database.</summary>
    public static async Task<SharedHost> TakeAsync()
    {
        if (!_idle.TryTake(out var host)) return await StartAsync();
        host.Forget();
        await MigratedDatabase.InFolderAsync(host._folder);
        return host;
    }

    /// <summary>Once what a browser still asked for when its test ended is answered: it would open the next test's database.</summary>
    public async Task GiveBackAsync()
    {
        for (var waited = 0; Volatile.Read(ref _asked) > 0 && waited < LongestAnswer; waited++) await Task.Delay(1);
        _idle.Add(this);
    }

    private static async Task<SharedHost> StartAsync()
    {
        var host = new SharedHost();
        await MigratedDatabase.InFolderAsync(host._folder);
        host.App = TestApp.Build(host.Database, builder =>
        {
            host.LendState(builder.Services);
            builder.Services.AddSingleton<IStartupFilter>(new CountedRequests(host));
        });
        await host.App.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(host._folder, recursive: true);
        return host;
    }

    /// <summary>What the product keeps for a process lives as long as a test: each singleton of its own is made anew for the next one.</summary>
    private void LendState(IServiceCollection services)
    {
        // What works by itself between two tests would open the database while it is replaced.
        foreach (var worker in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType is { } type && IsOurs(type)).ToList())
            services.Remove(worker);
        foreach (var kept in services.Where(s => s.Lifetime == ServiceLifetime.Singleton && IsOurs(s.ServiceType)).ToList())
        {
            if (kept.ImplementationInstance is Database) continue;
            if (kept.ImplementationInstance is not null)
                throw new InvalidOperationException($"Register {kept.ServiceType.Name} by its type: an instance would be carried from one test to the next.");
            services.Remove(kept);
            services.AddTransient(kept.ServiceType, given => _state.GetOrAdd(kept.ServiceType, _ => new Lazy<object>(() => Make(kept, given))).Value);
        }
    }

    private static object Make(ServiceDescriptor kept, IServiceProvider services) =>
        kept.ImplementationFactory?.Invoke(services) ?? ActivatorUtilities.CreateInstance(services, kept.ImplementationType!);

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("maoding", StringComparison.OrdinalIgnoreCase);

    /// <summary>No connection of the last test is used again; one still open keeps the file that was.</summary>
    private void Forget()
    {
        using (var connection = new SqliteConnection(Database.ConnectionString)) SqliteConnection.ClearPool(connection);
        foreach (var file in System.IO.Directory.GetFiles(_folder)) File.Delete(file);
        _state = [];
    }

    /// <summary>Counts what is being answered, before anything of the product sees it.</summary>
    private sealed class CountedRequests(SharedHost host) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                Interlocked.Increment(ref host._asked);
                try
                {
                    await following(context);
                }
                finally
                {
                    Interlocked.Decrement(ref host._asked);
                }
            });
            next(app);
        };
    }
}
