using Maoding.Domain.Access;
using Maoding.Domain.Checking;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Issuing;

/// <summary>What still stops the ledger.</summary>
public sealed class CheckModel(CheckService checks) : MaodingPage
{
    /// <summary>Findings shown of each check while all checks are shown.</summary>
    private const int FirstFindings = 5;

    /// <summary>Findings on a page of one check.</summary>
    private const int PageSize = 50;

    /// <summary>One check only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public CheckReport? Report { get; private set; }

    /// <summary>What is shown: everything found, or the one check asked for.</summary>
    public IReadOnlyList<CheckResult> Shown { get; private set; } = [];

    public bool IsSingle => Shown.Count == 1 && Code is not null;

    public int Passing { get; private set; }

    [Needs(Permission.CheckLedger)]
    public async Task OnGetAsync()
    {
        Report = await checks.RunAsync(Actor, withDuplicates: true, HttpContext.RequestAborted);
        if (Report is null) return;
        Passing = Report.Families.Count(Report.Passes);
        Shown = [.. Report.Found.Where(r => Code is null || r.Check.Code == Code)];
    }

    public int Count(CheckSeverity severity) => Report!.Found.Where(r => r.Check.Severity == severity).Sum(r => r.Hits.Count);

    public IEnumerable<CheckHit> Hits(CheckResult result) =>
        IsSingle ? PageOf(result).Of(result.Hits) : result.Hits.Take(FirstFindings);

    public bool HasMore(CheckResult result) => !IsSingle && result.Hits.Count > FirstFindings;

    public PagerModel Pager(CheckResult result) => PageOf(result).Pager(number => IssueLinks.CheckOf(result.Check.Code, number), "处");

    /// <summary>The rows of a finding; of many only the first, the finding's words say how many there are.</summary>
    public IEnumerable<CheckedRow> RowsOf(CheckHit hit) => hit.RowIds.Take(FirstFindings).Select(Report!.Row).OfType<CheckedRow>();

    /// <summary>Where this is put right.</summary>
    public string WorkLink(Check check, CheckedRow row) => check.Code switch
    {
        "CHK012" or "CHK013" => IssueLinks.Consult,
        "CHK014" => IssueLinks.Changes,
        "CHK030" => LedgerLinks.Amend(row.Id),
        _ when row.IsOpen && May(Permission.AssignRows) => LedgerLinks.Edit(row.Id),
        _ => LedgerLinks.Row(row.Id),
    };

    /// <summary>Leader, lead unit and time in few words.</summary>
    public IEnumerable<string> OwnersOf(CheckedRow row)
    {
        var leader = Directory.Holder(row.Values.LeaderPostId, Today)?.Name ?? Directory.LeaderName(row.Values.LeaderPostId, Today);
        string[] owners = [leader, Directory.UnitName(row.Values.LeadUnitId), row.Values.DueText];
        return owners.Where(o => o.Length > 0);
    }

    private ListPage PageOf(CheckResult result) => new(PageSize, result.Hits.Count, new AddressReader(Request.Query).Page);
}
