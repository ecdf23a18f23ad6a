using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Ledger.Amending;

/// <summary>The changes of an amendment as text: a line each, label TAB before TAB after.</summary>
internal static class AmendmentText
{
    public static string Of(IEnumerable<RowDifference> differences) =>
        string.Join('\n', differences.Select(d => $"{d.Label}\t{Flat(d.Before)}\t{Flat(d.After)}"));

    public static IReadOnlyList<AmendedField> Read(string changes) =>
        [.. changes.Split('\n').Select(line => line.Split('\t')).Where(p => p.Length == 3).Select(p => new AmendedField(p[0], p[1], p[2]))];

    /// <summary>Values of several lines stand on one.</summary>
    private static string Flat(string value) => value.Replace('\t', ' ').ReplaceLineEndings("；");
}
