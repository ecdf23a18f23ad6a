using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Projects;

/// <summary>Months of projects that were handed in: accepted together or returned one by one.</summary>
public sealed class ReviewModel(ProjectMonthReader reader, ProjectMonthService service) : MaodingPage
{
    /// <summary>yyyymm.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    /// <summary>key-version of each to be accepted.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>key-version of the one returned.</summary>
    [BindProperty]
    public string? Row { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public int Shown { get; private set; }

    public IReadOnlyList<MonthLine> Waiting { get; private set; } = [];

    public IReadOnlyList<MonthLine> Accepted { get; private set; } = [];

    /// <summary>Projects that said nothing yet, by unit in official order.</summary>
    public IReadOnlyList<(int Unit, IReadOnlyList<MonthLine> Lines)> Missing { get; private set; } = [];

    public bool IsClosed { get; private set; }

    public string Address => ProjectLinks.ReviewOf(Shown);

    [Needs(Permission.AcceptProjects)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.AcceptProjects)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            Shown = ProjectMonthReader.MonthOf(Month, Current);
            await service.AcceptAsync(Actor, Chosen.ConvertAll(Key), Once(Address), HttpContext.RequestAborted);
            Notice($"已审核通过 {Chosen.Count} 个项目。");
            return Redirect(Address);
        },
        LoadAsync);

    [Needs(Permission.AcceptProjects)]
    public Task<IActionResult> OnPostReturnAsync() => Try(
        async () =>
        {
            Shown = ProjectMonthReader.MonthOf(Month, Current);
            var (id, version) = Key(Row ?? "");
            await service.ReturnAsync(Actor, id, version, Reason, Once(Address), HttpContext.RequestAborted);
            Notice("已退回，单位会看到原因。");
            return Redirect(Address);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Shown = ProjectMonthReader.MonthOf(Month, Current);
        var all = await reader.SubmittedAsync(Actor, Shown, HttpContext.RequestAborted);
        IsClosed = await reader.IsClosedAsync(Shown, HttpContext.RequestAborted);
        Waiting = [.. all.Where(l => l.State == ProjectMonthState.Submitted)];
        Accepted = [.. all.Where(l => l.State == ProjectMonthState.Accepted)];
        var open = all.Where(l => l.IsOpen).ToLookup(l => l.Project.LeadUnitId);
        Missing = [.. Directory.Units.Where(u => open.Contains(u.Id)).Select(u => (u.Id, (IReadOnlyList<MonthLine>)[.. open[u.Id]]))];
    }

    private static (int Id, int Version) Key(string text)
    {
        var parts = text.Split('-').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        return parts is [>= 0, >= 0] ? (parts[0], parts[1]) : throw new RefusalException("PRJ003", "没有这个项目的这个月。请从审核页重新进入。", RefusalKind.Missing);
    }
}
