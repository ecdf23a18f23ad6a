using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Storage.Accounts;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>退出: the button at the head of every page.</summary>
/// <remarks>
/// Without a form token, which every page would have to make: the session's cookie is SameSite=Lax, so a
/// post from another site arrives signed in as nobody and is sent to the sign-in page.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class SignOutModel(AuditedSave save, SignInManager<Account> signIn) : MaodingPage
{
    /// <summary>Typed or gone back to: nothing is done by asking.</summary>
    [Needs(Permission.OwnAccount)]
    public IActionResult OnGet() => Redirect("/own-account");

    [Needs(Permission.OwnAccount)]
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await save.NoteAsync(Actor, "退出", nameof(Account), Actor.AccountId, stop: stop);
        await signIn.SignOutAsync();
        return Redirect("/own-account/sign-in");
    }
}
