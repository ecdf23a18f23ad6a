using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Features.Ledger.Assign;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Consult;

/// <summary>Starts a round: what is ready, what is left out and why.</summary>
public sealed class StartModel(AssignList list, ConsultService service) : MaodingPage
{
    /// <summary>Days that a unit has by default, today not counted.</summary>
    private const int UsualDays = 7;

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public List<int> Rows { get; set; } = [];

    public Plan? Plan { get; private set; }

    public RoundDraft Draft { get; private set; } = new([], []);

    [Needs(Permission.StartConsultation)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Until = Today.AddDays(UsualDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Rows = [.. Draft.Ready.Where(r => r.ParentId is null).Select(r => r.Id)];
    }

    [Needs(Permission.StartConsultation)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var plan = await list.PlanAsync(HttpContext.RequestAborted) ?? throw new RefusalException("CON001", "还没有年度计划。请先导入文件。");
            if (!DateOnly.TryParseExact(Until, "yyyy-MM-dd", out var until)) throw new RefusalException("CON002", "请写截止日期。") { Field = "Until" };
            if (Rows.Count == 0) throw new RefusalException("CON005", "请至少勾选一项任务。");
            var result = await service.StartAsync(Actor, new StartOptions(plan.Id, until, Note ?? "", Rows), Today, Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice($"第 {result.Consultation.Round} 轮征求意见已发出，共 {result.Rows} 项。");
            return Redirect(ConsultLinks.Round(result.Consultation.Id));
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Plan = await list.PlanAsync(HttpContext.RequestAborted);
        if (Plan is not null) Draft = await service.DraftAsync(Actor, Plan.Id, HttpContext.RequestAborted);
    }
}
