using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Storage.Accounts;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>The actor that an account is, before or without a session.</summary>
internal static class AccountActors
{
    public static Actor Of(Account account, CurrentRequest current)
    {
        var directory = current.Directory;
        var name = directory.Person(account.PersonId)?.Name ?? account.UserName!;
        return new Actor(account.Id, account.PersonId, name, account.IsAdministrator, directory.HeldBy(account.PersonId, current.Today));
    }
}
