using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Settings;

/// <summary>What administrators set for the whole district. Refusals: SET001 a value is wrong, SET002 the business date of real data.</summary>
public sealed class SettingsService(MaodingContext db, AuditedSave save)
{
    private const int LongestName = 50;

    /// <param name="businessDate">Only a demonstration has one; null leaves it.</param>
    /// <exception cref="RefusalException">PER001, SET001, SET002, SYS001.</exception>
    public async Task SaveAsync(Actor actor, int version, string name, string city, string policy, DateOnly? businessDate, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ManageSettings);
        if (name.Length is 0 or > LongestName) throw new RefusalException("SET001", "请写明地区名称，最多50个字。") { Field = "Name" };
        if (city.Length > LongestName) throw new RefusalException("SET001", "上级市名称最多50个字。") { Field = "City" };
        if (policy is not ("gbt22239" or "asvs5")) throw new RefusalException("SET001", "请选一种密码规则。") { Field = "Policy" };
        var region = await db.Regions.SingleAsync(stop);
        Versions.Demand(region.Version, version);
        if (businessDate is not null && !region.IsDemo) throw new RefusalException("SET002", "正式数据的业务日期就是当天，不能改。");
        (region.Name, region.CityName, region.PasswordPolicy) = (name, city, policy);
        if (businessDate is { } day) region.BusinessDate = day;
        await save.SaveAsync(actor, "修改设置", request: once, stop: stop);
    }
}
