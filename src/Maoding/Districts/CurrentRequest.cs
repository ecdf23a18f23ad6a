using System.Security.Claims;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Maoding.Districts;

/// <summary>Who asks and in which district, on which day; one per request.</summary>
public sealed class CurrentRequest(
    MaodingContext db, District district, BusinessClock clock, TimeProvider system, IOptions<IdentityOptions> identity)
{
    private DirectorySnapshot? _directory;
    private bool _asked;

    public Actor Actor { get; private set; } = Actor.Visitor;

    /// <summary>The account has an initial password: only its own account pages are open.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Null while the database has no region.</summary>
    public DirectorySnapshot? DirectoryOrNull => _directory;

    /// <summary>The directory of the district, loaded with the request.</summary>
    public DirectorySnapshot Directory => _directory ?? throw new InvalidOperationException("The district is not set up.");

    /// <summary>How often the database had been written to when the request began; null for visitors.</summary>
    public long? Writes { get; private set; }

    /// <summary>The business date.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The plan whose year is shown: of the thing on the page, else what the address asks for, else the usual one; null before the first.</summary>
    public Plan? Plan { get; private set; }

    /// <summary>The page shows one thing, whose year is its own: to look at another year one has to leave it.</summary>
    public bool IsOfOneYear { get; private set; }

    /// <summary>The year that addresses on the page carry on; null for the usual one, which needs no telling.</summary>
    public int? CarriedYear { get; private set; }

    /// <summary>Resolves the actor from the signed-in principal; a changed security stamp, a lock or a lost account make a visitor.</summary>
    /// <remarks>Once for a request: the page that tells an error must not ask the database that failed again.</remarks>
    /// <param name="day">The business date; null: the district's.</param>
    /// <param name="year">Asked for in the address; one without a plan counts as not asked.</param>
    public async Task LoadAsync(ClaimsPrincipal principal, CancellationToken stop, DateOnly? day = null, int? year = null)
    {
        if (_asked) return;
        _asked = true;
        // Once for all statements of the request: SQLite is told our functions anew each time a connection is opened.
        await db.Database.OpenConnectionAsync(stop);
        var session = int.TryParse(principal.FindFirstValue(identity.Value.ClaimsIdentity.UserIdClaimType), out var id)
            ? await district.Sessions.FindAsync(db, id) : null;
        if (session is null)
        {
            await LoadRegionAsync(stop);
            Plan = _directory?.Ledger.Usual(Today);
            return;
        }

        _directory = await district.Directory.GetAsync(db, session.DirectoryVersion, stop);
        db.DirectorySeen = session.DirectoryVersion;
        Today = clock.Today(day ?? _directory.Region.BusinessDate);
        Show(_directory.Ledger.Of(year) ?? _directory.Ledger.Usual(Today));
        var stamp = principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (stamp != session.SecurityStamp || session.LockoutEnd > system.GetUtcNow()) return;
        Writes = session.Writes;
        MustChangePassword = session.MustChangePassword && principal.FindFirstValue(ClaimTypes.AuthenticationMethod) != SignIn.ExternalMethod;
        var name = _directory.Person(session.PersonId)?.Name ?? session.UserName;
        Actor = new Actor(id, session.PersonId, name, session.IsAdministrator, _directory.HeldBy(session.PersonId, Today));
    }

    /// <summary>Says that the page shows a thing of this plan.</summary>
    public void ShowYearOf(int planId) => ShowYearOf(Directory.Ledger.Plans.FirstOrDefault(p => p.Id == planId));

    /// <param name="plan">Null where the thing does not exist: the page will say so.</param>
    public void ShowYearOf(Plan? plan)
    {
        Show(plan ?? Plan);
        IsOfOneYear = true;
    }

    /// <summary>Addresses say the year shown even where it is the usual one: what the page does may make another year the usual one.</summary>
    public void CarryYear() => CarriedYear = Plan?.Year;

    /// <summary>Says which month the page shows; leaving it leads back to the year that was come from.</summary>
    /// <param name="month">yyyymm.</param>
    public void ShowMonth(int month) => Plan = Directory.Ledger.Of(month / 100) ?? Plan;

    /// <summary>The newest of some months that lies in the year shown; null for none.</summary>
    public int? NewestOf(IEnumerable<int> months) => months.Where(m => m / 100 == Plan?.Year).Select(m => (int?)m).Max();

    private void Show(Plan? plan) => (Plan, CarriedYear) = (plan, plan?.Id == Directory.Ledger.Usual(Today)?.Id ? null : plan?.Year);

    private async Task LoadRegionAsync(CancellationToken stop)
    {
        var version = await db.Regions.Select(r => (int?)r.DirectoryVersion).SingleOrDefaultAsync(stop);
        if (version is { } known) _directory = await district.Directory.GetAsync(db, known, stop);
        db.DirectorySeen = version;
        Today = clock.Today(_directory?.Region.BusinessDate);
    }
}

/// <summary>The one query of every request, compiled once for the application's database.</summary>
public sealed class SessionQuery
{
    private readonly Func<MaodingContext, int, Task<SessionRow?>> _find = EF.CompileAsyncQuery((MaodingContext context, int accountId) =>
        (from account in context.Users
         from region in context.Regions
         from head in context.AuditHeads
         where account.Id == accountId
         select new SessionRow(
             account.SecurityStamp,
             account.LockoutEnd,
             account.MustChangePassword,
             account.PersonId,
             account.IsAdministrator,
             account.UserName!,
             region.DirectoryVersion,
             head.Writes)).FirstOrDefault());

    internal Task<SessionRow?> FindAsync(MaodingContext db, int accountId) => _find(db, accountId);
}

/// <summary>What a session depends on.</summary>
internal sealed record SessionRow(
    string? SecurityStamp, DateTimeOffset? LockoutEnd, bool MustChangePassword, int? PersonId,
    bool IsAdministrator, string UserName, int DirectoryVersion, long Writes);
