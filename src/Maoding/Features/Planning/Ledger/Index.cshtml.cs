using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;

namespace Maoding.Features.Planning.Ledger;

/// <summary>台账: the list of rows.</summary>
public sealed class IndexModel(LedgerList list, District district) : MaodingPage
{
    private readonly Dictionary<int, string> _leaders = [];

    public LedgerFilter Filter { get; private set; } = new();

    /// <summary>Null before the first plan.</summary>
    public Plan? Plan { get; private set; }

    public LedgerPage List { get; private set; } = new([], 0, 0, null, null);

    /// <summary>May choose between what is in force and drafts.</summary>
    public bool SeesAll { get; private set; }

    /// <summary>The filters at work.</summary>
    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public IReadOnlyList<DocumentName> Documents { get; private set; } = [];

    /// <summary>Sections of the document looked at, or of the only one.</summary>
    public IReadOnlyList<Domain.Documents.Section> Sections { get; private set; } = [];

    public IEnumerable<CommitmentState> States =>
        Enum.GetValues<CommitmentState>().Where(s => s >= (SeesAll ? CommitmentState.Draft : CommitmentState.Consulting));

    /// <summary>Rows with leaves stand in the list beside these: how many are counted elsewhere is said where it is another number.</summary>
    public string CountWords => List.Count > LedgerList.CountedAtMost
        ? $"{LedgerList.CountedAtMost} 项以上"
        : $"{List.Count} 项{(List.Leaves < List.Count ? $"（含有子项的 {List.Count - List.Leaves} 项，末级 {List.Leaves} 项）" : "")}";

    public PagerModel Pager => new(
        List.Before is { } before ? (Filter.FirstPage() with { Before = before }).Href() : null,
        List.After is { } after ? (Filter.FirstPage() with { After = after }).Href() : null,
        $"共 {CountWords}，本页 {List.Rows.Count} 项");

    [Needs(Permission.SeeRow)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = LedgerFilter.From(Request.Query);
        Plan = Current.Plan;
        if (Plan is null) return;
        SeesAll = Permissions.ScopeOf(Actor, Permission.SeeRow) == Scope.All;
        Documents = [.. Directory.Ledger.Documents(Plan.Id).Where(d => !d.IsReplaced || d.Id == Filter.Document)];
        Sections = (Filter.Document ?? (Documents.Count == 1 ? Documents[0].Id : (int?)null)) is { } document
            ? [.. Directory.Ledger.Sections(document).Where(s => s.Level <= 2)] : [];
        List = await district.Answers.OfAsync(Current, (Actor.AccountId, Today, Plan.Id, Filter), () => list.ReadAsync(Actor, Directory, Plan, Filter, stop));
        Chips = [.. LedgerChips.Of(Filter, Directory, Plan, Today)];
    }

    /// <summary>The person in the post today; looked up once a page.</summary>
    public string LeaderName(int? postId)
    {
        if (postId is not { } id) return "";
        if (_leaders.TryGetValue(id, out var known)) return known;
        return _leaders[id] = Directory.LeaderShort(id, Today);
    }

    /// <summary>What should be done by the end of the last month that is over, 0 to 1000; null without a plan.</summary>
    public int? PlannedOf(LedgerRow row) =>
        PlannedShare.At(PlannedShare.PlanOf(row.Kind, row.MonthlyPlan), PlannedShare.LastMonth(Plan!.Year, Today));

    public string SortHref(LedgerSort sort) => (Filter.FirstPage() with { Sort = sort }).Href();

    public string ViewHref(LedgerView view) => (Filter.FirstPage() with { View = view, State = null }).Href();

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
