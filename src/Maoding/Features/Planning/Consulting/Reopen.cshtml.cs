using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Consulting;

/// <summary>Asks why a row goes back to a draft.</summary>
public sealed class ReopenModel(ConsultReader reader, ConsultService service) : MaodingPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Commitment Row { get; private set; } = null!;

    /// <summary>Proposals that nobody has decided.</summary>
    public IReadOnlyList<OpinionLine> Open { get; private set; } = [];

    [Needs(Permission.StartConsultation)]
    public Task OnGetAsync(int id) => LoadAsync(id);

    [Needs(Permission.StartConsultation)]
    public Task<IActionResult> OnPostAsync(int id) => Try(
        async () =>
        {
            var withdrawn = await service.ReopenAsync(Actor, id, Version, Reason ?? "", Once(ConsultLinks.Row(id)), HttpContext.RequestAborted);
            Notice($"已退回草稿，可以修改后重新征求意见。{(withdrawn > 0 ? $"{withdrawn} 条没有处理的意见已一并撤回。" : "")}");
            return Redirect(ConsultLinks.Row(id));
        },
        () => LoadAsync(id));

    private async Task LoadAsync(int id)
    {
        Row = await reader.RowAsync(id, HttpContext.RequestAborted) ?? throw new RefusalException("CON010", "没有这一项任务。", RefusalKind.Missing);
        Current.ShowYearOf(Row.PlanId);
        Open = [.. (await reader.OpinionsOfAsync(Actor, id, Directory, Today, HttpContext.RequestAborted)).Lines
            .Where(l => ConsultService.IsUndecided(l.Opinion))];
    }
}
