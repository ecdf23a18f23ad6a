using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Checking;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Issuing;

/// <summary>What was changed after consultation, beside what was asked.</summary>
public sealed class ChangesModel(ChangeService service) : MaodingPage
{
    public IReadOnlyList<CheckedRow> Rows { get; private set; } = [];

    /// <summary>Rows that are confirmed, as 12:3, id and version.</summary>
    [BindProperty]
    public List<string> Seen { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsTicked(CheckedRow row) => Seen.Contains(KeyOf(row));

    public static string KeyOf(CheckedRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Id}:{row.Version}");

    [Needs(Permission.CheckLedger)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.IssueLedger)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var count = await service.ConfirmAsync(Actor, Versions(), Reason ?? "", Once(IssueLinks.Changes), HttpContext.RequestAborted);
            Notice($"已确认 {count} 项改动，理由留在任务上。");
            return Redirect(IssueLinks.Changes);
        },
        LoadAsync);

    private Dictionary<int, int> Versions() => Seen.Select(s => s.Split(':'))
        .Where(p => p.Length == 2 && int.TryParse(p[0], CultureInfo.InvariantCulture, out _) && int.TryParse(p[1], CultureInfo.InvariantCulture, out _))
        .DistinctBy(p => p[0])
        .ToDictionary(p => int.Parse(p[0], CultureInfo.InvariantCulture), p => int.Parse(p[1], CultureInfo.InvariantCulture));

    private async Task LoadAsync() => Rows = await service.ListAsync(Actor, HttpContext.RequestAborted);
}
