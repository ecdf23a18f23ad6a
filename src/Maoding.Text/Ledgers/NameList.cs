namespace Maoding.Text.Ledgers;

/// <summary>Takes a list of names apart: 区财政局、区住建局，各乡镇（街道） are three.</summary>
internal static class NameList
{
    private const string Separators = "、，,；;/／|｜\n";

    private static readonly string[] AndSoOn =
    [
        "等按职责分工负责", "等按照职责分工负责", "等按职能分工负责", "等按职责负责", "等按职责分工落实", "等分别负责", "等单位", "等部门", "等有关部门", "等相关部门", "等有关单位", "等相关单位",
        "等部门和单位", "等相关部门和单位", "等有关部门和单位", "等单位和部门", "等部门单位", "等相关责任单位", "等责任单位", "等职能部门", "等各有关部门", "等成员单位", "等",
    ];

    private static readonly string[] Duties =
    [
        "按照职责分工分别负责", "按照职责分工负责", "按照职责分工落实", "按职责分工分别负责", "按职责分工负责", "按职能分工负责", "按职责分工落实",
        "按职责分工", "按照职责分工", "按分工负责", "按职责负责", "分别负责", "分工负责", "共同负责", "具体负责", "负责落实", "负责",
    ];

    public static List<string> Read(ReadOnlySpan<char> words, bool people = false)
    {
        var names = new List<string>();
        Add(words, names, people);
        return names;
    }

    /// <summary>Adds the names in <paramref name="words"/> that are not there yet.</summary>
    public static void Add(ReadOnlySpan<char> words, List<string> names, bool people)
    {
        for (var start = 0; start <= words.Length;)
        {
            var length = NextSeparator(words[start..]);
            AddOne(words.Slice(start, length), names, people);
            start += length + 1;
        }
    }

    private static int NextSeparator(ReadOnlySpan<char> words)
    {
        var depth = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (Brackets.IsOpen(words[i])) depth++;
            else if (Brackets.IsClose(words[i])) depth--;
            else if (depth <= 0 && Separators.Contains(words[i], StringComparison.Ordinal)) return i;
        }

        return words.Length;
    }

    private static void AddOne(ReadOnlySpan<char> words, List<string> names, bool people)
    {
        words = Clean(words);
        if (words.IsEmpty) return;
        var blank = BlankToSplit(words, people);
        if (blank > 0)
        {
            AddOne(words[..blank], names, people);
            AddOne(words[(blank + 1)..], names, people);
            return;
        }

        var joint = Joint(words, people, out var length);
        if (joint > 0)
        {
            AddOne(words[..joint], names, people);
            AddOne(words[(joint + length)..], names, people);
            return;
        }

        var name = people ? Packed(words) : words.ToString();
        if (!names.Contains(name)) names.Add(name);
    }

    private static ReadOnlySpan<char> Clean(ReadOnlySpan<char> words)
    {
        words = words.Trim().Trim("。.：:★☆*·");
        foreach (var duty in Duties)
            if (words.EndsWith(duty) && words.Length > duty.Length) words = words[..^duty.Length];
        foreach (var tail in AndSoOn)
            if (words.EndsWith(tail)) { words = words[..^tail.Length]; break; }
        words = words.Trim();
        if (words.StartsWith("以及")) words = words[2..];
        else if (words.Length > 3 && words[0] is '和' or '及' && UnitWords.MayBegin(words[1..])) words = words[1..];
        return Brackets.SaysNothing(words) ? [] : words.Trim();
    }

    // A blank stands between two names, inside a two-character name (王 强), or between a name and its post.
    private static int BlankToSplit(ReadOnlySpan<char> words, bool people)
    {
        var depth = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (Brackets.IsOpen(words[i])) depth++;
            else if (Brackets.IsClose(words[i])) depth--;
            else if (depth <= 0 && char.IsWhiteSpace(words[i]) && Splits(words, i, people)) return i;
        }

        return -1;
    }

    private static bool Splits(ReadOnlySpan<char> words, int blank, bool people)
    {
        var left = words[..blank].TrimEnd();
        var right = words[(blank + 1)..].TrimStart();
        var next = right.IndexOfAny(' ', '　', '\t');
        if (next > 0) right = right[..next];
        if (right.IsEmpty || left.IsEmpty || Brackets.IsOpen(right[0])) return false;
        if (people) return left.Length > 1 && right.Length > 1 && !IsPost(right) && !IsPost(left);
        return left.Length > 1 && right.Length > 1 && UnitWords.LooksLikeUnit(left);
    }

    private static bool IsPost(ReadOnlySpan<char> words)
    {
        var note = words.IndexOfAny('（', '(');
        if (note > 0) words = words[..note];
        return words.EndsWith("长") || words.EndsWith("书记") || words.EndsWith("主任") || words.EndsWith("常委") || words.EndsWith("部长")
            || words.EndsWith("主席") || words.EndsWith("委员") || words.EndsWith("县令") || words.EndsWith("同志")
            || words.EndsWith("组员") || words.EndsWith("顾问") || words.EndsWith("调研员");
    }

    // 和 and 及 part two names only where both sides are whole names: not inside 发展和改革委.
    private static int Joint(ReadOnlySpan<char> words, bool people, out int length)
    {
        length = 1;
        if (people) return -1;
        for (var i = 2; i < words.Length - 1; i++)
        {
            if (words[i] is not ('和' or '及' or '与' or '以')) continue;
            length = words[i..].StartsWith("以及") ? 2 : 1;
            if (words[i] == '以' && length == 1) continue;
            var right = words[(i + length)..];
            if (Balanced(words[..i]) && UnitWords.LooksLikeUnit(words[..i]) && !IsGeneric(words[..i])
                && (UnitWords.MayBegin(right) || EndsWithOffice(words[..i])) && UnitWords.LooksLikeUnit(right)) return i;
        }

        return -1;
    }

    // 各有关部门和单位, 各部门和单位 are one.
    private static bool IsGeneric(ReadOnlySpan<char> left) => left.EndsWith("部门") || left.EndsWith("单位");

    private static bool EndsWithOffice(ReadOnlySpan<char> left) => left[^1] is '局' or '办' or '委' or '）' || left.EndsWith("中心") || left.EndsWith("公司");

    private static bool Balanced(ReadOnlySpan<char> words)
    {
        var depth = 0;
        foreach (var c in words) depth += Brackets.IsOpen(c) ? 1 : Brackets.IsClose(c) ? -1 : 0;
        return depth == 0;
    }

    // 王 强 is a name of two characters set to the width of three.
    private static string Packed(ReadOnlySpan<char> words)
    {
        var text = words.ToString();
        var parts = text.Split([' ', '　', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && parts[0].Length == 1 && (parts[1].Length == 1 || parts[1][1] is '（' or '(') ? parts[0] + parts[1] : string.Join(' ', parts);
    }
}
