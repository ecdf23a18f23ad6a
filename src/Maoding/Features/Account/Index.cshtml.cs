using Maoding.Domain.Access;
using Maoding.Domain.Accounts;
using Maoding.Hosting;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.OwnAccount;

/// <summary>My account: posts held, the password's age, the second factor.</summary>
public sealed class IndexModel(MaodingContext db, PasswordService passwords) : MaodingPage
{
    public Account Account { get; private set; } = null!;

    public IReadOnlyList<HeldPost> Posts => Actor.Posts;

    public int PasswordAge => passwords.AgeInDays(Account);

    public int? RotationDays => PasswordLimits.Of(passwords.Policy).RotationDays;

    [Needs(Permission.OwnAccount)]
    public async Task OnGetAsync(CancellationToken stop) => Account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == Actor.AccountId, stop);
}
