namespace Maoding.Text.Corrections;

/// <summary>How much two texts have in common, to tell another edition of a document from another document.</summary>
public static class TextLikeness
{
    /// <summary>Letters and digits in a row that hardly come about by chance.</summary>
    private const int Piece = 8;

    /// <summary>The share of the pieces of the longer text that the other has too, 0 to 1. Marks and blanks do not count.</summary>
    public static double Of(string one, string other)
    {
        HashSet<ulong> first = Pieces(one), second = Pieces(other);
        var longer = Math.Max(first.Count, second.Count);
        return longer == 0 ? 0 : (double)first.Count(second.Contains) / longer;
    }

    private static HashSet<ulong> Pieces(string text)
    {
        var kept = text.Where(char.IsLetterOrDigit).ToArray();
        var pieces = new HashSet<ulong>(kept.Length);
        for (var at = 0; at + Piece <= kept.Length; at++)
        {
            var hash = 14695981039346656037UL;
            for (var i = at; i < at + Piece; i++) hash = (hash ^ kept[i]) * 1099511628211UL;
            pieces.Add(hash);
        }

        return pieces;
    }
}
