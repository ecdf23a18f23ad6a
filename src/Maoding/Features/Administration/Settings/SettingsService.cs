using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Problems;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Settings;

/// <summary>What administrators set for the whole district.</summary>
/// <param name="Policy">gbt22239 or asvs5.</param>
/// <param name="ReportDay">Day of the next month on which reports are due, 1 to 27.</param>
/// <param name="CloseDay">Day of the next month on which a month is closed, after ReportDay, at most 28.</param>
/// <param name="Problems">Working days of each tier, 1 to 60.</param>
/// <param name="BusinessDate">Only a demonstration has one; null leaves it.</param>
public sealed record SettingsValues(string Name, string City, string Policy, int ReportDay, int CloseDay, Ladder Problems, DateOnly? BusinessDate);

/// <summary>What administrators set for the whole district. Refusals: SET001 a value is wrong, SET002 the business date of real data.</summary>
public sealed class SettingsService(MaodingContext db, AuditedSave save)
{
    private const int LongestName = 50;

    /// <param name="version">The region's, as the form had it.</param>
    /// <exception cref="RefusalException">PER001, SET001, SET002, SYS001.</exception>
    public async Task SaveAsync(Actor actor, int version, SettingsValues values, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ManageSettings);
        Demand(values.Name.Length is > 0 and <= LongestName, "请写明地区名称，最多50个字。", nameof(values.Name));
        Demand(values.City.Length <= LongestName, "上级市名称最多50个字。", nameof(values.City));
        Demand(values.Policy is "gbt22239" or "asvs5", "请选一种密码规则。", nameof(values.Policy));
        Demand(values.ReportDay is >= 1 and <= 27, "填报截止日请写 1 至 27 之间的整数，如 5。", nameof(values.ReportDay));
        Demand(values.CloseDay > values.ReportDay && values.CloseDay <= 28, "月结日要晚于填报截止日，最晚 28 日，如 10。", nameof(values.CloseDay));
        DemandDays(values.Problems.UnitDays, nameof(values.Problems.UnitDays));
        DemandDays(values.Problems.LeaderDays, nameof(values.Problems.LeaderDays));
        DemandDays(values.Problems.ChiefDays, nameof(values.Problems.ChiefDays));
        var region = await db.Regions.SingleAsync(stop);
        Versions.Demand(region.Version, version);
        if (values.BusinessDate is not null && !region.IsDemo) throw new RefusalException("SET002", "正式数据的业务日期就是当天，不能改。");
        (region.Name, region.CityName, region.PasswordPolicy) = (values.Name, values.City, values.Policy);
        (region.ReportDay, region.CloseDay) = (values.ReportDay, values.CloseDay);
        (region.ProblemUnitDays, region.ProblemLeaderDays, region.ProblemChiefDays) =
            (values.Problems.UnitDays, values.Problems.LeaderDays, values.Problems.ChiefDays);
        if (values.BusinessDate is { } day) region.BusinessDate = day;
        await save.SaveAsync(actor, "修改设置", request: once, stop: stop);
    }

    private static void DemandDays(int days, string field) => Demand(days is >= 1 and <= Ladder.MostDays, $"问题提级期限请写 1 至 {Ladder.MostDays} 之间的整数，如 10。", field);

    private static void Demand(bool holds, string message, string field)
    {
        if (!holds) throw new RefusalException("SET001", message) { Field = field };
    }
}
