using System.Globalization;

namespace Maoding.Features.Building.Projects;

/// <summary>Numbers and days as pages of projects write them.</summary>
public static class ProjectText
{
    /// <summary>12,000 or 350.5, in 万元.</summary>
    public static string Money(decimal value) => value.ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>Empty for none.</summary>
    public static string Money(decimal? value) => value is { } number ? Money(number) : "";

    /// <summary>As a field of a form holds it.</summary>
    public static string Plain(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    /// <summary>2026年3月5日; empty for none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) ?? "";

    /// <summary>2026-03-05, for date fields.</summary>
    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>2026年3月.</summary>
    /// <param name="month">yyyymm.</param>
    public static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100}年{month % 100}月");

    /// <summary>85.5%; a dash where there is nothing to divide by.</summary>
    public static string Percent(decimal? value) => value is { } number ? number.ToString("0.#", CultureInfo.InvariantCulture) + "%" : "—";

    /// <summary>A share in per mille as percent; empty for none.</summary>
    public static string Share(int? perMille) => perMille is { } share ? (share / 10m).ToString("0.#", CultureInfo.InvariantCulture) + "%" : "";
}
