using System.Security.Cryptography;
using System.Text;
using Maoding.Domain;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Districts;

/// <summary>Proves that whoever sets the system up can read the server's console. Kept in memory: a restart makes another.</summary>
public sealed class FirstRunCode(Database database)
{
    /// <summary>Without letters and digits that are mistaken for one another.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int MostWrong = 10;

    private readonly string _code = RandomNumberGenerator.GetString(Alphabet, 8);
    private int _wrong;

    /// <summary>The code while the database has no region, else null.</summary>
    public async Task<string?> IfNeededAsync(CancellationToken stop)
    {
        await using var db = database.Open();
        return await db.Regions.AnyAsync(stop) ? null : _code;
    }

    /// <summary>Compares without telling by its time how much was right; after ten wrong codes nothing is right any more.</summary>
    /// <exception cref="RefusalException">FIR001: a wrong code; FIR002: too many of them.</exception>
    public void Demand(string? given)
    {
        var right = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((given ?? "").Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(_code));
        var wrong = right ? Volatile.Read(ref _wrong) : Interlocked.Increment(ref _wrong);
        if (wrong >= MostWrong)
            throw new RefusalException("FIR002", $"验证码已输错{MostWrong}次，不能再用。请重启 maoding serve，用控制台新打印的验证码。") { Field = "Code" };
        if (!right)
            throw new RefusalException("FIR001", $"验证码不对，还可以试{MostWrong - wrong}次。验证码打印在运行 maoding serve 的窗口里。") { Field = "Code" };
    }
}
