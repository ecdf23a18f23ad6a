using System.Net;
using System.Security.Claims;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>
/// Lets people in. Refusals: ACC001 unknown account or wrong password (one message for both), ACC002 locked, ACC003 wrong second
/// factor, ACC004 the first step is too long ago, ACC005 entering as somebody outside a demonstration, ACC006 the provider's person has no account.
/// Each try is written down before it is answered.
/// </summary>
public sealed class SignInService(
    UserManager<Account> users,
    SignInManager<Account> signIn,
    PasswordService passwords,
    IPasswordHasher<Account> hasher,
    MaodingContext db,
    AuditedSave save,
    CurrentRequest current,
    GuessService guesses)
{
    private const int LongestNameKept = 40;
    private const string UsedCode = "LastCode";

    /// <summary>A hash that no password fits, made once: an unknown account costs as much time as a known one.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString()));

    /// <summary>Checks the first factor; true when the second is wanted, else the person is signed in.</summary>
    /// <exception cref="RefusalException">ACC001, ACC002.</exception>
    public async Task<bool> PasswordAsync(HttpContext http, string userName, string password, CancellationToken stop)
    {
        var account = userName.Length is > 0 and <= 256 ? await users.FindByNameAsync(userName.Trim()) : null;
        if (account?.PasswordHash is null)
        {
            var nobody = account ?? new Account();
            hasher.VerifyHashedPassword(nobody, NobodysHash.Value, password);
            await save.NoteAsync(Actor.Visitor, "登录失败", nameof(Account), account?.Id ?? 0, $"没有这个账号或没有密码：{Cut(userName)}", stop);
            throw Wrong();
        }

        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: false);
        if (!result.Succeeded && !result.RequiresTwoFactor) throw await guesses.CountAsync(account, "登录", "密码不对", Wrong(), stop);
        if (account.TwoFactorEnabled)
        {
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, await users.GetUserIdAsync(account))], IdentityConstants.TwoFactorUserIdScheme);
            await http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
            return true;
        }

        await EnterAsync(account, "登录", "pwd", stop);
        return false;
    }

    /// <summary>Checks the second factor: six digits of the authenticator, or a recovery code, which is used up.</summary>
    /// <exception cref="RefusalException">ACC002, ACC003, ACC004.</exception>
    public async Task SecondFactorAsync(HttpContext http, string code, CancellationToken stop)
    {
        var account = await signIn.GetTwoFactorAuthenticationUserAsync()
            ?? throw new RefusalException("ACC004", "离输入密码的时间太久了。请从头登录。");
        if (await users.IsLockedOutAsync(account)) throw guesses.Locked(account);
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (!await IsSecondFactorAsync(account, digits))
            throw await guesses.CountAsync(
                account, "登录", "动态码不对", new RefusalException("ACC003", "动态码不对或已用过。请等手机上换一个新的再输；手机不在身边可以输恢复码。") { Field = "Code" }, stop);

        await users.ResetAccessFailedCountAsync(account);
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await EnterAsync(account, "登录（两步验证）", "mfa", stop);
    }

    /// <summary>Enters as a person of a demonstration, from the same machine only.</summary>
    /// <exception cref="RefusalException">ACC005.</exception>
    public async Task AsAsync(HttpContext http, int accountId, CancellationToken stop)
    {
        if (!MayEnterAs(http) || await users.FindByIdAsync($"{accountId}") is not { } account)
            throw new RefusalException("ACC005", "只有在本机打开的演示数据才能免密码进入。请用账号和密码登录。", RefusalKind.Forbidden);
        await EnterAsync(account, "登录（演示）", "demo", stop, mayExpire: false);
    }

    public bool MayEnterAs(HttpContext http) =>
        current.DirectoryOrNull?.Region.IsDemo == true && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from);

    /// <summary>Signs in the account that the identity provider's claim names; accounts are never made by it.</summary>
    /// <exception cref="RefusalException">ACC002, ACC006.</exception>
    public async Task ExternalAsync(string? name, CancellationToken stop)
    {
        var account = name is { Length: > 0 and <= 256 } ? await users.FindByNameAsync(name) : null;
        if (account is null)
        {
            await save.NoteAsync(Actor.Visitor, "登录失败", nameof(Account), 0, $"统一身份认证的“{Cut(name ?? "")}”没有账号", stop);
            throw new RefusalException("ACC006", "统一身份认证通过了，但本系统没有您的账号。请联系系统管理员开通。", RefusalKind.Forbidden);
        }

        if (await users.IsLockedOutAsync(account)) throw guesses.Locked(account);
        await EnterAsync(account, "登录（统一身份认证）", SignIn.ExternalMethod, stop, mayExpire: false);
    }

    private async Task<bool> IsSecondFactorAsync(Account account, string code)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit)) return (await users.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;
        if (await users.GetAuthenticationTokenAsync(account, "Maoding", UsedCode) == code) return false;
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)) return false;
        await users.SetAuthenticationTokenAsync(account, "Maoding", UsedCode, code);
        return true;
    }

    /// <summary>Writes the sign-in down, then gives the cookie.</summary>
    private async Task EnterAsync(Account account, string action, string method, CancellationToken stop, bool mayExpire = true)
    {
        var actor = AccountActors.Of(account, current);
        if (mayExpire && !account.MustChangePassword && passwords.IsExpired(account)) account.MustChangePassword = true;
        if (db.ChangeTracker.HasChanges()) await save.SaveAsync(actor, action, stop: stop);
        else await save.NoteAsync(actor, action, nameof(Account), account.Id, stop: stop);
        await signIn.SignInAsync(account, isPersistent: false, authenticationMethod: method);
    }

    private static RefusalException Wrong() => new("ACC001", "账号或密码不对。请核对后再试；忘记密码请找系统管理员重置。");

    private static string Cut(string name) => name.Length <= LongestNameKept ? name : name[..LongestNameKept] + "……";
}
