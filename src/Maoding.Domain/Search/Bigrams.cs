using System.Buffers;
using System.Globalization;
using System.Text;
using Maoding.Text;

namespace Maoding.Domain.Search;

/// <summary>
/// One tokenizer for the search of both databases. Runs of Chinese become their overlapping pairs of characters with the
/// first and the last character alone around them; words and numbers in other letters stay whole, in lower case. Every
/// token is made of letters and digits, so SQLite's unicode61 and PostgreSQL's simple configuration keep it as it is.
/// </summary>
/// <remarks>
/// The single characters at a run's ends let 126个 be found in 重大项目126个学校, and keep the last pair of one sentence
/// from standing beside the first pair of the next.
/// </remarks>
public static class Bigrams
{
    /// <summary>
    /// Characters (UTF-16) of a text that are indexed: PostgreSQL keeps no position above 16,383, and a text makes at most 4/3 tokens a character.
    /// </summary>
    public const int LongestText = 12_000;

    /// <summary>Characters (UTF-16) of a query that are read.</summary>
    public const int LongestQuery = 100;

    /// <summary>Characters of a word in other letters that are told apart.</summary>
    public const int LongestWord = 64;

    private static readonly SearchValues<char> _han = SearchValues.Create("々〆〇");

    /// <summary>The tokens of a text, separated by one space; what lies beyond <see cref="LongestText"/> is left out.</summary>
    public static string Index(string text)
    {
        var tokens = new StringBuilder(Math.Min(text.Length, LongestText) * 3);
        foreach (var run in Runs(Cut(text, LongestText)))
        {
            foreach (var token in Tokens(run, head: true, tail: true))
            {
                if (tokens.Length > 0) tokens.Append(' ');
                tokens.Append(token);
            }
        }

        return tokens.ToString();
    }

    /// <summary>What to look for. Words apart by a space or a mark are separate phrases, all of which must be found.</summary>
    public static SearchQuery Query(string words)
    {
        var cut = Cut(words, LongestQuery);
        var runs = Runs(cut);
        // A word cut in the middle would be another word.
        if (cut.Length < words.Length && runs.Count > 1 && !runs[^1].Chinese) runs.RemoveAt(runs.Count - 1);
        var phrases = new List<SearchPhrase>();
        var singles = new List<string>();
        for (var i = 0; i < runs.Count;)
        {
            var next = i + 1;
            while (next < runs.Count && runs[next].Joined) next++;
            var tokens = new List<string>();
            for (var r = i; r < next; r++) tokens.AddRange(Tokens(runs[r], head: r > i, tail: r < next - 1));
            if (next == i + 1 && runs[i] is { Chinese: true, Letters.Count: 1 }) singles.Add(runs[i].Letters[0]);
            else phrases.Add(new SearchPhrase(tokens));
            i = next;
        }

        return new SearchQuery(phrases, singles);
    }

    private static IEnumerable<string> Tokens(Run run, bool head, bool tail)
    {
        var letters = run.Letters;
        if (!run.Chinese)
        {
            yield return string.Concat(letters.Take(LongestWord));
            yield break;
        }

        if (letters.Count == 1 || head) yield return letters[0];
        if (letters.Count == 1) yield break;
        for (var i = 0; i + 1 < letters.Count; i++) yield return letters[i] + letters[i + 1];
        if (tail) yield return letters[^1];
    }

    private static List<Run> Runs(string text)
    {
        var runs = new List<Run>();
        var joined = false;
        foreach (var rune in PlainForms.Clean(text).EnumerateRunes())
        {
            var letter = Plain(rune);
            var chinese = IsChinese(letter);
            if (!chinese && !Rune.IsLetterOrDigit(letter))
            {
                joined = false;
                continue;
            }

            if (!joined || runs[^1].Chinese != chinese) runs.Add(new Run(chinese, joined, []));
            runs[^1].Letters.Add(letter.ToString());
            joined = true;
        }

        return runs;
    }

    /// <summary>Half-width and lower case.</summary>
    private static Rune Plain(Rune rune) =>
        Rune.ToLowerInvariant(rune.Value is >= '！' and <= '～' ? new Rune(rune.Value - '！' + '!') : rune);

    /// <summary>Characters written without spaces between words: Chinese, kana, Roman numerals of one sign (Ⅲ类).</summary>
    private static bool IsChinese(Rune rune) => rune.Value switch
    {
        >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF => Rune.IsLetter(rune),
        >= 0x3040 and <= 0x30FF or >= 0xAC00 and <= 0xD7AF => Rune.IsLetter(rune),
        <= char.MaxValue when _han.Contains((char)rune.Value) => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber,
    };

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <param name="Joined">True when nothing stands between it and the run before.</param>
    private readonly record struct Run(bool Chinese, bool Joined, List<string> Letters);
}
