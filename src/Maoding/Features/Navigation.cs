using Maoding.Domain.Access;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features;

/// <summary>The left navigation: an entry for each kind of work that the actor may see.</summary>
public sealed class Navigation(MaodingContext db)
{
    private static readonly Func<MaodingContext, Task<int?>> NewestYear = EF.CompileAsyncQuery((MaodingContext context) =>
        context.Plans.OrderByDescending(p => p.Year).Select(p => (int?)p.Year).FirstOrDefault());

    private static readonly (string Text, string Href, string Section, Permission Needs)[] All =
    [
        ("今日", "/today", "today", Permission.SeeToday),
        ("文件", "/documents", "documents", Permission.SeeDocuments),
        ("台账", "/ledger", "ledger", Permission.SeeRow),
        ("征求意见", "/consult", "consult", Permission.SeeRowWorkings),
        ("印发", "/issue", "issue", Permission.DownloadPlan),
        ("机构人员", "/directory", "directory", Permission.SeeDirectory),
        ("账号", "/accounts", "accounts", Permission.ManageAccounts),
        ("审计", "/audit", "audit", Permission.SeeAudit),
    ];

    /// <summary>The year of the newest plan; null before there is one.</summary>
    public async Task<int?> PlanYearAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return await NewestYear(db);
    }

    public Task<IReadOnlyList<NavigationEntry>> EntriesAsync(Actor actor, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<NavigationEntry>>(
            [.. All.Where(e => Permissions.Allows(actor, e.Needs)).Select(e => new NavigationEntry(e.Text, e.Href, e.Section, 0))]);
    }
}
