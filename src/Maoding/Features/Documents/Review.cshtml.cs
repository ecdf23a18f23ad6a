using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maoding.Features.Documents;

public sealed class ReviewModel(ReviewQuery query, ReviewService review, RowEditService edits, AddRowService adding, TimeProvider clock) : ReviewPage(query)
{
    private readonly ReviewQuery _query = query;

    [BindProperty]
    public int RowId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Into { get; set; }

    [BindProperty]
    public string? Parts { get; set; }

    [BindProperty]
    public int? Start { get; set; }

    [BindProperty]
    public CommitmentKind AddKind { get; set; }

    [BindProperty]
    public RowForm Form { get; set; } = new();

    /// <summary>Field and mine or theirs, from the form that follows a conflict.</summary>
    [BindProperty]
    public Dictionary<string, string> Pick { get; set; } = [];

    public IReadOnlyList<FoundPlace> Places => Words is { Length: > 0 } words ? AddRowService.Find(Document.Text, words) : [];

    private string? Fragment => Request.Headers.TryGetValue(RefusalAnswers.FragmentHeader, out var part) ? part.ToString() : null;

    [Needs(Permission.ReviewFindings)]
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop, withText: Fragment is null);
        return Fragment is null ? Page() : Part(Fragment == "card" ? "_Card" : "_Panel");
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
            await review.RestoreAsync(Actor, RowId, Version, Once(Link(RowId)), stop);
            return await GoAsync(RowId, null, reload: false, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostMergeAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            if (Into == 0) throw new RefusalException("REV003", "请选要并入哪一项。") { Field = "Into" };
            await review.MergeAsync(Actor, RowId, Version, Into, Once(Link(RowId)), stop);
            return await NextAsync(reload: true, stop);
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
            return await GoAsync(RowId, null, reload: true, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostSectionAsync(int? section, CancellationToken stop) => ActAsync(
        async () =>
        {
            var count = await review.AcceptSectionAsync(Actor, Id, section, Once(Link(RowId)), stop);
            Notice($"已采纳本节 {count} 项。");
            return await NextAsync(reload: true, stop);
        },
        stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostAddAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            var added = await adding.AddAsync(Actor, Id, Words ?? "", Start, AddKind, Once(Link(null)), stop);
            return await GoAsync(added, null, reload: true, stop);
        },
        stop);

    /// <summary>保存: saves and ends the sitting.</summary>
    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostEditAsync(CancellationToken stop) => ActAsync(
        async () =>
        {
            if (await StoreAsync(stop) is { } conflict) return await ConflictAsync(conflict, stop);
            await edits.LeaveAsync(Actor, RowId, stop);
            return await GoAsync(RowId, null, reload: false, stop);
        },
        stop);

    /// <summary>Saves what was typed so far; the sitting goes on.</summary>
    [Needs(Permission.ReviewFindings)]
    public async Task<IActionResult> OnPutEditAsync(CancellationToken stop)
    {
        if (await StoreAsync(stop) is { } conflict) return await ConflictAsync(conflict, stop);
        var row = await _query.OtherAsync(RowId, stop);
        var at = BusinessClock.InChina(clock.GetUtcNow().UtcDateTime);
        return new JsonResult(new { version = row!.Version, basis = RowForm.BasisOf(RowValues.Of(row)), words = $"已保存 {at:HH:mm}" });
    }

    [Needs(Permission.ReviewFindings)]
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken stop)
    {
        await edits.LeaveOthersAsync(Actor, null, stop);
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
        RowValues Edit(RowValues present) => RowForm.Choose(Form.Apply(present, year), theirs, field => Pick.GetValueOrDefault(field) == "theirs");
        var (_, conflict) = await edits.SaveAsync(Actor, row, Version, Edit, Form.BasisOr(theirs), year, RowNamesNow, stop);
        return conflict;
    }

    private IReadOnlyList<Domain.Documents.Theme> RowThemes { get; set; } = [];

    private RowNames RowNamesNow => Names with { Theme = id => RowThemes.FirstOrDefault(t => t.Id == id)?.Name ?? "" };

    private async Task<IActionResult> ConflictAsync(RowConflict conflict, CancellationToken stop)
    {
        HttpContext.RequestServices.GetRequiredService<Storage.MaodingContext>().ChangeTracker.Clear();
        Row = RowId;
        await LoadAsync(stop, withText: Fragment is null);
        Conflict = conflict;
        Sent = Form;
        ConflictBy = (await _query.PeopleAsync([conflict.ChangedById], stop)).GetValueOrDefault(conflict.ChangedById, "别人");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Fragment is null ? Page() : Part("_Card");
    }

    private async Task<IActionResult> NextAsync(bool reload, CancellationToken stop)
    {
        await LoadAsync(stop, withText: false);
        return await GoAsync(NextWaiting(RowId)?.Id ?? RowId, RowId, reload, stop);
    }

    /// <summary>Shows another row: by a redirect, or to the page's script as the part it replaces.</summary>
    private async Task<IActionResult> GoAsync(int row, int? undo, bool reload, CancellationToken stop)
    {
        var address = DocumentLinks.Review(Id, Filter, row, "", undo);
        if (Fragment is null) return Redirect(address);
        Response.Headers["X-Location"] = address;
        if (reload)
        {
            Response.Headers["X-Reload"] = "1";
            return StatusCode(StatusCodes.Status204NoContent);
        }

        (Row, Undo, Panel) = (row, undo, null);
        HttpContext.RequestServices.GetRequiredService<Storage.MaodingContext>().ChangeTracker.Clear();
        await LoadAsync(stop, withText: false);
        return Part("_Panel");
    }

    private async Task<IActionResult> ActAsync(Func<Task<IActionResult>> act, CancellationToken stop)
    {
        var result = await Try(act, async () =>
        {
            Row = RowId == 0 ? Row : RowId;
            Sent = Panel == "edit" ? Form : null;
            await LoadAsync(stop, withText: Fragment is null);
        });
        if (Fragment is null) return result;
        if (result is RedirectResult { Url: var address })
        {
            (Response.Headers["X-Location"], Response.Headers["X-Reload"]) = (address, "1");
            return StatusCode(StatusCodes.Status204NoContent);
        }

        return result is PageResult ? Part("_Card") : result;
    }

    private PartialViewResult Part(string name)
    {
        var data = new Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary<ReviewModel>(ViewData, this);
        Response.Headers.CacheControl = "no-store";
        return new PartialViewResult { ViewName = name, ViewData = data, TempData = TempData };
    }
}
