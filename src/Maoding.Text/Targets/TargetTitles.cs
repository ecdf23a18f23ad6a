using System.Text.RegularExpressions;

namespace Maoding.Text.Targets;

/// <summary>Says a target in the words of its document: what was promised is not said more firmly, nor more loosely.</summary>
public static partial class TargetTitles
{
    /// <summary>A longer clause is no title.</summary>
    private const int Longest = 60;

    /// <summary>Words that only join several results.</summary>
    private static readonly string[] Joining = ["分别", "依次", "双双", "均", "都"];

    /// <summary>The titles of the targets of one stretch of text, in their order; an empty one where its words alone do not make a title.</summary>
    /// <param name="quote">The stretch.</param>
    /// <param name="names">The indicators that it promises something of.</param>
    public static IReadOnlyList<string> Of(string quote, IReadOnlyList<string> names)
    {
        var words = Blank().Replace(PageNumber().Replace(quote, ""), "");
        if (names.Count == 1) return [Cut(One(words, names[0]))];
        var last = names[^1];
        var from = EndOf(words, last);
        if (from < 0) return [.. names.Select(_ => "")];
        var result = Result(words[from..]);
        var parts = result.Split('、');
        if (parts.Length != 1 && parts.Length != names.Count) return [.. names.Select(_ => "")];
        return [.. names.Select((name, i) => Cut(Member(words[..from], name) + (parts.Length == 1 ? result : Part(parts, i))))];
    }

    /// <summary>The stretch as it stands where it names the indicator, else what it is said of and the stretch.</summary>
    private static string One(string words, string name)
    {
        if (words.Contains(name, StringComparison.Ordinal)) return words;
        var subject = TimeIn(words) is { Length: > 0 } time && TimeIn(name) is { Length: > 0 } other && time != other
            ? name.Replace(other, "", StringComparison.Ordinal) : name;
        for (var length = Math.Min(subject.Length, words.Length); length > 1; length--)
            if (words.StartsWith(subject[^length..], StringComparison.Ordinal)) return subject + words[length..];
        // Its words stand apart in the stretch: 新认定国家级高新技术企业 of 高新技术企业 and the like need nothing before them.
        return InOrder(name, words) ? words : subject + words;
    }

    private static string Cut(string title) => title.Length <= Longest ? title : "";

    private static string TimeIn(string words) => Time().Match(words).Value;

    private static bool InOrder(string name, string words)
    {
        var at = 0;
        foreach (var c in words)
            if (at < name.Length && c == name[at]) at++;
        return at == name.Length;
    }

    /// <summary>Where the longest end of the name that stands in the words is over; -1 where none does.</summary>
    private static int EndOf(string words, string name)
    {
        for (var length = name.Length; length > 1; length--)
            if (words.LastIndexOf(name[^length..], StringComparison.Ordinal) is >= 0 and var at) return at + length;
        return -1;
    }

    /// <summary>What is said of all members.</summary>
    private static string Result(string tail)
    {
        foreach (var word in Joining)
            if (tail.StartsWith(word, StringComparison.Ordinal)) return tail[word.Length..];
        return tail is "“双下降”" or "双下降" or "“双降”" ? "下降" : tail;
    }

    /// <summary>达到80亿元、60亿元 says 达到 of each.</summary>
    private static string Part(string[] parts, int index)
    {
        if (index == 0 || parts[index].Length == 0 || !char.IsAsciiDigit(parts[index][0])) return parts[index];
        var verb = parts[0].AsSpan().IndexOfAnyInRange('0', '9');
        return verb > 0 ? parts[0][..verb] + parts[index] : parts[index];
    }

    /// <summary>The member as it is listed, where it names the indicator whole: 单位生产总值能耗下降幅度.</summary>
    private static string Member(string list, string name) =>
        list.Split('、', '和', '与', '及').FirstOrDefault(m => m.Contains(name, StringComparison.Ordinal)) ?? name;

    [GeneratedRegex(@"\n\s*[—\-－]\s*\d{1,4}\s*[—\-－]\s*\n")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\s|[①-⑳]")]
    private static partial Regex Blank();

    [GeneratedRegex("前?[一二三四]季度|上半年|下半年|年内|全年|年底前?|\\d{1,2}月底?前?")]
    private static partial Regex Time();
}
