using System.Security.Cryptography;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Features.Administration.OwnAccount;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Accounts;

/// <summary>An initial password, to be printed and cut out. It is shown once and kept nowhere.</summary>
/// <param name="Unit">Of the post; empty for leaders of the region and administrators.</param>
public sealed record Slip(string UserName, string Password, string Name, string Post, string Unit);

/// <summary>
/// Accounts, for administrators. Refusals: ACC030 a wrong account name, ACC031 the name is taken, ACC032 the person has an account
/// or there is no such person, ACC033 not to oneself, ACC034 no such account, ACC035 nobody is without an account; ACC036 nobody among those chosen.
/// </summary>
public sealed class AccountService(
    MaodingContext db, AuditedSave save, CurrentRequest current, PasswordService passwords, UserManager<Account> users, ILookupNormalizer normalizer)
{
    private const int MobileDigits = 11;

    /// <summary>An account locked by hand stays so until it is unlocked.</summary>
    private static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="RefusalException">PER001, ACC030, ACC031, ACC032.</exception>
    public async Task<Slip> CreateAsync(Actor actor, int? personId, string userName, bool isAdministrator, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ManageAccounts);
        Person? person = null;
        if (personId is { } id)
            person = await db.Persons.SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw new RefusalException("ACC032", "没有这个人。请重新选。") { Field = "PersonId" };
        else if (!isAdministrator) throw new RefusalException("ACC032", "请选一个人；不属于任何人的账号只能是系统管理员。") { Field = "PersonId" };
        if (person is not null && await db.Users.AnyAsync(a => a.PersonId == person.Id, stop))
            throw new RefusalException("ACC032", $"{person.Name}已有账号，一人一个。") { Field = "PersonId" };
        var name = userName.Trim();
        if (name.Length == 0 && person is not null) name = Propose(person, await NamesAsync(stop));
        await CheckNameAsync(name, stop);
        var slip = Add(name, person, isAdministrator);
        await save.SaveAsync(actor, "开通账号", request: once, stop: stop);
        return slip;
    }

    /// <summary>An account for everybody who holds one of these kinds of posts today and has none.</summary>
    /// <exception cref="RefusalException">PER001, ACC035.</exception>
    public async Task<IReadOnlyList<Slip>> CreateAllAsync(Actor actor, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ManageAccounts);
        var names = await NamesAsync(stop);
        var slips = new List<Slip>();
        var without = await WithoutAccountAsync(stop);
        var persons = await db.Persons.Where(p => without.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        foreach (var person in without.Select(id => persons[id]))
        {
            var name = Propose(person, names);
            names.Add(normalizer.NormalizeName(name));
            slips.Add(Add(name, person));
        }

        if (slips.Count == 0) throw new RefusalException("ACC035", "在岗的人都有账号了，没有要开通的。");
        await save.SaveAsync(actor, "批量开通账号", request: once, stop: stop);
        return slips;
    }

    /// <summary>Persons who hold a post today and have no account, in the official order of their first posts.</summary>
    public async Task<IReadOnlyList<int>> WithoutAccountAsync(CancellationToken stop)
    {
        var have = (await db.Users.Where(a => a.PersonId != null).Select(a => a.PersonId!.Value).ToListAsync(stop)).ToHashSet();
        return [.. current.Directory.Posts.Where(p => !p.IsClosed).Select(p => current.Directory.Holder(p.Id, current.Today)?.Id)
            .OfType<int>().Distinct().Where(id => !have.Contains(id))];
    }

    /// <summary>Tracks a new account with an initial password; the caller saves.</summary>
    internal Slip Add(string userName, Person? person, bool isAdministrator = false)
    {
        var account = new Account
        {
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            Person = person,
            IsAdministrator = isAdministrator,
            LockoutEnabled = true,
        };
        var password = passwords.SetInitial(account);
        db.Users.Add(account);
        return SlipOf(account, person?.Id, person?.Name, password);
    }

    /// <exception cref="RefusalException">PER001, ACC033, ACC034.</exception>
    public async Task<Slip> ResetPasswordAsync(Actor actor, int id, HandledRequest? once, CancellationToken stop)
    {
        var account = await OtherAsync(actor, id, "自己的密码请在“我的账号”里修改。", stop);
        var password = passwords.SetInitial(account);
        (account.AccessFailedCount, account.LockoutEnd) = (0, account.LockoutEnd == Forever ? Forever : null);
        await save.SaveAsync(actor, "重置密码", request: once, stop: stop);
        return SlipOf(account, account.PersonId, current.Directory.Person(account.PersonId)?.Name, password);
    }

    /// <summary>New initial passwords for the people of units, where slips were lost: administrators and oneself are left out.</summary>
    /// <param name="units">0: those who belong to none.</param>
    /// <param name="onlyUnused">Those alone who have not chosen a password yet.</param>
    /// <exception cref="RefusalException">PER001, ACC036.</exception>
    public async Task<IReadOnlyList<Slip>> ResetManyAsync(Actor actor, IReadOnlyList<int> units, bool onlyUnused, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.PrintSlips);
        var unused = onlyUnused || !Permissions.Allows(actor, Permission.ManageAccounts);
        var persons = SlipUnits().Where(u => units.Contains(u.UnitId)).SelectMany(u => u.Persons).ToList();
        var accounts = await db.Users.Where(a => a.PersonId != null && persons.Contains(a.PersonId.Value) && !a.IsAdministrator && a.Id != actor.AccountId
            && (!unused || a.MustChangePassword)).ToDictionaryAsync(a => a.PersonId!.Value, stop);
        var slips = new List<Slip>();
        foreach (var person in persons.Distinct())
        {
            if (!accounts.TryGetValue(person, out var account) || IsLockedByHand(account)) continue;
            slips.Add(SlipOf(account, person, current.Directory.Person(person)?.Name, passwords.SetInitial(account)));
            (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        }

        if (slips.Count == 0) throw new RefusalException("ACC036", "所选单位没有可以重置的账号：都已改过密码，或者还没有开通。") { Field = "Units" };
        await save.SaveAsync(actor, "批量重置密码", request: once, stop: stop);
        return slips;
    }

    /// <summary>Units in official order with who holds their posts today; those of no unit first, under 0.</summary>
    public IReadOnlyList<(int UnitId, IReadOnlyList<int> Persons)> SlipUnits()
    {
        var held = current.Directory.Posts.Where(p => !p.IsClosed)
            .Select(p => (Unit: p.UnitId ?? 0, Person: current.Directory.Holder(p.Id, current.Today)?.Id ?? 0)).Where(h => h.Person != 0)
            .ToLookup(h => h.Unit, h => h.Person);
        return [.. current.Directory.OpenUnits.Select(u => u.Id).Prepend(0).Where(held.Contains).Select(u => (u, (IReadOnlyList<int>)[.. held[u].Distinct()]))];
    }

    /// <exception cref="RefusalException">PER001, ACC033, ACC034.</exception>
    public async Task LockAsync(Actor actor, int id, bool isLocked, HandledRequest? once, CancellationToken stop)
    {
        var account = await OtherAsync(actor, id, "不能停用自己的账号。", stop);
        (account.LockoutEnd, account.AccessFailedCount) = (isLocked ? Forever : null, 0);
        if (isLocked) NewStamp(account);
        await save.SaveAsync(actor, isLocked ? "停用账号" : "解锁账号", request: once, stop: stop);
    }

    /// <exception cref="RefusalException">PER001, ACC033, ACC034.</exception>
    public async Task GrantAdministratorAsync(Actor actor, int id, bool isAdministrator, HandledRequest? once, CancellationToken stop)
    {
        var account = await OtherAsync(actor, id, "不能改自己的系统管理权限，请由另一位系统管理员来办。", stop);
        account.IsAdministrator = isAdministrator;
        NewStamp(account);
        await save.SaveAsync(actor, isAdministrator ? "授予系统管理" : "收回系统管理", request: once, stop: stop);
    }

    /// <summary>For somebody who lost the phone and the recovery codes.</summary>
    /// <exception cref="RefusalException">PER001, ACC033, ACC034.</exception>
    public async Task TurnOffSecondFactorAsync(Actor actor, int id, HandledRequest? once, CancellationToken stop)
    {
        var account = await OtherAsync(actor, id, "自己的两步验证请在“我的账号”里停用。", stop);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await save.SaveAsync(actor, "停用他人两步验证", request: once, stop: stop);
    }

    public static bool IsLockedByHand(Account account) => account.LockoutEnd == Forever;

    /// <summary>The mobile number where nobody has it as a name, else a plain number: an office telephone belongs to several.</summary>
    private static string Propose(Person person, HashSet<string> taken)
    {
        var digits = string.Concat(person.Phone.Where(char.IsAsciiDigit));
        return digits.Length == MobileDigits && digits[0] == '1' && !taken.Contains(digits) ? digits : $"u{person.Id:0000}";
    }

    private async Task<HashSet<string>> NamesAsync(CancellationToken stop) => [.. await db.Users.Select(a => a.NormalizedUserName!).ToListAsync(stop)];

    private async Task CheckNameAsync(string name, CancellationToken stop)
    {
        DirectoryRules.Demand([DirectoryRules.OfUserName(name)], "ACC030");
        var normal = normalizer.NormalizeName(name);
        if (await db.Users.AnyAsync(a => a.NormalizedUserName == normal, stop))
            throw new RefusalException("ACC031", $"账号“{name}”已有人用。请换一个。") { Field = "UserName" };
    }

    private async Task<Account> OtherAsync(Actor actor, int id, string whyNotOneself, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ManageAccounts);
        if (id == actor.AccountId) throw new RefusalException("ACC033", whyNotOneself);
        return await db.Users.SingleOrDefaultAsync(a => a.Id == id, stop) ?? throw new RefusalException("ACC034", "没有这个账号。请从账号列表重新进入。", RefusalKind.Missing);
    }

    private static void NewStamp(Account account) => account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    private Slip SlipOf(Account account, int? personId, string? name, string password)
    {
        var posts = personId is > 0 ? current.Directory.HeldBy(personId, current.Today) : [];
        var post = posts.Count > 0 ? posts[0].Name : account.IsAdministrator ? "系统管理员" : "";
        return new Slip(account.UserName!, password, name ?? "", post, posts.Count > 0 ? current.Directory.UnitName(posts[0].UnitId) : "");
    }
}
