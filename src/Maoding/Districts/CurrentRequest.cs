using System.Security.Claims;
using Maoding.Domain.Access;
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

    /// <summary>Resolves the actor from the signed-in principal; a changed security stamp, a lock or a lost account make a visitor.</summary>
    /// <remarks>Once for a request: the page that tells an error must not ask the database that failed again.</remarks>
    /// <param name="day">The business date; null: the district's.</param>
    public async Task LoadAsync(ClaimsPrincipal principal, CancellationToken stop, DateOnly? day = null)
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
            return;
        }

        _directory = await district.Directory.GetAsync(db, session.DirectoryVersion, stop);
        Today = clock.Today(day ?? _directory.Region.BusinessDate);
        var stamp = principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (stamp != session.SecurityStamp || session.LockoutEnd > system.GetUtcNow()) return;
        Writes = session.Writes;
        MustChangePassword = session.MustChangePassword && principal.FindFirstValue(ClaimTypes.AuthenticationMethod) != SignIn.ExternalMethod;
        var name = _directory.Person(session.PersonId)?.Name ?? session.UserName;
        Actor = new Actor(id, session.PersonId, name, session.IsAdministrator, _directory.HeldBy(session.PersonId, Today));
    }

    private async Task LoadRegionAsync(CancellationToken stop)
    {
        var version = await db.Regions.Select(r => (int?)r.DirectoryVersion).SingleOrDefaultAsync(stop);
        if (version is { } known) _directory = await district.Directory.GetAsync(db, known, stop);
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
