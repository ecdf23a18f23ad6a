using System.Security.Cryptography;
using System.Text;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.FirstRun;

/// <summary>Proves that whoever sets the system up can read the server's console. Kept in memory: a restart makes another.</summary>
public sealed class FirstRunCode(IServiceScopeFactory scopes)
{
    /// <summary>Without letters and digits that are mistaken for one another.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private readonly string _code = RandomNumberGenerator.GetString(Alphabet, 8);

    /// <summary>The code while the database has no region, else null.</summary>
    public async Task<string?> IfNeededAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        return await db.Regions.AnyAsync(stop) ? null : _code;
    }

    /// <summary>Compares without telling by its time how much was right.</summary>
    public bool Matches(string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((given ?? "").Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(_code));
}
