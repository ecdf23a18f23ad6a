using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Checking;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>The whole form of one row that is not in force yet.</summary>
public sealed class EditModel(MaodingContext db, AssignList list, AssignService service) : MaodingPage
{
    [BindProperty]
    public RowForm Form { get; set; } = new();

    /// <summary>Of the row the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Commitment Row { get; private set; } = null!;

    /// <summary>Neither proposed nor in force: it is assigned here.</summary>
    public bool IsOpen => CommitmentMoves.IsOpen(Row.State);

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>Somebody else's values beside the typed ones; null without a conflict.</summary>
    public ShownConflict? Conflict { get; private set; }

    /// <summary>What of the form is a suggestion and not yet the row's.</summary>
    public Suggestion Suggested { get; private set; } = Suggestion.None(0);

    [Needs(Permission.AssignRows)]
    public async Task OnGetAsync(int id)
    {
        await LoadAsync(id);
        Version = Row.Version;
        Suggested = Row.IsLeaf ? Suggestion.For(Row, Directory, Today) : Suggestion.None(id);
        // What was suggested counts as untouched: it must not win over what somebody decides meanwhile.
        Form = RowForm.Of(Suggested.Fill(RowValues.Of(Row)));
    }

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostAsync(int id) => Try(
        async () =>
        {
            await LoadAsync(id);
            var present = RowValues.Of(Row);
            var values = Form.ToValues(present, new CellReader(Directory, Today, Plan.Year, Themes), Plan.Year);
            if (Version != Row.Version && IsOpen) return await ConflictingAsync(values, present);
            await service.SetAsync(Actor, id, Version, values, Once(AssignLinks.Edit(id)), HttpContext.RequestAborted);
            var late = TimeChecks.LateMilestones(values);
            var far = TimeChecks.IsFar(values, Plan.Year) ? $"完成时限是{values.Due:yyyy年M月d日}，离{Plan.Year}年很远，请核对。" : "";
            Notice($"已保存。{far}{(late.Count == 0 ? "" : $"节点{string.Join('、', late.Select(m => $"“{m.Name}”"))}晚于完成时限，请核对。")}");
            return Redirect(AssignLinks.Edit(id));
        },
        () => LoadAsync(id));

    /// <summary>Shows both values of each field that differs; the next press saves what was chosen, unless the row changes yet again.</summary>
    private async Task<IActionResult> ConflictingAsync(RowValues mine, RowValues theirs)
    {
        var conflict = RowConflict.Between(Row, mine, Form.BasisOr(theirs), RowWords.Of(Directory, Today, Themes));
        Conflict = new ShownConflict(conflict, await db.NameAsync(conflict.ChangedById, HttpContext.RequestAborted));
        (Form, Version) = (conflict.Form, conflict.Version);
        ModelState.Clear();
        if (conflict.Differences.Count == 0)
        {
            Notice("别人刚做了同样的改动，已经是您要的样子。");
            return Redirect(AssignLinks.Edit(Row.Id));
        }

        ModelState.AddModelError("", "您打开之后别人改过这一行。下面逐项列出两边的值，请选好再保存。（SYS001）");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task LoadAsync(int id)
    {
        var stop = HttpContext.RequestAborted;
        Row = await db.Commitments.AsNoTracking().WithParts().Include(c => c.Quotes).SingleOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new RefusalException("ASG005", "这一行已经不在台账里了。", RefusalKind.Missing);
        Permissions.Demand(Actor, Permission.AssignRows, RowFacts.Of(Row));
        Current.ShowYearOf(Row.PlanId);
        Plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == Row.PlanId, stop);
        Themes = await list.ThemesAsync(Plan.Id, stop);
    }
}
