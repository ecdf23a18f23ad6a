using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Documents;

/// <summary>What the review shows: the text on the left, the chosen row and the list on the right.</summary>
public abstract class ReviewPage(ReviewQuery query, MaodingContext db) : MaodingPage
{
    private Dictionary<int, int> _waiting = [];
    private IReadOnlyDictionary<int, string> _people = new Dictionary<int, string>();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Row { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Doubt { get; set; }

    /// <summary>edit, drop, merge, split, add, help, or empty for the card.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Panel { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The row that is to take this one in.</summary>
    [BindProperty(SupportsGet = true)]
    public int Into { get; set; }

    /// <summary>The row whose last step can be taken back.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Undo { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public ReviewFilter Filter => new(Show ?? "", Kind ?? "", Doubt);

    public ReviewDocument Document { get; private set; } = null!;

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>All rows of the document in the order of the text.</summary>
    public IReadOnlyList<ReviewRow> All { get; private set; } = [];

    /// <summary>Those that the filters leave, in the order shown.</summary>
    public IReadOnlyList<ReviewRow> Listed { get; private set; } = [];

    public IReadOnlyList<TextParagraph> Paragraphs { get; private set; } = [];

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public Commitment? Chosen { get; private set; }

    /// <summary>The row that the chosen one joined or may belong to.</summary>
    public Commitment? Other { get; private set; }

    /// <summary>The row that the chosen one is proposed to join or to be a part of; null when nothing is proposed.</summary>
    public Commitment? Matched => Chosen is { State: CommitmentState.Proposed } row && row.Match != MatchKind.New ? Other : null;

    /// <summary>The row that the chosen one would join by the form shown.</summary>
    public Commitment? Joined { get; private set; }

    /// <summary>What both give differently, to be decided before they are one.</summary>
    public IReadOnlyList<Discrepancy> Differences { get; private set; } = [];

    public ReviewRow? UndoRow { get; private set; }

    public IReadOnlyList<ReviewRow> MergeTargets { get; private set; } = [];

    public ShownConflict? Conflict { get; protected set; }

    /// <summary>The form as it was sent, when it is shown again.</summary>
    public RowForm? Sent { get; protected set; }

    public string ConflictBy { get; protected set; } = "";

    public ReviewProgress Progress { get; private set; } = new(0, 0, 0, 0);

    /// <summary>The moment after which the page asks for changes.</summary>
    public DateTime Since { get; private set; }

    /// <summary>Rows to be told anew to a page that has the others.</summary>
    public IReadOnlyList<ReviewRow> Changed { get; private set; } = [];

    /// <summary>Where the words to be listed stand in the text.</summary>
    public IReadOnlyList<FoundPlace> Places { get; private set; } = [];

    public ReviewRow? Neighbour(int step)
    {
        var rows = Listed.Any(r => r.Id == Chosen?.Id) ? Listed : Ordered(Chosen?.Id);
        var at = Chosen is null ? -1 : Place(rows, Chosen.Id);
        return at >= 0 && at + step >= 0 && at + step < rows.Count ? rows[at + step] : null;
    }

    /// <summary>The next row that waits after this one in the list shown, from the top again at its end.</summary>
    /// <param name="after">May have left the list by what was done a moment ago: it counts as still standing at its place.</param>
    public ReviewRow? NextWaiting(int? after)
    {
        var rows = Ordered(after);
        var at = after is { } id ? Place(rows, id) : -1;
        return rows.Skip(at + 1).Concat(rows.Take(Math.Max(at, 0))).FirstOrDefault(r => r.State == CommitmentState.Proposed && r.Id != after);
    }

    public string PathOf(int? sectionId) => Sections.FirstOrDefault(s => s.Id == sectionId)?.Path ?? "";

    /// <summary>Waiting rows of a section that can be taken in together.</summary>
    public int WaitingIn(int? section) => _waiting.GetValueOrDefault(section ?? 0);

    /// <summary>31, or the row's place in this document while it has no number.</summary>
    public string NumberOf(Commitment row) =>
        row.Number.Length > 0 ? $"第 {row.Number} 项" : All.ToList().FindIndex(r => r.Id == row.Id) is >= 0 and var at ? $"本文件第 {at + 1} 条" : "台账草稿";

    public string Link(int? row, string panel = "") => DocumentLinks.Review(Id, Filter, row, panel);

    public RowNames Names => RowWords.Of(Directory, Today, Themes);

    /// <summary>Whether the filters leave the row in the list.</summary>
    public bool Fits(ReviewRow row)
    {
        var wanted = Kind switch
        {
            "work" => row.Kind == CommitmentKind.Work,
            "target" => row.Kind == CommitmentKind.Target,
            _ => true,
        };
        return wanted && Show switch
        {
            "waiting" => row.State == CommitmentState.Proposed,
            "accepted" => row.State >= CommitmentState.Draft,
            "out" => row.IsOut,
            _ => true,
        };
    }

    /// <summary>The row's place in the list: its place in the text, or how much it needs a person's eye.</summary>
    public long Rank(ReviewRow row) => Rank(row, row.State == CommitmentState.Proposed);

    /// <summary>The row that took this one's words in, and its kind, as the text's stretches name it; null unless merged.</summary>
    public string? IntoOf(ReviewRow row) => row is { State: CommitmentState.Merged, MergedIntoId: { } into }
        ? $"{into}:{(int)(All.FirstOrDefault(r => r.Id == into)?.Kind ?? row.Kind)}:0"
        : null;

    /// <summary>Who else changed the row a moment ago; empty for nobody.</summary>
    public string ByOf(ReviewRow row) => row.ChangedById == Actor.AccountId ? "" : _people.GetValueOrDefault(row.ChangedById, "");

    /// <param name="after">The row that was handled a moment ago: the next one that waits is chosen.</param>
    protected async Task LoadAsync(CancellationToken stop, bool withText = true, int? after = null)
    {
        Document = await query.DocumentAsync(Actor, Id, stop);
        Current.ShowYearOf(Document.PlanId);
        All = await query.RowsAsync(Id, stop);
        _waiting = All.Where(r => r.GoesWithSection)
            .GroupBy(r => r.SectionId).ToDictionary(g => g.Key ?? 0, g => g.Count());
        (Progress, Since) = (ReviewProgress.Of(All), query.Since(All));
        Sections = await query.SectionsAsync(Id, stop);
        Themes = await query.ThemesAsync(Document.PlanId, stop);
        Listed = Ordered(null);
        if (after is not null) Row = NextWaiting(after)?.Id ?? after;
        Row = All.Any(r => r.Id == Row) ? Row : (NextWaiting(null) ?? (Listed.Count > 0 ? Listed[0] : null))?.Id;
        Chosen = await query.RowAsync(Id, Row, stop);
        Other = await query.OtherAsync(Chosen?.MergedIntoId, stop);
        Joined = Panel == "merge" ? await query.OtherAsync(Into == 0 ? null : Into, stop) : Other;
        if (Chosen is { State: CommitmentState.Proposed or CommitmentState.Draft } && Joined is not null && Joined.Id != Chosen.Id)
            Differences = await Merging.BetweenAsync(db, Joined, Chosen, id => Directory.UnitName(id), stop);
        UndoRow = All.FirstOrDefault(r => r.Id == Undo && r.State is CommitmentState.Draft or CommitmentState.Dropped or CommitmentState.Merged);
        if (Panel == "merge" && Chosen is not null) MergeTargets = await query.TargetsOfMergeAsync(Chosen, (Q ?? "").Trim(), stop);
        var words = Panel == "add" ? Words ?? "" : "";
        if (!withText && words.Length == 0) return;
        var text = await query.TextAsync(Id, stop);
        Places = words.Length > 0 ? AddRowService.Find(text, words) : [];
        if (withText) Paragraphs = DocumentText.Cut(text, Sections, await query.MarksAsync(Id, stop));
    }

    /// <summary>Puts together what a page is told that has the other rows.</summary>
    protected async Task TellAsync(IReadOnlyList<ReviewRow> changed, DateTime since, ReviewProgress progress, CancellationToken stop)
    {
        (Changed, Since, Progress) = (changed, since, progress);
        _people = await db.NamesAsync([.. changed.Select(r => r.ChangedById).Where(id => id != Actor.AccountId).Distinct()], stop);
    }

    /// <summary>The moment that a page's own words name, whatever they are.</summary>
    protected static DateTime MomentOf(long ticks) => new(Math.Clamp(ticks, DateTime.UnixEpoch.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private static int Place(IReadOnlyList<ReviewRow> rows, int id)
    {
        for (var i = 0; i < rows.Count; i++)
            if (rows[i].Id == id) return i;
        return -1;
    }

    /// <summary>The rows as listed, with one that stays at the place it had while it waited.</summary>
    private List<ReviewRow> Ordered(int? kept) =>
        [.. All.Where(r => r.Id == kept || Fits(r)).OrderBy(r => Rank(r, r.State == CommitmentState.Proposed || r.Id == kept)).ThenBy(r => r.Id)];

    private long Rank(ReviewRow row, bool waits) => Doubt ? (((waits && row.IsDoubtful ? 0 : 1001L) + row.Score) << 32) + row.Order : row.Order;
}
