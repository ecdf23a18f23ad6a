using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Settling;

/// <summary>The year's end: what is settled, what is left, and the closing.</summary>
public sealed class IndexModel(SettleService service) : MaodingPage
{
    [BindProperty]
    public int RowId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>carry or answer.</summary>
    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Plan? Plan { get; private set; }

    public SettleView? View { get; private set; }

    /// <summary>Plans closed before, the newest first, as many as are remembered in a term of office.</summary>
    public IEnumerable<Plan> ClosedPlans =>
        Directory.Ledger.Plans.Where(p => p.State == PlanState.Closed && p.Id != Plan?.Id).OrderByDescending(p => p.Year).Take(5);

    /// <summary>The first day on which rows are answered for, while it has not come.</summary>
    public DateOnly? WaitsUntil => Plan is { } plan && CompletionRules.FirstDay(plan.Year) is var first && Today < first ? first : null;

    [Needs(Permission.SettleYear)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.SettleYear)]
    public Task<IActionResult> OnPostPlainAsync() =>
    Act("已销号和停办的都记好了。", (plan, once) => service.SettlePlainAsync(Actor, plan, once, HttpContext.RequestAborted));

    [Needs(Permission.SettleYear)]
    public Task<IActionResult> OnPostRowAsync() =>
        Act(How == "carry" ? "已结转，下年台账里有一项草稿。" : "已记下说明。",
            (_, once) => service.SettleAsync(Actor, RowId, Version, How == "carry", Words ?? "", once, HttpContext.RequestAborted));

    /// <summary>From the row's page and back to it.</summary>
    [Needs(Permission.SettleYear)]
    public Task<IActionResult> OnPostTakeBackAsync() => Try(
        async () =>
        {
            var row = LedgerLinks.Row(RowId);
            await service.TakeBackAsync(Actor, RowId, Version, Once(row), HttpContext.RequestAborted);
            Notice("已撤回，这一项要重新交账。");
            return Redirect(row);
        },
        LoadAsync);

    [Needs(Permission.SettleYear)]
    public Task<IActionResult> OnPostCloseAsync() => Act("已关账。", (plan, once) => service.CloseAsync(Actor, plan, once, HttpContext.RequestAborted));

    private Task<IActionResult> Act(string notice, Func<int, Domain.Audit.HandledRequest?, Task> act) => Try(
        async () =>
        {
            var plan = Current.Plan ?? throw new RefusalException("SET104", "还没有台账，没有可交的账。", RefusalKind.Conflict);
            await act(plan.Id, Once(SettleLinks.Index));
            Notice(notice);
            return Redirect(SettleLinks.Index);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Plan = Current.Plan;
        if (Plan is not null) View = await service.ReadAsync(Actor, Plan, HttpContext.RequestAborted);
    }
}
