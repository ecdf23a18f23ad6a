using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of problems.</summary>
public static class ProblemLinks
{
    public const string Index = "/problems";

    public const string New = "/problems/new";

    public const string Export = "/problems/export";

    /// <summary>Per cause: how many, how long, where stuck, what money.</summary>
    public const string Causes = "/problems/causes";

    public static string Problem(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}");

    /// <summary>Raising one that was met in a project.</summary>
    public static string NewOfProject(int projectId) => string.Create(CultureInfo.InvariantCulture, $"{New}?project={projectId}");

    /// <summary>Raising one that was met in a row of the ledger.</summary>
    public static string NewOfRow(int rowId) => string.Create(CultureInfo.InvariantCulture, $"{New}?row={rowId}");

    /// <summary>Raising what a report says of problems.</summary>
    /// <param name="period">Key of the period.</param>
    public static string NewOfReport(int rowId, int period) => string.Create(CultureInfo.InvariantCulture, $"{New}?row={rowId}&period={period}");
}
