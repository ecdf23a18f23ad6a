using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of joint reviews.</summary>
public static class ReviewLinks
{
    public const string Index = "/joint-reviews";

    /// <summary>The time each department took.</summary>
    public const string Departments = "/joint-reviews/departments";

    public static string Review(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}");

    public static string OfProject(int project) => new JointReviewFilter(project).Href();

    /// <summary>The form that puts a package of a project together.</summary>
    public static string New(int project) => string.Create(CultureInfo.InvariantCulture, $"{Index}/new/{project}");

    /// <summary>The same form for one that is not sent yet.</summary>
    public static string Edit(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}/edit");

    public static string File(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/files/{id}");
}
