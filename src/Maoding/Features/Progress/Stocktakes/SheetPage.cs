using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>A half-hour on one page: the worst rows, what was decided last time, what is decided now.</summary>
public abstract class SheetPage(StocktakeReader reader, StocktakeService service) : MaodingPage
{
    /// <summary>Decisions that can be typed at once.</summary>
    private const int Lines = 3;

    [BindProperty]
    public List<TypedStep> Steps { get; set; } = [];

    public Plan Plan { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public Sheet Sheet { get; private set; } = null!;

    /// <summary>May write down decisions here.</summary>
    public bool Decides { get; private set; }

    protected async Task<IActionResult> ShowAsync(string? name, Subject subject)
    {
        if (string.IsNullOrEmpty(name) || Current.Plan is null) return NotFound();
        await LoadAsync(name, subject);
        return Page();
    }

    protected Task<IActionResult> DecideAsync(string? name, Subject subject, string address) => Try(
        async () =>
        {
            var plan = Current.Plan ?? throw new RefusalException("STK002", "还没有台账。", RefusalKind.Missing);
            await service.DecideAsync(Actor, plan, subject, Steps, Once(address), HttpContext.RequestAborted);
            Notice("已记下，负责单位的“今日”会提醒。");
            return Redirect($"{address}#now");
        },
        () => LoadAsync(name ?? "", subject));

    private async Task LoadAsync(string name, Subject subject)
    {
        (Plan, Name) = (Current.Plan!, name);
        Sheet = await reader.SheetAsync(Actor, Plan.Id, subject, Today, HttpContext.RequestAborted);
        Decides = Permissions.ScopeOf(Actor, Permission.HoldStocktake) == Scope.All || subject.LeaderPostId is not { } post || Actor.LeaderPosts.Contains(post);
        ViewData["Title"] = $"调度会：{name}";
        ViewData["Section"] = "stocktake";
        ViewData["Subtitle"] = Sheet.Month is { } month ? $"{month / 100}年{month % 100}月亮灯" : "还没有月结";
        ViewData["Back"] = new BackLink("调度会", StocktakeLinks.Index);
        while (Steps.Count < Lines) Steps.Add(new TypedStep { RowId = Sheet.Rows.Count > Steps.Count ? Sheet.Rows[Steps.Count].Id : null });
    }
}
