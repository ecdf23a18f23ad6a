using Maoding.Domain.Access;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>No handler is outside: each declares a permission and is walked by exactly one of the walks.</summary>
public sealed class EveryHandlerTests
{
    private static readonly HandlerWalk[] _walks =
    [
        .. typeof(HandlerWalk).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(HandlerWalk))).Select(t => (HandlerWalk)Activator.CreateInstance(t)!),
    ];

    [Fact]
    public async Task Every_handler_declares_what_it_needs()
    {
        await using var app = await TestApp.StartAsync();
        var handlers = await HandlerCatalogue.OfAsync(app);
        Assert.Contains(handlers, h => h is { Method: "POST", Needs: Permission.Open });
        Assert.Empty(handlers.Where(h => h.Needs is null).Select(h => $"{h} has no [Needs]"));
    }

    [Fact]
    public async Task Every_handler_is_walked_as_every_role()
    {
        await using var app = await TestApp.StartAsync();
        var sections = (await HandlerCatalogue.OfAsync(app)).Select(h => h.Section).ToHashSet();
        Assert.Empty(sections.Where(s => _walks.Count(w => w.Sections.Contains(s)) != 1)
            .Select(s => $"/{s} has no walk of its own: derive one from HandlerWalk in its feature's test folder"));
        Assert.Empty(_walks.SelectMany(w => w.Sections).Where(s => !sections.Contains(s)).Select(s => $"/{s} is walked and has no handler"));
    }
}
