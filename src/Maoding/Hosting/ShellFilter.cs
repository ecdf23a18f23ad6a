using Maoding.Districts;
using Maoding.Contracts;
using Maoding.Shared;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maoding.Hosting;

/// <summary>Fills what stands around a page, once the handler has said that a page will be shown.</summary>
public sealed class ShellFilter(CurrentRequest current, IReadOnlyList<Feature> features) : IAsyncResultFilter
{
    /// <summary>Years in the switch: a term of office and the year after it.</summary>
    private const int MostYears = 6;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is PageResult && context.Controller is PageModel page)
        {
            page.ViewData["Shell"] = Shell(page);
            if (current.Actor.IsSignedIn) context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";
        }

        await next();
    }

    private ShellModel Shell(PageModel page)
    {
        if (current.DirectoryOrNull is not { } directory) return ShellModel.Empty;
        var actor = current.Actor;
        var plans = directory.Ledger.Plans;
        return new ShellModel(
            directory.Region.Name,
            actor.IsSignedIn ? current.Plan?.Year : null,
            actor.IsSignedIn && plans.Count > 1 ? [.. plans.Take(MostYears).Select(p => p.Year).Reverse()] : [],
            current.IsOfOneYear ? null : page.Request.Path.Value,
            current.CarriedYear,
            actor.IsSignedIn ? actor.Name : null,
            actor.Posts.Count > 0 ? actor.Posts[0].Name : actor.IsAdministrator ? "系统管理员" : null,
            directory.Region.BusinessDate,
            directory.Region.IsDemo,
            actor.IsSignedIn ? NavigationGroups.Of(features, actor) : [],
            actor.IsSignedIn ? NavigationGroups.AtHandOf(features, actor) : []);
    }
}
