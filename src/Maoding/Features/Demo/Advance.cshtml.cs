using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Demo;

/// <summary>The button at the head of a demonstration's pages.</summary>
public sealed class AdvanceModel(DemoDate date) : MaodingPage
{
    /// <summary>Typed or gone back to: nothing is done by asking.</summary>
    [Needs(Permission.SeeToday)]
    public IActionResult OnGet() => Redirect("/today");

    [Needs(Permission.SeeToday)]
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var month = await date.AdvanceAsync(Actor, Once("/today"), stop);
        Notice(month is { } closed ? string.Create(CultureInfo.InvariantCulture, $"业务日期已前移，{closed % 100}月已经月结。") : "本年度各月都已月结，不再前移。");
        return Redirect(month is null ? "/today" : "/overviews");
    }
}
