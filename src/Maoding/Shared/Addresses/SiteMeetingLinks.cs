using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of site meetings.</summary>
public static class SiteMeetingLinks
{
    public const string Index = "/site-meetings";

    public const string New = "/site-meetings/new";

    public static string Meeting(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}");

    public static string Edit(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}/edit");

    /// <summary>The minutes as a paper.</summary>
    public static string Minutes(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}/minutes");

    /// <summary>A meeting about a project.</summary>
    public static string NewOfProject(int projectId) => string.Create(CultureInfo.InvariantCulture, $"{New}?project={projectId}");

    /// <summary>A note that corrects signed minutes.</summary>
    public static string Correction(int id) => string.Create(CultureInfo.InvariantCulture, $"{New}?corrects={id}");
}
