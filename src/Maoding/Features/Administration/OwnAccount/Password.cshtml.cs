using Maoding.Domain.Access;
using Maoding.Domain.Accounts;
using Maoding.Hosting;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>Changing one's own password, by choice or because it is an initial or an old one.</summary>
public sealed class PasswordModel(PasswordService service, SignInManager<Account> signIn) : MaodingPage
{
    public bool MustChange => Current.MustChangePassword;

    public PasswordLimits Limits => PasswordLimits.Of(service.Policy);

    public bool HasComposition => service.Policy == PasswordPolicy.Gbt22239;

    [Needs(Permission.OwnAccount)]
    public void OnGet()
    {
    }

    [Needs(Permission.OwnAccount)]
    public Task<IActionResult> OnPostAsync(string? present, string? wanted, string? again, CancellationToken stop) => Try(
        async () =>
        {
            var account = await service.ChangeAsync(Actor, present ?? "", wanted ?? "", again ?? "", Once(MustChange ? "/today" : "/own-account"), stop);
            await signIn.RefreshSignInAsync(account);
            Notice("密码已修改。");
            return Redirect(MustChange ? "/today" : "/own-account");
        },
        () => Task.CompletedTask);
}
