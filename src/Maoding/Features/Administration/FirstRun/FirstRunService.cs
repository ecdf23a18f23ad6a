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
    private static readonly Actor Founder = new(0, null, "首次设置", false, []);

    /// <exception cref="RefusalException">FIR001, FIR002, FIR003.</exception>
    public void CheckRegion(FirstRunForm form)
    {
        district.FirstRun.Demand(form.Code);
        if (form.RegionName.Length is < 2 or > LongestName) throw new RefusalException("FIR003", "请写明地区名称，如“云泽区”。") { Field = "RegionName" };
        if (form.CityName.Length > LongestName) throw new RefusalException("FIR003", "上级市名称最多50个字。") { Field = "CityName" };
        if (form.PlanYear is < 2020 or > 2100) throw new RefusalException("FIR003", "计划年度应在2020至2100年之间。") { Field = "PlanYear" };
    }

    /// <param name="units">The edited list; null when the directory comes from a file or stays empty.</param>
    /// <param name="leaders">As edited with the list.</param>
    /// <param name="book">An uploaded directory; null for none.</param>
    /// <exception cref="RefusalException">See the class; SYS002, SYS003 when it was done already.</exception>
    public async Task CreateAsync(FirstRunForm form, IReadOnlyList<StartingUnit>? units,
        IReadOnlyList<StartingPost> leaders, IReadOnlyList<ReadSheet>? book, HandledRequest? once, CancellationToken stop)
    {
        CheckRegion(form);
        DirectoryRules.Demand([DirectoryRules.OfUserName(form.UserName)], "FIR003");
        passwords.Check(form.UserName, form.Password, form.Again);
        db.Regions.Add(new Region { Name = form.RegionName, CityName = form.CityName });
        db.Plans.Add(new Plan { Year = form.PlanYear, Name = $"{form.PlanYear}年任务分解方案" });
        if (units is not null) Add(units, [.. leaders, .. TypicalDistrict.For(form.RegionName, form.CityName).Posts.Where(p => p.Kind != PostKind.Leader)]);
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
        await save.SaveAsync(Founder, "首次设置", request: once, stop: stop);
    }

    /// <summary>Units with a post for the head and one for the clerk of each, after the posts of the region.</summary>
    private void Add(IReadOnlyList<StartingUnit> rows, IReadOnlyList<StartingPost> posts)
    {
        var units = new List<Unit>();
        foreach (var row in rows)
        {
            var shortName = row.ShortName.Length > 0 ? row.ShortName : row.Name;
            var duties = functions.Clean(row.Functions, out var unknown);
            if (unknown is not null) throw new RefusalException("FIR003", $"“{row.Name}”的职能里没有“{unknown}”这一项。可以填：{string.Join('、', functions.All)}。");
            var line = row.Line == OrganLine.Unsaid ? LineProposal.OfUnit(row.Name, row.Kind) : row.Line;
            var unit = new Unit { Kind = row.Kind, Line = line, Name = row.Name, ShortName = shortName, Functions = duties };
            unit.Order = (units.Count + 1) * OfficialOrder.Step;
            foreach (var fault in DirectoryRules.OfUnit(row.Name, shortName, "").Concat(DirectoryRules.AmongUnits(unit, units)))
                throw new RefusalException("FIR003", $"“{row.Name}”：{fault.Message}");
            units.Add(unit);
        }

        db.AddRange(units);
        Add(units, posts);
    }

    private void Add(List<Unit> units, IReadOnlyList<StartingPost> rows)
    {
        var posts = new List<Post>();
        foreach (var row in rows)
        {
            var unit = units.Find(u => u.ShortName == row.UnitShortName);
            if (row.Kind is not (PostKind.Leader or PostKind.Coordinator) && unit is null) continue;
            var line = row.Line == OrganLine.Unsaid ? LineProposal.OfPost(row.Name, unit?.Line) : row.Line;
            posts.Add(new Post { Name = row.Name, Kind = row.Kind, Unit = unit, Line = line, IsChief = row.IsChief });
        }

        foreach (var post in posts)
        {
            var faults = DirectoryRules.OfPost(post.Name, post.Kind, post.Unit is not null)
                .Concat(DirectoryRules.OfChief(post, posts.TakeWhile(p => p != post)));
            if (faults.FirstOrDefault() is { } fault) throw new RefusalException("FIR003", $"“{post.Name}”：{fault.Message}");
        }

        foreach (var unit in units)
        {
            posts.Add(new Post { Name = $"{unit.ShortName}主要负责人", Kind = PostKind.UnitHead, Unit = unit, Line = unit.Line });
            posts.Add(new Post { Name = $"{unit.ShortName}联络员", Kind = PostKind.UnitClerk, Unit = unit, Line = unit.Line });
        }

        for (var i = 0; i < posts.Count; i++) posts[i].Order = (i + 1) * OfficialOrder.Step;
        db.Posts.AddRange(posts);
    }
}
