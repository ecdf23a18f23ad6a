using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>The coordinator's grid: who answers for each draft row, by when and by what plan.</summary>
public sealed class IndexModel(MaodingContext db, AssignList list, AssignService service) : MaodingPage
{
    private Suggester? _suggester;

    [BindProperty(SupportsGet = true)]
    public string? Lacks { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Section { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>The row edited in its place.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edit { get; set; }

    /// <summary>Ticked rows as id-version.</summary>
    [BindProperty]
    public List<string> Rows { get; set; } = [];

    [BindProperty]
    public InlineForm Inline { get; set; } = new();

    [BindProperty]
    public BulkForm Bulk { get; set; } = new();

    public Plan? Plan { get; private set; }

    public GridPage Shown { get; private set; } = new([], 0, null, null);

    public Lacking Lacking { get; private set; } = new(0, 0, 0, 0, 0);

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public AssignFilter Filter => new(Lacks, Section, Unit, State, After, Before);

    public Suggestion SuggestionFor(GridRow row) => row.IsLeaf || row.LeadUnitId is not null
        ? (_suggester ??= new Suggester(Directory, Today)).For(row.Id, row.Functions, row.LeadUnitId, row.LeaderPostId, row.CoUnitIds)
        : Suggestion.None(row.Id);

    [Needs(Permission.AssignRows)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Shown.Rows.FirstOrDefault(r => r.Id == Edit) is { } row) Inline = InlineForm.Of(row, SuggestionFor(row), Directory);
    }

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostRowAsync() => Try(
        async () =>
        {
            var reader = await ReaderAsync();
            var row = await db.Commitments.AsNoTracking().WithParts().SingleOrDefaultAsync(c => c.Id == Inline.Id)
                ?? throw new RefusalException("ASG005", "这一行已经不在台账里了。请刷新页面。", RefusalKind.Missing);
            var values = Inline.Apply(RowValues.Of(row), reader, Plan!.Year);
            var back = Filter.Href();
            await service.SetAsync(Actor, Inline.Id, Inline.Version, values, Once(back), HttpContext.RequestAborted);
            Notice($"已保存“{row.Title}”。");
            return Redirect($"{back}#r{Inline.Id.ToString(CultureInfo.InvariantCulture)}");
        },
        async () =>
        {
            Edit = Inline.Id;
            await LoadAsync();
        });

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostBulkAsync() => Try(
        async () =>
        {
            var change = Bulk.ToChange(await ReaderAsync());
            var changed = await service.SetManyAsync(Actor, Keys(), change, Once(Filter.Href()), HttpContext.RequestAborted);
            Notice(changed == 0 ? "所选各行本来就是这样，没有改动。" : $"已改 {changed} 行。");
            return Redirect(Filter.Href());
        },
        LoadAsync);

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostFillAsync(FillField field) => Try(
        async () =>
        {
            if (Rows.Count < 2) throw new RefusalException("ASG001", "向下填充要勾选两行以上：第一行的值填到其余各行。");
            var changed = await service.SetManyAsync(Actor, Keys(), new BulkChange(FillDown: field), Once(Filter.Href()), HttpContext.RequestAborted);
            Notice(changed == 0 ? "所选各行本来就是这样，没有改动。" : $"已按第一行填好 {changed} 行。");
            return Redirect(Filter.Href());
        },
        LoadAsync);

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostSuggestAsync(string? one) => Try(
        async () =>
        {
            if (one is not null) Rows = [one];
            var changed = await service.AcceptSuggestionsAsync(Actor, Keys(), Directory, Today, Once(Filter.Href()), HttpContext.RequestAborted);
            Notice($"已按职能和领导分工填好 {changed} 行，请核对。");
            return Redirect(Filter.Href());
        },
        LoadAsync);

    private async Task<CellReader> ReaderAsync()
    {
        Plan = Current.Plan ?? throw new RefusalException("ASG011", "还没有年度计划。请先导入文件。");
        Themes = await list.ThemesAsync(Plan.Id, HttpContext.RequestAborted);
        return new CellReader(Directory, Today, Plan.Year, Themes);
    }

    private List<RowKey> Keys() => [.. Rows.Select(Key)];

    private static RowKey Key(string text) =>
        text.Split('-') is [var id, var version] && int.TryParse(id, CultureInfo.InvariantCulture, out var i)
            && int.TryParse(version, CultureInfo.InvariantCulture, out var v)
            ? new RowKey(i, v)
            : throw new RefusalException("ASG001", "请先勾选要改的行。");

    private async Task LoadAsync()
    {
        var stop = HttpContext.RequestAborted;
        Plan = Current.Plan;
        if (Plan is null) return;
        Shown = await list.PageAsync(Plan.Id, Filter, stop);
        Lacking = await list.LackingAsync(Plan.Id, Filter, stop);
        Themes = await list.ThemesAsync(Plan.Id, stop);
        Sections = await list.SectionsAsync(Plan.Id, stop);
    }
}
