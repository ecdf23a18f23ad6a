using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of procedures and their templates.</summary>
public static class ProcedureLinks
{
    public const string Index = "/procedures";

    public const string Templates = "/procedures/templates";

    /// <summary>A template's page; 0: a new one.</summary>
    public static string Template(int id) => string.Create(CultureInfo.InvariantCulture, $"{Templates}/{id}");

    /// <summary>A project's procedures.</summary>
    public static string Project(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/project/{id}");

    /// <summary>One procedure with its forms.</summary>
    public static string Step(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/step/{id}");

    /// <summary>The form for one more procedure of a project.</summary>
    public static string Add(int project) => string.Create(CultureInfo.InvariantCulture, $"{Index}/project/{project}/add");
}
