using Maoding.Domain;
using Maoding.Domain.Organization;
using Microsoft.AspNetCore.Identity;

namespace Maoding.Storage.Accounts;

/// <summary>Who may sign in: a person's account, or an administrator's without business rights.</summary>
public sealed class Account : IdentityUser<int>, IAudited
{
    public int? PersonId { get; set; }

    public Person? Person { get; set; }

    public bool IsAdministrator { get; set; }

    /// <summary>An initial or reset password: the next sign-in leads to the change page and nowhere else.</summary>
    public bool MustChangePassword { get; set; }

    public DateTime PasswordChangedAt { get; set; }

    /// <summary>Hashes of the last passwords, newest first, one a line.</summary>
    public string PasswordHistory { get; set; } = "";
}
