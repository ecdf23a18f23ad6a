using Maoding.Domain.Access;
using Maoding.Domain.Checking;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Issuing;

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

    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public DateOnly? IssuedOn { get; set; }

    /// <summary>True: everything that passes; false: the ticked rows.</summary>
    [BindProperty]
    public bool All { get; set; }

    [BindProperty]
    public List<int> RowIds { get; set; } = [];

    [Needs(Permission.DownloadPlan)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.IssueLedger)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var options = new IssueOptions(DocumentNumber ?? "", IssuedOn ?? Today, All ? null : RowIds);
            var id = await issues.IssueAsync(Actor, options, Once(IssueLinks.Index), HttpContext.RequestAborted);
            Notice("已印发。请提醒各单位签收，未签收的列在下面。");
            return Redirect(IssueLinks.Batch(id));
        },
        LoadAsync);

    public int Must => Report!.Found.Where(r => r.Check.Severity == CheckSeverity.Must).Sum(r => r.Hits.Count);

    public IEnumerable<string> Obstacles(IssuableFamily family) => family.Members.SelectMany(m => Report!.Obstacles.GetValueOrDefault(m.Id, [])).Distinct();

    private async Task LoadAsync()
    {
        Batches = await receipts.BatchesAsync(Actor, HttpContext.RequestAborted);
        if (!May(Permission.IssueLedger)) return;
        Report = await checks.RunAsync(Actor, HttpContext.RequestAborted);
        if (Report is null) return;
        Families = [.. Report.Families.Take(MostRows)];
        Passing = Report.Families.Count(Report.Passes);
        IssuedOn ??= Today;
    }
}
