using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>Where people come back to from the identity provider.</summary>
public sealed class ExternalModel(SignInService service, IConfiguration configuration) : MaodingPage
{
    [Needs(Permission.Open)]
    public async Task<IActionResult> OnGetAsync(string? returnUrl, CancellationToken stop)
    {
        var answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (!answer.Succeeded) return Redirect("/own-account/sign-in");
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        await service.ExternalAsync(answer.Principal.FindFirst(configuration["OpenIdConnect:Claim"] ?? "preferred_username")?.Value, stop);
        return Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "/today");
    }
}
