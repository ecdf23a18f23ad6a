using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Features.Ledger;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Documents;

/// <summary>What the review shows: the text on the left, the chosen row and the list on the right.</summary>
public abstract class ReviewPage(ReviewQuery query) : MaodingPage
{
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

    /// <summary>The row whose last step can be taken back.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Undo { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public ReviewFilter Filter => new(Show ?? "", Kind ?? "", Doubt);

    public SourceDocument Document { get; private set; } = null!;

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

    public ReviewRow? UndoRow { get; private set; }

    public IReadOnlyList<ReviewRow> MergeTargets { get; private set; } = [];

    public ShownConflict? Conflict { get; protected set; }

    /// <summary>The form as it was sent, when it is shown again.</summary>
    public RowForm? Sent { get; protected set; }

    public ReviewProgress Progress => ReviewProgress.Of(All);

    public DateTime Newest => All.Count == 0 ? DateTime.UnixEpoch : All.Max(r => r.ChangedAt);

    public ReviewRow? Neighbour(int step)
    {
        var at = Listed.ToList().FindIndex(r => r.Id == Chosen?.Id);
        return at + step >= 0 && at + step < Listed.Count && at >= 0 ? Listed[at + step] : null;
    }

    /// <summary>The next row that waits after this one in the list shown, from the top again at its end.</summary>
    public ReviewRow? NextWaiting(int? after)
    {
        var rows = Listed.ToList();
        var at = rows.FindIndex(r => r.Id == after);
        return rows.Skip(at + 1).Concat(rows.Take(Math.Max(at, 0))).FirstOrDefault(r => r.State == CommitmentState.Proposed && r.Id != after);
    }

    public string PathOf(int? sectionId) => Sections.FirstOrDefault(s => s.Id == sectionId)?.Path ?? "";

    /// <summary>Waiting rows of the chosen row's section that can be taken in together.</summary>
    public int WaitingInSection => All.Count(r => r.SectionId == Chosen?.SectionId && r.State == CommitmentState.Proposed && r.Match == MatchKind.New);

    /// <summary>31, or the row's place in this document while it has no number.</summary>
    public string NumberOf(Commitment row) =>
        row.Number.Length > 0 ? $"第 {row.Number} 项" : All.ToList().FindIndex(r => r.Id == row.Id) is >= 0 and var at ? $"本文件第 {at + 1} 条" : "台账草稿";

    public string Link(int? row, string panel = "") => DocumentLinks.Review(Id, Filter, row, panel);

    public RowNames Names => new(
        id => Directory.UnitName(id),
        id => Directory.LeaderName(id, Today),
        id => Themes.FirstOrDefault(t => t.Id == id)?.Name ?? "");

    protected async Task LoadAsync(CancellationToken stop, bool withText = true)
    {
        Document = await query.DocumentAsync(Actor, Id, stop);
        All = await query.RowsAsync(Id, stop);
        Sections = await query.SectionsAsync(Id, stop);
        Themes = await query.ThemesAsync(Document.PlanId, stop);
        Listed = [.. Filtered()];
        Row = All.Any(r => r.Id == Row) ? Row : (NextWaiting(null) ?? (Listed.Count > 0 ? Listed[0] : null))?.Id;
        Chosen = await query.RowAsync(Id, Row, stop);
        Other = await query.OtherAsync(Chosen?.MergedIntoId, stop);
        UndoRow = All.FirstOrDefault(r => r.Id == Undo && r.State is CommitmentState.Draft or CommitmentState.Dropped or CommitmentState.Merged && r.Id == Undo);
        if (Panel == "merge" && Chosen is not null) MergeTargets = await query.TargetsOfMergeAsync(Chosen, (Q ?? "").Trim(), stop);
        if (withText) Paragraphs = DocumentText.Cut(Document.Text, Sections, await query.MarksAsync(Id, stop));
    }

    private IEnumerable<ReviewRow> Filtered()
    {
        var rows = All.Where(r => Show switch
        {
            "waiting" => r.State == CommitmentState.Proposed,
            "accepted" => r.State >= CommitmentState.Draft,
            "out" => r.IsOut,
            _ => true,
        });
        rows = Kind switch
        {
            "work" => rows.Where(r => r.Kind == CommitmentKind.Work),
            "target" => rows.Where(r => r.Kind == CommitmentKind.Target),
            _ => rows,
        };
        return Doubt ? rows.OrderBy(r => r.State == CommitmentState.Proposed && r.IsDoubtful ? 0 : 1).ThenBy(r => r.Score) : rows;
    }
}
