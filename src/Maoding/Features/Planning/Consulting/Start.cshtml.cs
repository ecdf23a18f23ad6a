using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Consulting;

/// <summary>Starts a round: what is ready, what is left out and why.</summary>
public sealed class StartModel(ConsultService service) : MaodingPage
{
    /// <summary>Rows listed one by one; more are sent together or in several rounds. A form takes some thousand fields.</summary>
    public const int MostRows = 500;

    /// <summary>Working days that a unit has by default, today not counted.</summary>
    private const int UsualDays = 5;

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public List<int> Rows { get; set; } = [];

    /// <summary>True: everything that is ready; false: the ticked rows.</summary>
    [BindProperty]
    public bool? All { get; set; }

    public Plan? Plan { get; private set; }

    public RoundDraft Draft { get; private set; } = new([], []);

    /// <summary>Rows, not leaves, with a box to tick.</summary>
    public IReadOnlyList<Commitment> Listed => [.. Draft.Ready.Where(r => r.ParentId is null).Take(MostRows)];

    /// <summary>What to know about the last day; empty when there is nothing.</summary>
    public string DayWarning => DayCell.Read(Until, Today.Year).Value is { } day ? WarningOf(day) : "";

    [Needs(Permission.StartConsultation)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Until = Directory.Calendar.AddWorkdays(Today, UsualDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Rows = [.. Listed.Select(r => r.Id)];
    }

    [Needs(Permission.StartConsultation)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var plan = Current.Plan ?? throw new RefusalException("CON001", "还没有年度计划。请先导入文件。");
            if (DayCell.Read(Until, Today.Year).Value is not { } until) throw new RefusalException("CON002", "请写截止日期。") { Field = "Until" };
            if (All is not { } all) throw new RefusalException("CON026", "没有收到要发哪些任务。请按“全部可以征求的发出”或“只发勾选的”。");
            if (!all && Rows.Count == 0) throw new RefusalException("CON005", "请至少勾选一项任务。");
            var result = await service.StartAsync(
                Actor, new StartOptions(plan.Id, until, Note ?? "", all ? null : Rows), Today, Once(ConsultLinks.Index), HttpContext.RequestAborted);
            var left = result.LeftOut.Count > 0 ? $"还缺单位、领导或时限的 {result.LeftOut.Count} 项没有发。" : "";
            Notice($"第 {result.Consultation.Round} 轮征求意见已发出，共 {result.Rows} 项，{until:M月d日}（含当日）前反馈。{left}{WarningOf(until)}");
            return Redirect(ConsultLinks.Round(result.Consultation.Id));
        },
        LoadAsync);

    private string WarningOf(DateOnly day)
    {
        var free = Directory.Calendar.IsWorkday(day) ? "" : $"{day.ToString("M月d日", CultureInfo.InvariantCulture)}不是工作日，单位可能来不及反馈。";
        return free + WorkdayDoubt(Today, day);
    }

    private async Task LoadAsync()
    {
        Plan = Current.Plan;
        if (Plan is not null) Draft = await service.DraftAsync(Actor, Plan.Id, HttpContext.RequestAborted);
    }
}
