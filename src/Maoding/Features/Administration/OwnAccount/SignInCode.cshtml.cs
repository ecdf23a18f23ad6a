using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>The second step of signing in.</summary>
public sealed class SignInCodeModel(SignInService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [Needs(Permission.Open)]
    public IActionResult OnGet() => Current.DirectoryOrNull is null ? Redirect("/first-run") : Page();

    [Needs(Permission.Open)]
    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken stop)
    {
        if (Current.DirectoryOrNull is null) return Redirect("/first-run");
        return await Try(
            async () =>
            {
                await service.SecondFactorAsync(HttpContext, code ?? "", stop);
                return Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/today");
            },
            () => Task.CompletedTask);
    }
}
