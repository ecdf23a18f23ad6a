using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Closings;

/// <summary>月结: the months of a plan, what was frozen, and the one that waits.</summary>
public sealed class IndexModel(CloseReader reader, MonthCloseService closing, EditionStore editions) : MaodingPage
{
    /// <summary>Null before the first plan.</summary>
    public Plan? Plan { get; private set; }

    /// <summary>Of the days on which what is open will be closed.</summary>
    public string CalendarDoubt =>
        WorkdayDoubt(Standing.Months.Where(m => m.State is MonthState.Waiting or MonthState.Later).Select(m => (DateOnly?)m.CloseOn));

    public CloseStanding Standing { get; private set; } = new([], null, null);

    /// <summary>yyyymm that the form closes.</summary>
    [BindProperty]
    public int Month { get; set; }

    [Needs(Permission.SeeOverview)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.CloseMonth)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var done = await closing.CloseAsync(Actor, Current.Plan?.Id ?? 0, Month, Today, Once(CloseLinks.List), stop);
            await editions.KeepMissingAsync(EditionKind.ClosedMonth, stop);
            Notice(done ? $"{Month % 100}月已月结，各项的灯不再变。" : $"{Month % 100}月早已月结，没有重复执行。");
            return Redirect(CloseLinks.List);
        },
        () => LoadAsync(stop));

    public static string StateName(MonthState state) => state switch
    {
        MonthState.Closed => "已月结",
        MonthState.Waiting => "待月结",
        MonthState.Before => "未印发",
        _ => "未到",
    };

    public static string StateClass(MonthState state) => state switch
    {
        MonthState.Closed => "mark mark-green",
        MonthState.Waiting => "mark mark-yellow",
        _ => "mark mark-plain",
    };

    public static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    private async Task LoadAsync(CancellationToken stop)
    {
        Plan = Current.Plan;
        if (Plan is not null) Standing = await reader.ReadAsync(Plan, Directory, Today, stop);
    }
}
