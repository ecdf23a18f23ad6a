using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Accounts;

/// <summary>Slips made again by units: a lost one means a new password. They are the answer of the form that makes them.</summary>
public sealed class SlipsModel(AccountService accounts, MaodingContext db) : MaodingPage
{
    [BindProperty]
    public List<int> Units { get; set; } = [];

    /// <summary>Accounts in use as well; an administrator's choice.</summary>
    [BindProperty]
    public bool IncludeUsed { get; set; }

    public bool MayAll => May(Permission.ManageAccounts);

    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public IReadOnlyList<SlipLine> Lines { get; private set; } = [];

    [Needs(Permission.PrintSlips)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.PrintSlips)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            Slips = await accounts.ResetManyAsync(Actor, Units, !IncludeUsed, Once(AccountLinks.Slips), stop);
            return Page();
        },
        () => LoadAsync(stop));

    private async Task LoadAsync(CancellationToken stop)
    {
        var unused = await db.Users.AsNoTracking().Where(a => a.PersonId != null && !a.IsAdministrator)
            .ToDictionaryAsync(a => a.PersonId!.Value, a => a.MustChangePassword, stop);
        Lines =
        [
            .. from unit in accounts.SlipUnits()
               let have = unit.Persons.Where(unused.ContainsKey).ToList()
               let waiting = have.Count(p => unused[p])
               where have.Count > 0 && (MayAll || waiting > 0)
               select new SlipLine(unit.UnitId, unit.UnitId == 0 ? "党政领导和统筹部门" : Directory.UnitName(unit.UnitId), waiting, have.Count),
        ];
    }
}

/// <param name="UnitId">0: of no unit.</param>
/// <param name="Unused">Accounts whose password was not chosen yet.</param>
public sealed record SlipLine(int UnitId, string Name, int Unused, int All);
