using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of leads and of matters sought from above.</summary>
public static class PipelineLinks
{
    public const string Index = "/pipeline";

    public const string NewLead = "/pipeline/lead";

    public const string Export = "/pipeline/export.xlsx";

    public const string Sought = "/pipeline/sought";

    public const string NewSought = "/pipeline/sought-matter";

    public static string Lead(int id) => string.Create(CultureInfo.InvariantCulture, $"/pipeline/lead/{id}");

    public static string SoughtMatter(int id) => string.Create(CultureInfo.InvariantCulture, $"/pipeline/sought-matter/{id}");
}
