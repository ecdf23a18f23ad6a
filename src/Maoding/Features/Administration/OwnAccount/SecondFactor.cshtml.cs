using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>Setting up, confirming and turning off the second factor.</summary>
public sealed class SecondFactorModel(SecondFactorService service, MaodingContext db, SignInManager<Account> signIn) : MaodingPage
{
    public bool IsOn { get; private set; }

    public string? Key { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>Shown once, right after turning it on.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    [Needs(Permission.OwnAccount)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.OwnAccount)]
    public async Task<IActionResult> OnPostBeginAsync(CancellationToken stop)
    {
        await service.BeginAsync(Actor, stop);
        return await AgainAsync("/own-account/second-factor", stop);
    }

    [Needs(Permission.OwnAccount)]
    public Task<IActionResult> OnPostConfirmAsync(string? code, CancellationToken stop) => Try(
        async () =>
        {
            RecoveryCodes = await service.ConfirmAsync(Actor, code ?? "", stop);
            await RefreshAsync(stop);
            IsOn = true;
            return Page();
        },
        () => LoadAsync(stop));

    [Needs(Permission.OwnAccount)]
    public Task<IActionResult> OnPostTurnOffAsync(string? password, CancellationToken stop) => Try(
        async () =>
        {
            await service.TurnOffAsync(Actor, password ?? "", Once("/own-account"), stop);
            Notice("两步验证已停用。");
            return await AgainAsync("/own-account", stop);
        },
        () => LoadAsync(stop));

    private async Task<IActionResult> AgainAsync(string address, CancellationToken stop)
    {
        await RefreshAsync(stop);
        return Redirect(address);
    }

    /// <summary>The change ended all sessions of the account; this one goes on.</summary>
    private async Task RefreshAsync(CancellationToken stop) => await signIn.RefreshSignInAsync(await db.Users.SingleAsync(a => a.Id == Actor.AccountId, stop));

    private async Task LoadAsync(CancellationToken stop)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == Actor.AccountId, stop);
        IsOn = account.TwoFactorEnabled;
        Key = await service.KeyAsync(Actor);
        if (Key is not null) Address = service.Address(Key, account.UserName!);
    }
}
