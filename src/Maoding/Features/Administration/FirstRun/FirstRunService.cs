using Maoding.Districts;
using Maoding.Documents.Reading;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Features.Administration.Organs;
using Maoding.Features.Administration.OwnAccount;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Identity;

namespace Maoding.Features.Administration.FirstRun;

/// <summary>What the first-run pages collect.</summary>
public sealed record FirstRunForm(string Code, string RegionName, string CityName, int PlanYear, string UserName, string Password, string Again);

/// <summary>
/// Sets a new database up in one transaction: region, directory, plan, administrator. Refusals: FIR001, FIR002 the code; FIR003 a
/// value is wrong; FIR004 the uploaded directory has errors; ACC011, ACC013 the password.
/// </summary>
public sealed class FirstRunService(
    MaodingContext db, AuditedSave save, District district, PasswordService passwords,
    DirectoryImport import, FunctionNames functions, ILookupNormalizer normalizer, CurrentRequest current)
{
    private const int LongestName = 50;

    /// <summary>Everything that is wrong with the first step, so that it is mended in one go.</summary>
    public IReadOnlyList<RefusalException> FaultsOfRegion(FirstRunForm form)
    {
        var faults = new List<RefusalException>();
        Collect(faults, () => district.FirstRun.Demand(form.Code));
        if (form.RegionName.Length is < 2 or > LongestName) faults.Add(Wrong("RegionName", "请写明地区名称，如“云泽区”。"));
        if (form.CityName.Length > LongestName) faults.Add(Wrong("CityName", "上级市名称最多50个字。"));
        if (form.PlanYear is < 2020 or > 2100) faults.Add(Wrong("PlanYear", "计划年度应在2020至2100年之间。"));
        return faults;
    }

    /// <summary>The same of both steps.</summary>
    /// <param name="units">The edited list; null when the directory comes from a file or stays empty.</param>
    /// <param name="leaders">As edited with the list.</param>
    public IReadOnlyList<RefusalException> Faults(FirstRunForm form, IReadOnlyList<StartingUnit>? units, IReadOnlyList<StartingPost> leaders)
    {
        var faults = new List<RefusalException>(FaultsOfRegion(form));
        if (DirectoryRules.OfUserName(form.UserName) is { } fault) faults.Add(Wrong(fault.Field, fault.Message));
        Collect(faults, () => passwords.Check(form.UserName, form.Password, form.Again));
        if (units is not null) _ = Build(form, units, leaders, faults);
        return faults;
    }

    /// <param name="units">The edited list; null when the directory comes from a file or stays empty.</param>
    /// <param name="leaders">As edited with the list.</param>
    /// <param name="book">An uploaded directory; null for none.</param>
    /// <exception cref="RefusalException">See the class; SYS002, SYS003 when it was done already.</exception>
    public async Task CreateAsync(FirstRunForm form, IReadOnlyList<StartingUnit>? units,
        IReadOnlyList<StartingPost> leaders, IReadOnlyList<ReadSheet>? book, HandledRequest? once, CancellationToken stop)
    {
        if (Faults(form, units, leaders) is [var first, ..]) throw first;
        db.Regions.Add(new Region { Name = form.RegionName, CityName = form.CityName });
        db.Plans.Add(new Plan { Year = form.PlanYear, Name = $"{form.PlanYear}年任务分解方案" });
        if (units is not null)
        {
            var (made, posts) = Build(form, units, leaders, []);
            db.AddRange(made);
            db.AddRange(posts);
        }

        if (book is not null && await import.FillAsync(book, current.Today, mayCreateAccounts: false, isFirstRun: true, stop) is { Errors: [_, ..] errors })
            throw new RefusalException("FIR004", $"名录文件有{errors.Count}处错误：{string.Concat(errors.Take(5))}") { Field = "File" };
        var account = new Account
        {
            UserName = form.UserName,
            NormalizedUserName = normalizer.NormalizeName(form.UserName),
            IsAdministrator = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("n"),
        };
        passwords.Set(account, form.Password);
        db.Users.Add(account);
        await save.SaveAsync(Actor.Founder, "首次设置", request: once, stop: stop);
    }

    /// <summary>Units with a post for the head and one for the clerk of each, after the posts of the region.</summary>
    /// <param name="faults">What cannot stand is added here.</param>
    private (List<Unit> Units, List<Post> Posts) Build(
        FirstRunForm form, IReadOnlyList<StartingUnit> rows, IReadOnlyList<StartingPost> leaders, List<RefusalException> faults)
    {
        var units = new List<Unit>();
        foreach (var row in rows)
        {
            var shortName = row.ShortName.Length > 0 ? row.ShortName : row.Name;
            var duties = functions.Clean(row.Functions, out var unknown);
            if (unknown is not null) faults.Add(Wrong(null, $"“{row.Name}”的职能里没有“{unknown}”这一项。可以填：{string.Join('、', functions.All)}。"));
            var line = row.Line == OrganLine.Unsaid ? LineProposal.OfUnit(row.Name, row.Kind) : row.Line;
            var unit = new Unit { Kind = row.Kind, Line = line, Name = row.Name, ShortName = shortName, Functions = duties };
            unit.Order = (units.Count + 1) * OfficialOrder.Step;
            faults.AddRange(DirectoryRules.OfUnit(row.Name, shortName, "").Concat(DirectoryRules.AmongUnits(unit, units))
                .Select(fault => Wrong(null, $"“{row.Name}”：{fault.Message}")));
            units.Add(unit);
        }

        var ofRegion = TypicalDistrict.For(form.RegionName, form.CityName).Posts.Where(p => p.Kind != PostKind.Leader);
        return (units, Posts(units, [.. leaders, .. ofRegion], faults));
    }

    private static List<Post> Posts(List<Unit> units, IReadOnlyList<StartingPost> rows, List<RefusalException> faults)
    {
        var posts = new List<Post>();
        foreach (var row in rows)
        {
            var unit = units.Find(u => u.ShortName == row.UnitShortName);
            if (row.Kind is not (PostKind.Leader or PostKind.Coordinator) && unit is null) continue;
            var line = row.Line == OrganLine.Unsaid ? LineProposal.OfPost(row.Name, unit?.Line) : row.Line;
            var post = new Post { Name = row.Name, Kind = row.Kind, Unit = unit, Line = line, IsChief = row.IsChief };
            faults.AddRange(DirectoryRules.OfPost(post.Name, post.Kind, post.Unit is not null).Concat(DirectoryRules.OfChief(post, posts))
                .Select(fault => Wrong(null, $"“{post.Name}”：{fault.Message}")));
            posts.Add(post);
        }

        foreach (var unit in units)
        {
            posts.Add(new Post { Name = $"{unit.ShortName}主要负责人", Kind = PostKind.UnitHead, Unit = unit, Line = unit.Line });
            posts.Add(new Post { Name = $"{unit.ShortName}联络员", Kind = PostKind.UnitClerk, Unit = unit, Line = unit.Line });
        }

        for (var i = 0; i < posts.Count; i++) posts[i].Order = (i + 1) * OfficialOrder.Step;
        return posts;
    }

    private static void Collect(List<RefusalException> faults, Action check)
    {
        try
        {
            check();
        }
        catch (RefusalException refusal)
        {
            faults.Add(refusal);
        }
    }

    private static RefusalException Wrong(string? field, string message) => new("FIR003", message) { Field = field };
}
