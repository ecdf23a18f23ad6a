using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of projects.</summary>
public static class ProjectLinks
{
    public const string Index = "/projects";

    public const string New = "/projects/edit";

    public const string Import = "/projects/import";

    public const string Export = "/projects/export";

    /// <summary>A unit's projects of a month.</summary>
    public const string Month = "/projects/month";

    public const string MonthBook = "/projects/month/export";

    public const string Review = "/projects/review";

    public const string Rates = "/projects/rates";

    public const string Analysis = "/analysis";

    public const string Leader = "/projects/leader";

    public static string Project(int id) => string.Create(CultureInfo.InvariantCulture, $"/projects/{id}");

    public static string Edit(int id) => string.Create(CultureInfo.InvariantCulture, $"/projects/edit/{id}");

    /// <summary>The form filled in from a lead that has landed.</summary>
    public static string FromLead(int lead) => string.Create(CultureInfo.InvariantCulture, $"/projects/edit?lead={lead}");

    public static string Photo(int fileId) => string.Create(CultureInfo.InvariantCulture, $"/projects/photo/{fileId}");

    /// <param name="month">yyyymm.</param>
    public static string MonthOf(int month) => string.Create(CultureInfo.InvariantCulture, $"/projects/month?month={month}");

    /// <param name="month">yyyymm.</param>
    public static string ReviewOf(int month) => string.Create(CultureInfo.InvariantCulture, $"/projects/review?month={month}");

    public static string LeaderOf(int post) => string.Create(CultureInfo.InvariantCulture, $"/projects/leader?post={post}");
}
