using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>What a unit proposes for the rows that it leads.</summary>
public sealed class OwnModel(ProposeService service, SettleList list) : MaodingPage
{
    /// <summary>By row; null: nothing yet.</summary>
    [BindProperty(Name = nameof(Kinds))]
    public Dictionary<int, SettlementKind?> Kinds { get; set; } = [];

    [BindProperty(Name = nameof(Words))]
    public Dictionary<int, string?> Words { get; set; } = [];

    public Plan? Plan { get; private set; }

    public IReadOnlyList<OpenRow> Rows { get; private set; } = [];

    /// <summary>The first day on which rows are answered for, while it has not come.</summary>
    public DateOnly? WaitsUntil => Plan is { } plan && CompletionRules.FirstDay(plan.Year) is var first && Today < first ? first : null;

    public SettlementKind? KindOf(OpenRow row) => Kinds.TryGetValue(row.Id, out var typed) ? typed : row.Proposed;

    public string WordsOf(OpenRow row) => Words.TryGetValue(row.Id, out var typed) ? typed ?? "" : row.ProposedWords;

    [Needs(Permission.ProposeSettlement)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.ProposeSettlement)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var plan = Current.Plan ?? throw new RefusalException("SET104", "还没有台账，没有可交的账。", RefusalKind.Conflict);
            var typed = Kinds.Where(k => k.Value is not null).Select(k => new Proposal(k.Key, k.Value!.Value, Words.GetValueOrDefault(k.Key) ?? "")).ToList();
            var (kept, lacking) = await service.ProposeAsync(Actor, plan, typed, Once(SettleLinks.Own), HttpContext.RequestAborted);
            if (lacking.Count == 0)
            {
                Notice(kept > 0 ? $"已提出 {kept} 项建议，由督查室裁定。" : "没有变化。");
                return Redirect(SettleLinks.Own);
            }

            await LoadAsync();
            foreach (var row in Rows.Where(r => lacking.Contains(r.Id)))
                ModelState.AddModelError($"words-{row.Id}", $"“{row.Title}”没有写说明，没有提出{(kept > 0 ? $"；其余 {kept} 项已提出" : "")}。");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Plan = Current.Plan;
        if (Plan is not null) Rows = await list.Own(Actor, Plan.Id).ToListAsync(HttpContext.RequestAborted);
    }
}
