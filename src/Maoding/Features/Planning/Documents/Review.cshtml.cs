using System.Globalization;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Units;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maoding.Features.Planning.Documents;

public sealed class ReviewModel(
    ReviewQuery query, ReviewService review, RowEditService edits, AddRowService adding, MaodingContext db, TimeProvider clock) : ReviewPage(query, db)
{
    /// <summary>The moment since when the page's script has seen all rows.</summary>
    public const string SinceHeader = "X-Since";

    private readonly ReviewQuery _query = query;
    private readonly MaodingContext _db = db;
    private readonly DateTime _begun = clock.GetUtcNow().UtcDateTime;

    [BindProperty]
    public int RowId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>For each value that both rows give differently, whether this one's is taken. Named, so that no other field is taken for one of it.</summary>
    [BindProperty(Name = nameof(Settle))]
    public Dictionary<DifferenceField, bool> Settle { get; set; } = [];

    /// <summary>Why those values stand.</summary>
    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Parts { get; set; }

    [BindProperty]
    public int? Start { get; set; }

    [BindProperty]
    public CommitmentKind AddKind { get; set; }

    [BindProperty]
    public RowForm Form { get; set; } = new();


    private string? Fragment => Request.Headers.TryGetValue(RefusalAnswers.FragmentHeader, out var part) ? part.ToString() : null;

    [Needs(Permission.ReviewFindings)]
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop, withText: Fragment is null or "text");
        return Fragment switch { null => Page(), "text" => Part("_Paragraphs"), _ => Part("_Card") };
    }

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostAcceptAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            await review.AcceptAsync(Actor, RowId, Version, Once(Link(RowId)), stop);
            return await NextAsync(reload: false, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostDropAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            await review.DropAsync(Actor, RowId, Version, Reason ?? "", Once(Link(RowId)), stop);
            return await NextAsync(reload: false, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostRestoreAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            var was = await review.RestoreAsync(Actor, RowId, Version, Once(Link(RowId)), stop);
            return await StayAsync(RowId, reload: was == CommitmentState.Merged, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostMergeAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            if (Into == 0) throw new RefusalException("REV003", "请选要并入哪一项。") { Field = "Into" };
            await review.MergeAsync(Actor, RowId, Version, Into, new MergeChoice(Settle, (Why ?? "").Trim()), Once(Link(RowId)), stop);
            return await NextAsync(reload: false, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostLeafAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            await review.MakeLeafAsync(Actor, RowId, Version, Into, Once(Link(RowId)), stop);
            return await NextAsync(reload: false, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostSplitAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            var finder = new UnitFinder(Directory, Today);
            await review.SplitAsync(Actor, RowId, Version, SplitLines.Read(Parts ?? "", finder), Once(Link(RowId)), stop);
            return await StayAsync(RowId, reload: true, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostSectionAsync(int? section, CancellationToken stop) => ActAsync(
        async () =>
        {
            var count = await review.AcceptSectionAsync(Actor, Id, section, Once(Link(RowId)), stop);
            Notice(count > 0 ? $"已采纳本节 {count} 项。" : "本节没有可以一并采纳的了。");
            return await NextAsync(reload: true, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostAddAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            var added = await adding.AddAsync(Actor, Id, Words ?? "", Start, AddKind, Once(Link(null)), stop);
            return await StayAsync(added, reload: true, stop);
        },
        stop);

    /// <summary>保存: saves and ends the sitting.</summary>
    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostEditAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            if (await StoreAsync(stop) is { } conflict) return await ConflictAsync(conflict, stop);
            await edits.LeaveAsync(Actor, RowId, stop);
            return await StayAsync(RowId, reload: false, stop);
        },
        stop);

    /// <summary>Saves what was typed so far; the sitting goes on.</summary>
    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPutEditAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            if (await StoreAsync(stop) is { } conflict) return await ConflictAsync(conflict, stop);
            var row = await _query.OtherAsync(RowId, stop);
            var at = BusinessClock.InChina(clock.GetUtcNow().UtcDateTime);
            return new JsonResult(new { version = row!.Version, basis = RowForm.BasisOf(RowValues.Of(row)), words = $"已保存 {at:HH:mm}" });
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken stop)
    {
        await edits.LeaveAllAsync(Actor, stop);
        return StatusCode(StatusCodes.Status204NoContent);
    }

    /// <summary>After a conflict: the chosen texts go onto the newest version.</summary>
    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostResolveAsync(CancellationToken stop) => OnPostEditAsync(stop);

    private async Task<RowConflict?> StoreAsync(CancellationToken stop)
    {
        var newest = await _query.OtherAsync(RowId, stop);
        var row = await review.OpenAsync(Actor, RowId, newest?.Version ?? 0, stop);
        RowThemes = await _query.ThemesAsync(row.PlanId, stop);
        var year = await _query.PlanYearAsync(row.PlanId, stop);
        var theirs = RowValues.Of(row);
        var reader = new CellReader(Directory, Today, year, RowThemes);
        var (_, conflict) = await edits.SaveAsync(
            Actor, row, Version, present => Form.ToValues(present, reader, year), Form.BasisOr(theirs), RowNamesNow, stop);
        return conflict;
    }

    private IReadOnlyList<Domain.Documents.Theme> RowThemes { get; set; } = [];

    private RowNames RowNamesNow => Names with { Theme = id => RowThemes.FirstOrDefault(t => t.Id == id)?.Name ?? "" };

    private async Task<IActionResult> ConflictAsync(RowConflict conflict, CancellationToken stop)
    {
        Row = RowId;
        await LoadAsync(stop, withText: Fragment is null);
        Panel = "edit";
        Conflict = new ShownConflict(conflict, await _db.NameAsync(conflict.ChangedById, stop));
        Sent = conflict.Form;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Fragment is null ? Page() : Part("_Card");
    }

    private Task<IActionResult> NextAsync(bool reload, CancellationToken stop) => AnswerAsync(next: true, reload, stop);

    private Task<IActionResult> StayAsync(int row, bool reload, CancellationToken stop)
    {
        RowId = row;
        return AnswerAsync(next: false, reload, stop);
    }

    /// <summary>Shows the row or the next one: by a redirect, or to the page's script as the card and the rows that changed.</summary>
    /// <param name="reload">The text's marks or the list change in ways that only the whole page shows.</param>
    private async Task<IActionResult> AnswerAsync(bool next, bool reload, CancellationToken stop)
    {
        (Row, Undo, Panel) = (RowId, next ? RowId : null, null);
        var whole = Fragment is null || reload;
        if (next || !whole) await LoadAsync(stop, withText: false, next ? RowId : null);
        var address = DocumentLinks.Review(Id, Filter, Row, "", Undo);
        if (Fragment is null) return Redirect(address);
        Response.Headers["X-Location"] = address;
        if (whole)
        {
            Response.Headers["X-Reload"] = "1";
            return StatusCode(StatusCodes.Status204NoContent);
        }

        // Others' changes are for the next look, which asks from the same moment as before: right after an import they are the whole list.
        var seen = long.TryParse(Request.Headers[SinceHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? MomentOf(ticks) : Since;
        await TellAsync([.. All.Where(r => r.Id == RowId || r.ChangedAt >= _begun)], seen, Progress, stop);
        return Part("_Step");
    }

    /// <summary>What a form asks for. The page's script is told a refusal in words, so that what was typed stays in its form.</summary>
    private async Task<IActionResult> ActAsync(Func<Task<IActionResult>> act, CancellationToken stop)
    {
        RefusalException? told = null;
        var result = await Try(
            async () =>
            {
                try
                {
                    return await act();
                }
                catch (RefusalException refusal)
                {
                    told = refusal;
                    throw;
                }
            },
            async () =>
            {
                Row = RowId == 0 ? Row : RowId;
                Sent = Panel == "edit" ? Form : null;
                if (Fragment is null || AsksForChoice(told)) await LoadAsync(stop, withText: Fragment is null);
            });
        if (Fragment is null) return result;
        if (result is RedirectResult { Url: var address })
        {
            (Response.Headers["X-Location"], Response.Headers["X-Reload"]) = (address, "1");
            return StatusCode(StatusCodes.Status204NoContent);
        }

        if (result is not PageResult) return result;
        return AsksForChoice(told)
            ? Part("_Card")
            : new ContentResult { Content = $"{told?.Message}（{told?.Code}）", ContentType = "text/plain; charset=utf-8", StatusCode = Response.StatusCode };
    }

    /// <summary>The card shown anew has the choice that was missing.</summary>
    private static bool AsksForChoice(RefusalException? refusal) =>
        refusal is { Code: AddRowService.SeveralPlaces } || refusal?.Data[Merging.Undecided] is not null;

    private PartialViewResult Part(string name)
    {
        var data = new Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary<ReviewModel>(ViewData, this);
        Response.Headers.CacheControl = "no-store";
        return new PartialViewResult { ViewName = name, ViewData = data, TempData = TempData };
    }
}
