using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Checking;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Issuing;

/// <summary>The batches of the year and, for the coordinator, the form of the next one.</summary>
public sealed class IndexModel(IssueService issues, ReceiptService receipts, CheckService checks) : MaodingPage
{
    /// <summary>Rows offered one by one; more are issued together or in several batches.</summary>
    private const int MostRows = 500;

    public IReadOnlyList<BatchLine> Batches { get; private set; } = [];

    /// <summary>Null for those who do not issue and before there is a plan.</summary>
    public CheckReport? Report { get; private set; }

    public IReadOnlyList<IssuableFamily> Families { get; private set; } = [];

    public int Passing { get; private set; }

    /// <summary>Units that have to sign for some batch, by name; for those who see receipts.</summary>
    public IReadOnlyList<string> NotSigned { get; private set; } = [];

    public bool WaitsForOwn(BatchLine batch) => May(Permission.SignReceipt) && batch.Units.Any(u => u.Waits && Actor.Units.Contains(u.UnitId));

    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Of the covering notice.</summary>
    [BindProperty]
    public string? NoticeTitle { get; set; }

    /// <summary>发文机关; empty: by the number.</summary>
    [BindProperty]
    public string? Organ { get; set; }

    [BindProperty]
    public string? Copies { get; set; }

    /// <summary>The signing leader's post.</summary>
    [BindProperty]
    public int? ApprovedBy { get; set; }

    /// <summary>True: everything that passes; false: the ticked rows.</summary>
    [BindProperty]
    public bool? All { get; set; }

    [BindProperty]
    public List<int> RowIds { get; set; } = [];

    [Needs(Permission.DownloadPlan)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.IssueLedger)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            if (All is not { } all) throw new RefusalException("ISS009", "没有收到要印发哪些任务，什么都没有印发。请按“印发全部检查通过的”或“只印发勾选的”。");
            if (IssuedOn is not { } day) throw new RefusalException("ISS005", "请写印发日期。") { Field = nameof(IssuedOn) };
            var options = new IssueOptions(DocumentNumber ?? "", day, all ? null : RowIds)
            {
                Notice = new NoticeOptions(NoticeTitle ?? "", Organ ?? "", Copies ?? "", ApprovedBy),
            };
            var id = await issues.IssueAsync(Actor, options, Once(IssueLinks.Index), HttpContext.RequestAborted);
            Notice("已印发。请提醒各单位签收，未签收的列在下面。");
            return Redirect(IssueLinks.Batch(id));
        },
        LoadAsync);

    /// <summary>What is not asked about now, so that it can be issued once its faults are mended.</summary>
    public int Waiting => Report!.Families.Count(f => f.Members.All(m => m.State != CommitmentState.Consulting));

    public int Must => Report!.Found.Where(r => r.Check.Severity == CheckSeverity.Must).Sum(r => r.Hits.Count);

    public IEnumerable<string> Obstacles(IssuableFamily family) => family.Members.SelectMany(m => Report!.Obstacles.GetValueOrDefault(m.Id, [])).Distinct();

    private async Task LoadAsync()
    {
        Batches = await receipts.BatchesAsync(Actor, HttpContext.RequestAborted);
        if (May(Permission.SeeReceipts))
            NotSigned = [.. Batches.SelectMany(b => b.Units).Where(u => u.Waits).Select(u => u.UnitId).Distinct()
                .Select(id => Directory.Unit(id)).OfType<Unit>().OrderBy(u => u.Order).Select(u => u.ShortName)];
        if (!May(Permission.IssueLedger)) return;
        Report = await checks.RunAsync(Actor, withDuplicates: false, HttpContext.RequestAborted);
        if (Report is null) return;
        Families = [.. Report.Families.Take(MostRows)];
        Passing = Report.Families.Count(Report.Passes);
        IssuedOn ??= Today;
        // What was typed stays, also where it was emptied.
        if (HttpMethods.IsPost(Request.Method)) return;
        (NoticeTitle, Copies) = (NoticePaper.TitleOf(Report.Plan.Name), NoticePaper.CopiesOf(Directory));
    }
}
