using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.OwnAccount;

/// <summary>The sign-in page: password, the provider where one is configured, and in a demonstration the persons to enter as.</summary>
public sealed class SignInModel(SignInService service, MaodingContext db, IConfiguration configuration) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    public bool HasProvider => Hosting.SignIn.ProviderOrigin(configuration) is not null;

    public IReadOnlyList<DemoGroup> DemoGroups { get; private set; } = [];

    [Needs(Permission.Open)]
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Current.DirectoryOrNull is null) return Redirect("/first-run");
        if (Actor.IsSignedIn) return Redirect(Target());
        await LoadAsync(stop);
        return Page();
    }

    [Needs(Permission.Open)]
    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken stop)
    {
        if (Current.DirectoryOrNull is null) return Redirect("/first-run");
        return await Try(
            async () => await service.PasswordAsync(HttpContext, UserName ?? "", password ?? "", stop)
                ? Redirect($"/own-account/sign-in-code?returnUrl={Uri.EscapeDataString(Target())}")
                : Redirect(Target()),
            () => LoadAsync(stop));
    }

    [Needs(Permission.Open)]
    public async Task<IActionResult> OnPostAsAsync(int accountId, CancellationToken stop)
    {
        if (Current.DirectoryOrNull is null) return Redirect("/first-run");
        await service.AsAsync(HttpContext, accountId, stop);
        return Redirect(Target());
    }

    [Needs(Permission.Open)]
    public IActionResult OnPostProvider() => HasProvider
        ? Challenge(new AuthenticationProperties { RedirectUri = $"/own-account/external?returnUrl={Uri.EscapeDataString(Target())}" },
            Hosting.SignIn.ProviderScheme)
        : throw new RefusalException("ACC007", "没有配置统一身份认证。请用账号和密码登录。");

    private string Target() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/today";

    private async Task LoadAsync(CancellationToken stop)
    {
        if (!service.MayEnterAs(HttpContext)) return;
        var accounts = await db.Users.AsNoTracking().Select(a => new { a.Id, a.PersonId, a.UserName, a.IsAdministrator }).ToListAsync(stop);
        var persons =
            from account in accounts
            let posts = Directory.HeldBy(account.PersonId, Today)
            let kind = posts.Count > 0 ? posts[0].Kind : (PostKind?)null
            where kind is not null || account.IsAdministrator
            select (kind, order: posts.Count > 0 ? Directory.Post(posts[0].PostId)!.Order : 0, person: new DemoPerson(
                account.Id, Directory.Person(account.PersonId)?.Name ?? account.UserName!, posts.Count > 0 ? posts[0].Name : "系统管理员"));
        DemoGroups = [.. persons.OrderBy(p => p.kind is null).ThenBy(p => GroupOrder(p.kind)).ThenBy(p => p.order)
            .GroupBy(p => p.kind).Select(g => new DemoGroup(g.Key is { } kind ? PostWords.Of(kind) : "系统管理员", [.. g.Select(p => p.person)]))];
    }

    /// <summary>The coordinator first: the work begins there.</summary>
    private static int GroupOrder(PostKind? kind) => kind == PostKind.Coordinator ? 0 : (int)(kind ?? 0);
}

/// <summary>Persons of one role to enter as.</summary>
public sealed record DemoGroup(string Role, IReadOnlyList<DemoPerson> Persons);

public sealed record DemoPerson(int AccountId, string Name, string Post);
