using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Chasing;

/// <summary>What records that units were asked: the form under a message.</summary>
/// <param name="Key">Of the message beside it.</param>
public sealed record RecordedModel(string Key, int Month, bool ByLeader, IReadOnlyList<int> UnitIds);

/// <summary>Who owes reports of a month, whom to call, and what to say.</summary>
public sealed class IndexModel(ChaseService service) : MaodingPage
{
    /// <summary>yyyymm; the last month that is over without.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    /// <summary>leader: by leaders; by units else.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty]
    public int UnitId { get; set; }

    /// <summary>The units shown, where all of them are recorded at once.</summary>
    [BindProperty]
    public List<int> UnitIds { get; set; } = [];

    [BindProperty]
    public int? PersonId { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Plan? Plan { get; private set; }

    /// <summary>The month that is shown.</summary>
    public int Shown { get; private set; }

    public IReadOnlyList<int> Months { get; private set; } = [];

    public LateView Late { get; private set; } = new([], []);

    public IReadOnlyList<LateUnit> Units => Late.Units;

    public bool ByLeader => By == "leader";

    /// <summary>Name and telephone of who asks, for the message.</summary>
    public string Caller => Directory.Person(Actor.PersonId) is { } person ? $"{person.Name} {person.Phone}".Trim() : "";

    [Needs(Permission.ChaseUnits)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.ChaseUnits)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var (plan, month) = Asked();
            await service.CallAsync(Actor, plan, month, UnitId, PersonId, Note ?? "", Once(ChaseLinks.Month(month)), HttpContext.RequestAborted);
            Notice($"已登记对{Directory.UnitName(UnitId)}的催办。");
            return Redirect(ChaseLinks.Month(month));
        },
        LoadAsync);

    /// <summary>One press for all that are shown.</summary>
    [Needs(Permission.ChaseUnits)]
    public Task<IActionResult> OnPostAllAsync() => Try(
        async () =>
        {
            var (plan, month) = Asked();
            var here = ChaseLinks.Month(month, ByLeader);
            var recorded = await service.CallAllAsync(Actor, plan, month, UnitIds, Note ?? "", Once(here), HttpContext.RequestAborted);
            Notice($"已登记对{recorded}家单位的催办。");
            return Redirect(here);
        },
        LoadAsync);

    private (Plan Plan, int Month) Asked()
    {
        var plan = Current.Plan ?? throw new RefusalException("CHA001", "尚无台账，没有可催办的任务。", RefusalKind.Conflict);
        return (plan, MonthOf(plan));
    }

    private int MonthOf(Plan plan) =>
        Month is { } asked && ChaseService.Months(plan, Today).Contains(asked) ? asked : ChaseService.MonthInQuestion(plan, Today);

    private async Task LoadAsync()
    {
        Plan = Current.Plan;
        if (Plan is null) return;
        Months = ChaseService.Months(Plan, Today);
        Shown = MonthOf(Plan);
        Late = await service.ReadAsync(Actor, Plan, Shown, HttpContext.RequestAborted);
    }
}
