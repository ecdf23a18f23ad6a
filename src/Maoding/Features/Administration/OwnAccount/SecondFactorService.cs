using System.Text;
using System.Text.Encodings.Web;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Storage.Accounts;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>Turns the second factor on and off. Refusals: ACC020 wrong code, ACC021 wrong password, ACC022 nothing begun.</summary>
public sealed class SecondFactorService(UserManager<Account> users, AuditedSave save, CurrentRequest current, GuessService guesses)
{
    private const int RecoveryCodes = 10;

    /// <summary>The key shown as QR code; null until a set-up has begun and again once the factor is on.</summary>
    public async Task<string?> KeyAsync(Actor actor)
    {
        var account = await OfAsync(actor);
        return account.TwoFactorEnabled ? null : await users.GetAuthenticatorKeyAsync(account);
    }

    public async Task BeginAsync(Actor actor, CancellationToken stop)
    {
        var account = await OfAsync(actor);
        if (account.TwoFactorEnabled) return;
        await users.ResetAuthenticatorKeyAsync(account);
        await save.SaveAsync(actor, "开始设置两步验证", stop: stop);
    }

    /// <summary>Turns it on with a code that proves the phone has the key; gives the recovery codes, which are shown this once.</summary>
    /// <exception cref="RefusalException">ACC020, ACC022.</exception>
    public async Task<IReadOnlyList<string>> ConfirmAsync(Actor actor, string code, CancellationToken stop)
    {
        var account = await OfAsync(actor);
        if (account.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(account) is null) throw new RefusalException("ACC022", "两步验证没有在设置中。请从“开始设置”做起。");
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", "", StringComparison.Ordinal)))
            throw new RefusalException("ACC020", "动态码不对。请核对手机时间是否准确，等换一个新码再输。") { Field = "Code" };
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await save.SaveAsync(actor, "启用两步验证", stop: stop);
        return [.. codes!];
    }

    /// <exception cref="RefusalException">ACC021.</exception>
    public async Task TurnOffAsync(Actor actor, string password, HandledRequest? once, CancellationToken stop)
    {
        var account = await OfAsync(actor);
        if (!await users.CheckPasswordAsync(account, password))
            throw await guesses.CountAsync(account, "停用两步验证", "密码不对", new RefusalException("ACC021", "密码不对。请重新输入。") { Field = "Password" }, stop);
        await users.ResetAccessFailedCountAsync(account);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await save.SaveAsync(actor, "停用两步验证", request: once, stop: stop);
    }

    /// <summary>What the authenticator reads from the QR code.</summary>
    public string Address(string key, string accountName) =>
        $"otpauth://totp/{UrlEncoder.Default.Encode($"锚定 {current.Directory.Region.Name}")}:{UrlEncoder.Default.Encode(accountName)}?secret="
            + $"{key}&issuer={UrlEncoder.Default.Encode($"锚定 {current.Directory.Region.Name}")}&digits=6";

    /// <summary>The QR code as the path of an svg of <paramref name="size"/> by <paramref name="size"/> squares.</summary>
    public static string QrPath(string address, out int size)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        size = code.ModuleMatrix.Count;
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                if (code.ModuleMatrix[y][x]) path.Append($"M{x} {y}h1v1h-1z");
        return path.ToString();
    }

    private async Task<Account> OfAsync(Actor actor)
    {
        Permissions.Demand(actor, Permission.OwnAccount);
        return await users.FindByIdAsync($"{actor.AccountId}") ?? throw new RefusalException("PER001", "请重新登录。", RefusalKind.Forbidden);
    }
}
