using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of checking, issuing, receipts and amendments.</summary>
public static class IssueLinks
{
    public const string Index = "/issuing";

    public const string Consult = "/consulting";

    public const string Check = "/issuing/check";

    /// <summary>What was changed after consultation.</summary>
    public const string Changes = "/issuing/changes";

    public static string Batch(int id) => string.Create(CultureInfo.InvariantCulture, $"/issuing/{id}");

    public static string Receipt(int id) => $"{Batch(id)}/receipt";

    public static string ReceiptSheet(int id) => $"{Batch(id)}/receipts.xlsx";

    public static string CheckOf(string code, int page = 1) => new Address(Check).With("code", code).WithPage(page).ToString();

    public static string Pair(int first, int second) => string.Create(CultureInfo.InvariantCulture, $"{Check}/{first}/{second}");

    /// <summary>Where review takes a row into another: the panel, looking for the other by its title.</summary>
    public static string Merge(int documentId, int row, string otherTitle) =>
        string.Create(CultureInfo.InvariantCulture, $"/documents/{documentId}/review?row={row}&panel=merge&q={Uri.EscapeDataString(otherTitle)}");

    public static string OfUnit(int unit) => string.Create(CultureInfo.InvariantCulture, $"/ledger?view=all&unit={unit}");

    /// <param name="batch">One batch only; null: the whole plan.</param>
    /// <param name="months">With the column of the monthly plan.</param>
    public static string PlanDocx(int? batch = null, bool months = false) => Plan("docx", batch, months);

    /// <summary>What is not issued yet, as a paper for consultation.</summary>
    public static string DraftDocx => $"{Plan("docx", null, false)}?draft=true";

    public static string PlanXlsx(int? batch = null, bool months = false) => Plan("xlsx", batch, months);

    private static string Plan(string kind, int? batch, bool months)
    {
        string[] query = [.. new[] { batch is { } id ? string.Create(CultureInfo.InvariantCulture, $"batch={id}") : "", months ? "months=true" : "" }.Where(
            q => q.Length > 0)];
        return $"/issuing/plan.{kind}{(query.Length > 0 ? "?" : "")}{string.Join('&', query)}";
    }
}
