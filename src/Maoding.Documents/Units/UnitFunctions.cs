namespace Maoding.Documents.Units;

/// <summary>The functions that a unit list may name, as the reader of speeches writes them.</summary>
public static class UnitFunctions
{
    private static readonly UnitNameLexicon Lexicon = new();

    public static IReadOnlyList<string> All => [.. Lexicon.Functions, Other];

    private const string Other = "其他";

    /// <summary>发展改革 for 发改 or 发展改革; null when the word names none.</summary>
    public static string? Named(string words) => Lexicon.Named(words);
}
