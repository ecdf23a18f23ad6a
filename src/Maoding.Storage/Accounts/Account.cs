using Maoding.Domain;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Microsoft.AspNetCore.Identity;

namespace Maoding.Storage.Accounts;

/// <summary>Who may sign in: a person's account, or an administrator's without business rights.</summary>
[Called("账号", Place = 440)]
[Called("输错次数", Member = nameof(Account.AccessFailedCount))]
[Called("版本标记", Member = nameof(Account.ConcurrencyStamp))]
[Called("邮箱", Member = nameof(Account.Email))]
[Called("邮箱已核实", Member = nameof(Account.EmailConfirmed))]
[Called("可锁定", Member = nameof(Account.LockoutEnabled))]
[Called("锁定至", Member = nameof(Account.LockoutEnd))]
[Called("邮箱（大写）", Member = nameof(Account.NormalizedEmail))]
[Called("账号名（大写）", Member = nameof(Account.NormalizedUserName))]
[Called("密码", Member = nameof(Account.PasswordHash))]
[Called("手机", Member = nameof(Account.PhoneNumber))]
[Called("手机已核实", Member = nameof(Account.PhoneNumberConfirmed))]
[Called("安全标记", Member = nameof(Account.SecurityStamp))]
[Called("两步验证", Member = nameof(Account.TwoFactorEnabled))]
[Called("账号名", Member = nameof(Account.UserName))]
public sealed class Account : IdentityUser<int>, IAudited
{
    [Called("人员")] public int? PersonId { get; set; }

    public Person? Person { get; set; }

    [Called("系统管理员")] public bool IsAdministrator { get; set; }

    /// <summary>An initial or reset password: the next sign-in leads to the change page and nowhere else.</summary>
    [Called("须改初始密码")] public bool MustChangePassword { get; set; }

    [Called("改密时间")] public DateTime PasswordChangedAt { get; set; }

    /// <summary>Hashes of the last passwords, newest first, one a line.</summary>
    [Called("用过的密码")] public string PasswordHistory { get; set; } = "";
}
