using System.Globalization;
using Maoding.Domain.Lights;

namespace Maoding.Features.Stocktakes;

/// <summary>Why a light is what it is, from the numbers kept with it.</summary>
public static class LightReason
{
    /// <summary>连续 3 个月红灯；计划 40%，完成 10%，落后 30 个百分点；本月未报（亮灯规则第 2 条）.</summary>
    public static string Of(MonthLight light, int redMonths)
    {
        var parts = new List<string>();
        if (redMonths > 1) parts.Add($"连续 {redMonths} 个月红灯");
        if (light.Planned is { } planned)
            parts.Add(light.Done is { } done
                ? $"计划 {Percent(planned)}%，完成 {Percent(done)}%{(planned > done ? $"，落后 {Percent(planned - done)} 个百分点" : "")}"
                : $"计划 {Percent(planned)}%，没有采用的填报");
        if (light.MissedMonths > 1) parts.Add($"连续 {light.MissedMonths} 个月没有达到计划");
        if (light.IsMissing) parts.Add("当月未报");
        if (light.DaysLeft is < 0 and var late) parts.Add($"月末已超过时限 {-late} 天");
        var why = string.Join('；', parts);
        if (light.Override is not null) return $"{why}{(why.Length > 0 ? "；" : "")}人工改定：{light.OverrideReason}";
        return light.Rule > 0 ? $"{why}（亮灯规则第 {light.Rule} 条）" : why;
    }

    private static string Percent(int perMille) => (perMille / 10m).ToString("0.#", CultureInfo.InvariantCulture);
}
