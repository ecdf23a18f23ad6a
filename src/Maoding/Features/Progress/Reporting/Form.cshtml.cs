using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Signing;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Reporting;

/// <summary>One row's report of one period: where the unit writes it, and everyone else reads it.</summary>
public sealed class FormModel(ReportReader reader, ReportService service, DelegationService delegations) : MaodingPage
{
    public ReportView View { get; private set; } = null!;

    [BindProperty]
    public ReportFields Fields { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Co-units that are asked.</summary>
    [BindProperty]
    public List<int> UnitIds { get; set; } = [];

    /// <summary>The co-unit whose paragraph is written.</summary>
    [BindProperty]
    public int UnitId { get; set; }

    [BindProperty]
    public string? Paragraph { get; set; }

    /// <summary>Key and version of the report that is returned.</summary>
    [BindProperty]
    public string? Report { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The stored report, when somebody changed it while this form was filled in.</summary>
    public ProgressReport? Changed { get; private set; }

    public AccessFacts Facts { get; private set; } = null!;

    /// <summary>The actor writes for the lead unit.</summary>
    public bool Leads { get; private set; }

    public bool MayWrite => Leads && (View.Report is null or { State: ReportState.Draft or ReportState.Returned });

    /// <summary>May sign it: the head, or by the head's record.</summary>
    public bool Signs { get; private set; }

    public bool MayReturn => View.Report?.State switch
    {
        ReportState.Submitted => Signs,
        ReportState.SignedOff => Reviews,
        ReportState.Accepted => Reviews && !View.IsClosed,
        _ => false,
    };

    public bool Reviews => May(Permission.ReviewReports, Facts);

    /// <summary>The actor's units that were asked for a paragraph and can still write.</summary>
    public IEnumerable<CoParagraph> Asked =>
        View.Report is { State: ReportState.Draft or ReportState.Returned } report ? report.Paragraphs.Where(p => Actor.Units.Contains(p.UnitId)) : [];

    /// <summary>Where the reader comes from: the unit's list, the coordinator's, or the row.</summary>
    public (string Section, BackLink Back) Home => Actor.Units.Count > 0
        ? ("report", new BackLink("填报", ReportLinks.Index))
        : Reviews ? ("report-review", new BackLink("审核填报", ReportLinks.Review)) : ("ledger", new BackLink("这一项", LedgerLinks.Row(View.Row.Id)));

    public ReportKey Key => new(View.Report?.Id ?? 0, View.Report?.Version ?? 0);

    /// <summary>Who did what with it when, in words.</summary>
    public IEnumerable<string> Acts
    {
        get
        {
            if (View.Report is not { } report) yield break;
            string By(int? account, DateOnly? day, string act) =>
                $"{(account is { } id ? View.Names.GetValueOrDefault(id, "") : "")} {day?.ToString("M月d日", CultureInfo.InvariantCulture)}{act}".Trim();
            if (report.SubmittedOn is not null) yield return By(report.SubmittedById, report.SubmittedOn, "提交");
            if (report.SignedOn is not null) yield return By(report.SignedById, report.SignedOn, report.DelegationId is null ? "签发" : "受委托签发");
            if (report.State == ReportState.Accepted) yield return By(report.DecidedById, report.DecidedOn, "审核通过");
            if (report.Returns > 0) yield return $"退回过 {report.Returns} 次";
        }
    }

    /// <summary>Last period's words again, as far as they were written.</summary>
    public bool Repeats => View.Earlier is { } earlier && Repetition.Found(Fields.Done ?? View.Report?.Done ?? "", earlier.Done);

    [Needs(Permission.SeeRow)]
    public async Task OnGetAsync(int commitment, int period)
    {
        await LoadAsync(commitment, period);
        Fields = ReportFields.Of(View.Row, View.Report, View.Earlier);
    }

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostAsync(int commitment, int period) => Write(commitment, period, async () =>
    {
        var here = ReportLinks.Form(commitment, period);
        await service.SaveDraftAsync(Actor, commitment, period, Fields.ToEntry(), Upload, Once(here), HttpContext.RequestAborted);
        Notice("已暂存，还没有提交。");
        return Redirect(here);
    });

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostSubmitAsync(int commitment, int period) => Write(commitment, period, async () =>
    {
        await service.SubmitAsync(Actor, commitment, period, Fields.ToEntry(), Upload, Once(ReportLinks.Index), HttpContext.RequestAborted);
        Notice("已提交，等单位负责人签发。签发前可以撤回。");
        return Redirect(ReportLinks.Index);
    });

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostWithdrawAsync(int commitment, int period) => Act(commitment, period, "已撤回，可以接着改。", here =>
        service.WithdrawAsync(Actor, commitment, period, ReportKey.Parse(Report)?.Version ?? 0, Once(here), HttpContext.RequestAborted));

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostAskAsync(int commitment, int period) => Act(commitment, period, "已请配合单位写，对方会在“今日”看到。", here =>
        service.AskAsync(Actor, commitment, period, UnitIds, Once(here), HttpContext.RequestAborted));

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostParagraphAsync(int commitment, int period) => Act(commitment, period, "已写入这份填报，提交前还可以改。", here =>
        service.WriteParagraphAsync(Actor, commitment, period, UnitId, Paragraph ?? "", Once(here), HttpContext.RequestAborted));

    [Needs(Permission.SeeRowWorkings)]
    public Task<IActionResult> OnPostReturnAsync(int commitment, int period) => Act(commitment, period, "已退回，填报的人会在“今日”看到原因。", async here =>
    {
        // The address says which report, the form only as of when: whoever may not see it is refused first.
        await LoadAsync(commitment, period);
        var seen = new ReportKey(Key.Id, (ReportKey.Parse(Report) ?? default).Version);
        await service.ReturnAsync(Actor, seen, Reason ?? "", Once(here), HttpContext.RequestAborted);
    });

    private Task<IActionResult> Act(int commitment, int period, string notice, Func<string, Task> act) => Try(
        async () =>
        {
            var here = ReportLinks.Form(commitment, period);
            await act(here);
            Notice(notice);
            return Redirect(here);
        },
        async () =>
        {
            await LoadAsync(commitment, period);
            Fields = ReportFields.Of(View.Row, View.Report, View.Earlier);
        });

    /// <summary>Keeps what was typed when it cannot be saved; after a conflict it shows what the other person saved beside it.</summary>
    private Task<IActionResult> Write(int commitment, int period, Func<Task<IActionResult>> act) => Try(act, async () =>
    {
        await LoadAsync(commitment, period);
        if (View.Report is not { } stored || stored.Version == Fields.Version) return;
        (Changed, Fields.Version) = (stored, stored.Version);
    });

    private async Task LoadAsync(int commitment, int period)
    {
        View = await reader.ReadAsync(Actor, commitment, period, HttpContext.RequestAborted);
        Current.ShowYearOf(View.Plan);
        Facts = RowFacts.Of(View.Row);
        Leads = ReportReader.Leads(Actor, View.Row) && May(Permission.FillReport, Facts);
        Signs = Leads && (await delegations.SignsForAsync(Actor, HttpContext.RequestAborted)).Contains(View.Row.LeadUnitId!.Value);
    }
}
