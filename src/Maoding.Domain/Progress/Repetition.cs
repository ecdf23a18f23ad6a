using Maoding.Domain.Typed;

namespace Maoding.Domain.Progress;

/// <summary>Tells a writer that a text is last month's again. It is pointed out, never refused.</summary>
public static class Repetition
{
    /// <summary>Common pairs of characters, in hundredths, from which two texts count as one.</summary>
    private const int Same = 90;

    /// <summary>The same letters and figures, or nine tenths of the pairs of characters in common.</summary>
    public static bool Found(string text, string before)
    {
        var (now, then) = (Plain(text), Plain(before));
        if (now.Length == 0 || then.Length == 0) return false;
        if (now == then) return true;
        if (now.Length < 2 || then.Length < 2) return false;
        var pairs = Pairs(then);
        var common = 0;
        foreach (var (pair, count) in Pairs(now)) common += Math.Min(count, pairs.GetValueOrDefault(pair));
        return common * 200 >= Same * (now.Length + then.Length - 2);
    }

    private static Dictionary<(char, char), int> Pairs(string text)
    {
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 0; i + 1 < text.Length; i++) pairs[(text[i], text[i + 1])] = pairs.GetValueOrDefault((text[i], text[i + 1])) + 1;
        return pairs;
    }

    /// <summary>Letters and figures alone, half-width, in lower case.</summary>
    private static string Plain(string text) => string.Concat(TypedText.Plain(text).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
