using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of the documents' pages.</summary>
public static class DocumentLinks
{
    public const string List = "/documents";

    public const string Import = "/documents/import";

    public static string Document(int id) => string.Create(CultureInfo.InvariantCulture, $"/documents/{id}");

    /// <summary>The document opened at some of its words, in browsers that can look for them.</summary>
    public static string Words(int id, string words) => $"{Document(id)}#:~:text={Uri.EscapeDataString(words)}";

    public static string File(int id) => $"{Document(id)}/file";

    public static string Changes(int id) => $"{Document(id)}/changes";

    public static string Correction(int id) => $"{Document(id)}/correction";

    public static string Filing(int id) => $"{Document(id)}/filing";

    public static string Names(int id) => $"{Document(id)}/names";

    public static string Review(int id, int? row = null) =>
        row is { } key ? string.Create(CultureInfo.InvariantCulture, $"/documents/{id}/review?row={key}") : $"{Document(id)}/review";

    /// <summary>The same view with another row, panel or filter.</summary>
    public static string Review(int id, ReviewFilter filter, int? row, string panel = "", int? undo = null) => new Address(Review(id))
        .With("row", row)
        .With("show", filter.Show)
        .With("kind", filter.Kind)
        .With("doubt", filter.Doubt ? "true" : "")
        .With("panel", panel)
        .With("undo", undo)
        .ToString();

    public static string RowOfLedger(int id) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{id}");
}

/// <summary>Which rows the review lists.</summary>
/// <param name="Show">waiting, accepted, out, or empty for all.</param>
/// <param name="Kind">work, target, or empty for both.</param>
/// <param name="Doubt">Those that need a person's eye come first.</param>
public sealed record ReviewFilter(string Show = "", string Kind = "", bool Doubt = false);
