using System.Buffers;
using Maoding.Text.Lexicons;

namespace Maoding.Text.Deadlines;

/// <summary>The words of deadlines.md and festivals.md.</summary>
internal static class DeadlineLexicon
{
    private static readonly TermScanner Scanner;
    private static readonly TimeWord[] Times;

    /// <summary>Where a phrase can start: the first characters of all words, and what numbers and quotes start with.</summary>
    public static SearchValues<char> Starts { get; }

    public static TermScanner Wishes { get; }

    public static TermScanner Frames { get; }

    private static readonly string[] Past;
    private static readonly string[] Nouns;

    static DeadlineLexicon()
    {
        var times = new WordMap<TimeWord>();
        List<string> wishes = [], frames = [], past = [], nouns = [];
        foreach (var name in (string[])["deadlines.md", "festivals.md"])
        {
            foreach (var (heading, label, words) in LexiconFile.Read(name))
            {
                switch (heading)
                {
                    case "力争": wishes.AddRange(words); break;
                    case "过去": past.AddRange(words); break;
                    case "只作框架": frames.AddRange(words); break;
                    case "后接名词": nouns.AddRange(words); break;
                    default: AddTimes(times, heading, label, words); break;
                }
            }
        }

        Scanner = new TermScanner(times.Words);
        Times = times.Values;
        Starts = SearchValues.Create(string.Concat(times.Words.Select(word => word[..1])) + "0123456789X一二三四五六七八九十两第今本明后“未用");
        Wishes = new TermScanner(wishes);
        Frames = new TermScanner(frames);
        Past = [.. past];
        Nouns = [.. nouns];
    }

    /// <summary>The longest word of time at the start of the text; length 0 when there is none.</summary>
    public static int Match(ReadOnlySpan<char> text, out TimeWord word)
    {
        word = default;
        var (longest, node) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            node = Scanner.Next(node, text[i]);
            if (node == 0) break;
            if (i == 0 || Scanner.TermAt(node) is not (>= 0 and var term)) continue;
            (longest, word) = (i + 1, Times[term]);
        }

        return longest;
    }

    public static bool EndsInPast(ReadOnlySpan<char> before)
    {
        foreach (var word in Past)
            if (before.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool StartsNoun(ReadOnlySpan<char> after)
    {
        foreach (var word in Nouns)
            if (after.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static void AddTimes(WordMap<TimeWord> times, string heading, string label, string[] words)
    {
        var kind = heading switch
        {
            "固定时点" or "季节" => TimeWordKind.Fixed,
            "时段" => TimeWordKind.Period,
            "公历节日" => TimeWordKind.Festival,
            "农历节日" => TimeWordKind.LunarFestival,
            "全年持续" => TimeWordKind.WholeYear,
            "全年时段" => TimeWordKind.WholeYearPeriod,
            _ => TimeWordKind.Dateless,
        };
        var (month, day) = FestivalCalendar.ReadLabel(label);
        foreach (var word in words) times[word] = new TimeWord(kind, month, day);
    }
}
