using System.Globalization;
using System.Text;

namespace Maoding.Features.Documents;

/// <summary>Addresses of the documents' pages.</summary>
public static class DocumentLinks
{
    public const string List = "/documents";

    public const string Import = "/documents/import";

    public static string Document(int id) => string.Create(CultureInfo.InvariantCulture, $"/documents/{id}");

    public static string File(int id) => $"{Document(id)}/file";

    public static string Changes(int id) => $"{Document(id)}/changes";

    public static string Edition(int id) => $"{Document(id)}/edition";

    public static string Names(int id) => $"{Document(id)}/names";

    public static string Review(int id, int? row = null) =>
        row is { } key ? string.Create(CultureInfo.InvariantCulture, $"/documents/{id}/review?row={key}") : $"{Document(id)}/review";

    /// <summary>The same view with another row, panel or filter.</summary>
    public static string Review(int id, ReviewFilter filter, int? row, string panel = "", int? undo = null)
    {
        var query = new StringBuilder();
        void Add(string name, string value)
        {
            if (value.Length > 0) query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        Add("row", row?.ToString(CultureInfo.InvariantCulture) ?? "");
        Add("show", filter.Show);
        Add("kind", filter.Kind);
        Add("doubt", filter.Doubt ? "true" : "");
        Add("panel", panel);
        Add("undo", undo?.ToString(CultureInfo.InvariantCulture) ?? "");
        return Review(id) + query;
    }

    public static string RowOfLedger(int id) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{id}");
}

/// <summary>Which rows the review lists.</summary>
/// <param name="Show">waiting, accepted, out, or empty for all.</param>
/// <param name="Kind">work, target, or empty for both.</param>
/// <param name="Doubt">Those that need a person's eye come first.</param>
public sealed record ReviewFilter(string Show = "", string Kind = "", bool Doubt = false);
