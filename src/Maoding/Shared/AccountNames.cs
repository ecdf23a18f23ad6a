using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Shared;

/// <summary>The people behind accounts.</summary>
internal static class AccountNames
{
    /// <summary>Names by account: the person's, or the user name of an account without one; accounts that are gone are left out.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> NamesAsync(this MaodingContext db, IReadOnlyCollection<int> accounts, CancellationToken stop) =>
        accounts.Count == 0
            ? new Dictionary<int, string>()
            : await db.Users.AsNoTracking().Where(u => accounts.Contains(u.Id))
                .Select(u => new { u.Id, Name = u.Person != null ? u.Person.Name : u.UserName ?? "" })
                .ToDictionaryAsync(u => u.Id, u => u.Name, stop);

    /// <summary>The name behind one account; 别人 when it is gone.</summary>
    public static async Task<string> NameAsync(this MaodingContext db, int account, CancellationToken stop) =>
        (await db.NamesAsync([account], stop)).GetValueOrDefault(account, "别人");
}
