using System.Security.Cryptography;
using System.Text;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Amending;

/// <summary>Changes an issued row by decision: the form, then what changes, then the change.</summary>
public sealed class IndexModel(MaodingContext db, AmendService service) : MaodingPage
{
    [BindProperty]
    public RowForm Form { get; set; } = new();

    /// <summary>Of the row the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Tells which changes were shown; only those are carried out.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public Commitment Row { get; private set; } = null!;

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>What changes, to be confirmed; empty before.</summary>
    public IReadOnlyList<RowDifference> Changes { get; private set; } = [];

    /// <summary>Somebody else's values beside the typed ones; null without a conflict.</summary>
    public ShownConflict? Conflict { get; private set; }

    public IReadOnlyList<RowAmendment> History { get; private set; } = [];

    /// <summary>Units that get the row, so that they sign for its batch, for the first time or again.</summary>
    public IReadOnlyList<string> NewUnits { get; private set; } = [];

    public bool CanStop => CommitmentMoves.Table.Allowed(Row.State, CommitmentMove.Stop);

    [Needs(Permission.AmendRow)]
    public async Task OnGetAsync(int id)
    {
        await LoadAsync(id);
        Fresh();
        DecidedOn = Today;
    }

    [Needs(Permission.AmendRow)]
    public Task<IActionResult> OnPostAsync(int id) => Try(
        async () =>
        {
            await LoadAsync(id);
            var present = RowValues.Of(Row);
            var values = Form.ToValues(present, new CellReader(Directory, Today, Plan.Year, Themes), Plan.Year);
            if (Version != Row.Version) return await ConflictingAsync(values, present);
            Changes = RowValues.Differences(present, values, RowWords.Of(Directory, Today, Themes));
            if (Changes.Count > 0 && Seen != Mark(Changes)) return Ask(values, present);
            await service.AmendAsync(Actor, new AmendOptions(id, Version, values, Grounds()), Once(LedgerLinks.Row(id)), HttpContext.RequestAborted);
            Notice("已调整，调整前的内容留在这一项的记录里。");
            return Redirect(LedgerLinks.Row(id));
        },
        () => LoadAsync(id));

    [Needs(Permission.AmendRow)]
    public Task<IActionResult> OnPostStopAsync(int id) => Try(
        async () =>
        {
            await service.StopAsync(Actor, new StopOptions(id, Version, Grounds()), Once(LedgerLinks.Row(id)), HttpContext.RequestAborted);
            Notice("已停办。");
            return Redirect(LedgerLinks.Row(id));
        },
        async () =>
        {
            await LoadAsync(id);
            Fresh();
        });

    private void Fresh() => (Form, Version) = (RowForm.Of(RowValues.Of(Row)), Row.Version);

    private AmendGrounds Grounds() => new(Reason ?? "", Decision ?? "", DecidedOn);

    /// <summary>Shows what would change; nothing is written.</summary>
    private PageResult Ask(RowValues values, RowValues present)
    {
        Seen = Mark(Changes);
        Form = RowForm.Of(values, present);
        NewUnits = !Row.IsLeaf ? [] : [.. values.UnitIds.Except(present.UnitIds).Select(u => Directory.UnitName(u))];
        return Page();
    }

    private async Task<IActionResult> ConflictingAsync(RowValues mine, RowValues theirs)
    {
        var conflict = RowConflict.Between(Row, mine, Form.BasisOr(theirs), RowWords.Of(Directory, Today, Themes));
        Conflict = new ShownConflict(conflict, await db.NameAsync(conflict.ChangedById, HttpContext.RequestAborted));
        (Form, Version, Seen) = (conflict.Form, conflict.Version, null);
        ModelState.Clear();
        ModelState.AddModelError("", "您打开之后别人改过这一项。下面逐项列出两边的值，请选好再继续。（SYS001）");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static string Mark(IEnumerable<RowDifference> changes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RowDifference.Lines(changes))))[..16];

    private async Task LoadAsync(int id)
    {
        var stop = HttpContext.RequestAborted;
        Row = await db.Commitments.AsNoTracking().WithParts().Include(c => c.Quotes).SingleOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new RefusalException("AMD008", "这一行已经不在台账里了。请从台账进入。", RefusalKind.Missing);
        Permissions.Demand(Actor, Permission.AmendRow, RowFacts.Of(Row));
        if (Row.State < CommitmentState.Issued)
            throw new RefusalException("AMD009", "这一项还没有印发，可以直接修改，不用走调整程序。", RefusalKind.Conflict);
        Current.ShowYearOf(Row.PlanId);
        Plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == Row.PlanId, stop);
        Themes = await db.Themes.AsNoTracking().Where(t => t.PlanId == Plan.Id).OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(stop);
        History = await service.OfRowAsync(Actor, id, stop);
    }
}
