using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Features.Planning.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Completing;

/// <summary>Applies for a row, verifies it, settles it, takes it up again: what its state and the actor's posts allow.</summary>
public sealed class RowModel(CompletionService service, CompletionReader reader, RowReader rows) : MaodingPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Finding { get; set; }

    [BindProperty]
    public int? UnitId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    public RowDetails Details { get; private set; } = null!;

    public Commitment Row => Details.Row;

    public RowCompletion Completion { get; private set; } = RowCompletion.None;

    public IReadOnlyList<FileLine> Files { get; private set; } = [];

    /// <summary>The application to decide on; null without one.</summary>
    public Completion? Open => Completion.Lines is [.., { Completion: { State: CompletionState.Applied } open }] ? open : null;

    public bool IsCoordinator => CompletionService.IsCoordinator(Actor);

    /// <summary>The day before which a row that goes on all year cannot be settled; null for others and later.</summary>
    public DateOnly? WaitsUntil => Row.DueKind == DueKind.AllYear && CompletionRules.FirstDay(Details.Plan.Year) is var first && Today < first ? first : null;

    public bool Can(string button) => Completion.Buttons.Contains(button);

    [Needs(Permission.SeeRow)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Version = Row.Version;
        return Page();
    }

    [Needs(Permission.ApplyCompletion)]
    public Task<IActionResult> OnPostApplyAsync(int id) => Act(id, "已提交销号申请，等督查室核验。", once => service.ApplyAsync(Actor, Seen(id), Evidence ?? "", once, Stop));

    [Needs(Permission.VerifyCompletion)]
    public Task<IActionResult> OnPostAskAsync(int id) =>
    Act(id, UnitId is null ? "改由督查室核验。" : $"已请{Directory.UnitName(UnitId)}核验，它的“今日”会提醒。", once => service.AskAsync(Actor, Seen(id), UnitId, once, Stop));

    [Needs(Permission.VerifyCompletion)]
    public Task<IActionResult> OnPostVerifyAsync(int id) =>
    Act(id, IsCoordinator ? "核验通过，已销号。" : "核验通过，等督查室销号。", once => service.VerifyAsync(Actor, Seen(id), Finding ?? "", once, Stop));

    [Needs(Permission.VerifyCompletion)]
    public Task<IActionResult> OnPostRefuseAsync(int id) =>
    Act(id, "核验未通过，已退回牵头单位继续推进。", once => service.RefuseAsync(Actor, Seen(id), Finding ?? "", once, Stop));

    [Needs(Permission.VerifyCompletion)]
    public Task<IActionResult> OnPostSettleAsync(int id) => Act(id, "已销号。", once => service.SettleAsync(Actor, Seen(id), once, Stop));

    [Needs(Permission.VerifyCompletion)]
    public Task<IActionResult> OnPostResumeAsync(int id) =>
    Act(id, "已恢复推进，从下个填报期起继续填报。", once => service.ResumeAsync(Actor, Seen(id), Reason ?? "", Decision ?? "", once, Stop));

    private CancellationToken Stop => HttpContext.RequestAborted;

    private SeenRow Seen(int id) => new(id, Version);

    private Task<IActionResult> Act(int id, string notice, Func<Domain.Audit.HandledRequest?, Task> act) => Try(
        async () =>
        {
            await act(Once(CompleteLinks.Row(id)));
            Notice(notice);
            return Redirect(CompleteLinks.Row(id));
        },
        async () =>
        {
            if (!await LoadAsync(id)) throw new RefusalException("CPL004", "台账里没有这一项。请从“销号”栏目进入。", RefusalKind.Missing);
        });

    private async Task<bool> LoadAsync(int id)
    {
        if (await rows.ReadAsync(Actor, id, Stop) is not { } details) return false;
        Details = details;
        Current.ShowYearOf(details.Plan);
        Completion = await reader.OfRowAsync(Actor, Row, Stop);
        if (May(Permission.SeeRowWorkings, RowFacts.Of(Row)) || CompletionReader.Verifies(Actor, Row, Open)) Files = await rows.FilesAsync(id, Stop);
        return true;
    }
}
