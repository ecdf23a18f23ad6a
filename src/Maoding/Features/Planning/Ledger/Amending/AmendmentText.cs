namespace Maoding.Features.Planning.Ledger.Amending;

/// <summary>The changes of an amendment as text: a line each, label TAB before TAB after.</summary>
internal static class AmendmentText
{
    public static IReadOnlyList<AmendedField> Read(string changes) =>
        [.. changes.Split('\n').Select(line => line.Split('\t')).Where(p => p.Length == 3).Select(p => new AmendedField(p[0], p[1], p[2]))];
}
