using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Accounts;

/// <summary>All accounts, new ones, and what an administrator does to one. Initial passwords are the answer of the form that makes them.</summary>
public sealed class IndexModel(AccountService accounts, MaodingContext db, TimeProvider clock) : MaodingPage
{
    private const int PageSize = 100;

    /// <summary>The slips of the form just sent went to nobody.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Lost { get; set; }

    [BindProperty]
    public int? PersonId { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public bool IsAdministrator { get; set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public ListPage Shown { get; private set; } = new(PageSize, 0, 1);

    public AccountFilter Filter { get; private set; } = new();

    public PagerModel Pager => Shown.Pager(page => (Filter with { Page = page }).Href(), "个");

    /// <summary>Telephones that want a second look.</summary>
    public IReadOnlyList<string> Doubts { get; private set; } = [];

    /// <summary>Persons in office without an account.</summary>
    public IReadOnlyList<Person> Without { get; private set; } = [];

    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    [Needs(Permission.ManageAccounts)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.ManageAccounts)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        SlipsOf(async () => [await accounts.CreateAsync(Actor, PersonId, UserName ?? "", IsAdministrator, Once(AccountLinks.SlipsLost), stop)], stop);

    [Needs(Permission.ManageAccounts)]
    public Task<IActionResult> OnPostAllAsync(CancellationToken stop) =>
    SlipsOf(() => accounts.CreateAllAsync(Actor, Once(AccountLinks.SlipsLost), stop), stop);

    [Needs(Permission.ManageAccounts)]
    public Task<IActionResult> OnPostResetAsync(int id, CancellationToken stop) =>
        SlipsOf(async () => [await accounts.ResetPasswordAsync(Actor, id, Once(AccountLinks.SlipsLost), stop)], stop);

    [Needs(Permission.ManageAccounts)]
    public Task<IActionResult> OnPostLockAsync(int id, bool locked, CancellationToken stop) =>
        Done(() => accounts.LockAsync(Actor, id, locked, Once(AccountLinks.Index), stop), locked ? "账号已停用，正在用的会话已退出。" : "账号已解锁。", stop);

    [Needs(Permission.ManageAccounts)]
    public Task<IActionResult> OnPostGrantAsync(int id, bool granted, CancellationToken stop) =>
        Done(() => accounts.GrantAdministratorAsync(Actor, id, granted, Once(AccountLinks.Index), stop), granted ? "已授予系统管理。" : "已收回系统管理。", stop);

    [Needs(Permission.ManageAccounts)]
    public Task<IActionResult> OnPostSecondFactorAsync(int id, CancellationToken stop) =>
        Done(() => accounts.TurnOffSecondFactorAsync(Actor, id, Once(AccountLinks.Index), stop), "两步验证已停用，请本人登录后重新设置。", stop);

    private Task<IActionResult> Done(Func<Task> act, string notice, CancellationToken stop) => Try(
        async () =>
        {
            await act();
            Notice(notice);
            return Redirect(AccountLinks.Index);
        },
        () => LoadAsync(stop));

    private Task<IActionResult> SlipsOf(Func<Task<IReadOnlyList<Slip>>> make, CancellationToken stop) => Try(
        async () =>
        {
            Slips = await make();
            return Page();
        },
        () => LoadAsync(stop));

    private async Task LoadAsync(CancellationToken stop)
    {
        var all = await db.Users.AsNoTracking().ToListAsync(stop);
        var now = clock.GetUtcNow();
        Filter = AccountFilter.From(Request.Query);
        var rows = all.Select(a => RowOf(a, now)).Where(IsAsked).ToList();
        Shown = new ListPage(PageSize, rows.Count, Filter.Page);
        // The official order is that of the posts held today, which the database does not know.
        Rows = [.. Shown.Of(rows.OrderByDescending(r => r.Account.IsAdministrator)
            .ThenBy(r => r.Order).ThenBy(r => r.Account.Id))];
        Doubts = PhoneDoubts.Of(Directory.Persons.Where(p => Directory.HeldBy(p.Id, Today).Count > 0), Directory.Persons);
        Without = [.. (await accounts.WithoutAccountAsync(stop)).Select(id => Directory.Person(id)).OfType<Person>()];
    }

    private bool IsAsked(AccountRow row) =>
        (Filter.Text.Length == 0 || ((string[])[row.Account.UserName!, row.Name, row.Posts, Directory.Person(row.Account.PersonId)?.Phone ?? ""])
            .Any(text => text.Contains(Filter.Text, StringComparison.OrdinalIgnoreCase)))
        && (Filter.Unit is not { } unit || Directory.HeldBy(row.Account.PersonId, Today).Any(p => p.UnitId == unit))
        && (Filter.State is not { } state || (int)row.State == state);

    private AccountRow RowOf(Account account, DateTimeOffset now)
    {
        var posts = Directory.HeldBy(account.PersonId, Today);
        var state = AccountService.IsLockedByHand(account) ? AccountState.Closed
            : account.LockoutEnd > now ? AccountState.Locked
            : account.MustChangePassword ? AccountState.Initial : AccountState.Open;
        return new AccountRow(account, Directory.Person(account.PersonId)?.Name ?? "", string.Join('、', posts.Select(p => p.Name)),
            state, posts.Count > 0 ? Directory.Post(posts[0].PostId)!.Order : int.MaxValue);
    }
}

public enum AccountState
{
    Open,

    /// <summary>Has an initial or expired password.</summary>
    Initial,

    /// <summary>After wrong passwords, for a while.</summary>
    Locked,

    /// <summary>By an administrator.</summary>
    Closed,
}

/// <param name="Order">The official order of the first post.</param>
public sealed record AccountRow(Account Account, string Name, string Posts, AccountState State, int Order);
