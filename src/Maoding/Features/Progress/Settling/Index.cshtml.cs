using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>The year's end: what is settled, what is left, and the closing.</summary>
public sealed class IndexModel(SettleService service, SettleList list) : MaodingPage
{
    private const int PageSize = 50;

    [BindProperty]
    public int RowId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What becomes of one row, or of all that are chosen; null: what their units propose.</summary>
    [BindProperty]
    public SettlementKind? How { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Rows with their versions: 12:3.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>The row to come back to.</summary>
    [BindProperty]
    public int? Next { get; set; }

    public SettleFilter Filter { get; private set; } = new();

    public IReadOnlyList<OpenRow> Open { get; private set; } = [];

    public ListPage Shown { get; private set; } = new(PageSize, 0, 1);

    public PagerModel Pager => Shown.Pager(page => (Filter with { Page = page }).Href(), "项");

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
        Act(How == SettlementKind.Carried ? "已结转，下年台账里有一项草稿。" : "已交账。",
            (_, once) => service.SettleAsync(Actor, [new SettleDecision(RowId, Version, How ?? default, Words ?? "")], once, HttpContext.RequestAborted));

    /// <summary>One decision for all that are chosen, or each as its unit proposes.</summary>
    [Needs(Permission.SettleYear)]
    public Task<IActionResult> OnPostManyAsync() => Act($"已交账 {Chosen.Count} 项。", async (plan, once) =>
    {
        var stop = HttpContext.RequestAborted;
        var versions = Chosen.Select(c => c.Split(':')).Where(c => c.Length == 2).ToDictionary(c => Whole(c[0]), c => Whole(c[1]));
        var keys = versions.Keys.ToList();
        var rows = await list.Open(Actor, plan, new SettleFilter()).Where(r => keys.Contains(r.Id)).ToListAsync(stop);
        if (How is null && rows.Find(r => r.Proposed is null) is { } without)
            throw new RefusalException("SET111", $"“{without.Title}”的牵头单位还没有提出建议。请取消勾选，或选定去向统一办理。") { Field = "How" };
        var words = (OpenRow row) => string.IsNullOrWhiteSpace(Words) ? row.ProposedWords : Words;
        await service.SettleAsync(
            Actor, [.. rows.Select(r => new SettleDecision(r.Id, versions[r.Id], How ?? r.Proposed ?? default, words(r)))], once, stop);
    });

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

    private static int Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Does it and comes back to the same place of the same list.</summary>
    private Task<IActionResult> Act(string notice, Func<int, HandledRequest?, Task> act) => Try(
        async () =>
        {
            var plan = Current.Plan ?? throw new RefusalException("SET104", "还没有台账，没有可交的账。", RefusalKind.Conflict);
            var back = SettleFilter.From(Request.Query).Href() + (Next is { } next ? $"#row-{next}" : "");
            // The first row that is carried over makes next year's plan.
            Current.CarryYear();
            await act(plan.Id, Once(YearAddress.Carry(back, plan.Year)));
            Notice(notice);
            return Redirect(back);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Plan = Current.Plan;
        Filter = SettleFilter.From(Request.Query);
        if (Plan is null) return;
        Current.CarryYear();
        var stop = HttpContext.RequestAborted;
        View = await service.ReadAsync(Actor, Plan, stop);
        var open = list.Open(Actor, Plan.Id, Filter);
        Shown = new ListPage(PageSize, await open.CountAsync(stop), Filter.Page);
        Open = await Shown.Of(open).ToListAsync(stop);
    }
}
