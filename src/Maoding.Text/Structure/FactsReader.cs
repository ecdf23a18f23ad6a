namespace Maoding.Text.Structure;

/// <summary>Reads title, occasion, speaker, date and plan year from a document's head and headings.</summary>
internal static class FactsReader
{
    private static readonly string[] _occasions = ["会议上", "全会上", "会上", "大会上"];
    private static readonly string[] _organs = ["人民政府", "办公室", "委员会", "人大常委会", "指挥部", "领导小组"];
    private static readonly string[] _planWords = ["预期目标", "主要目标", "总体要求", "重点工作", "工作任务", "重点任务", "要点", "工作安排", "工作的", "主要任务", "工作思路"];

    public static DocumentFacts Read(SourceText source, NormalText normal, List<Section> sections, List<Sentence> sentences)
    {
        var title = new List<string>();
        string occasion = "", speaker = "";
        DateOnly? date = null;
        foreach (var sentence in sentences.TakeWhile(s => s.Kind == SentenceKind.Frame).Take(12))
        {
            var words = normal.Text.Substring(sentence.Normal.Offset, sentence.Normal.Length);
            if (words[^1] == '：') break;
            date ??= DateIn(words);
            if (occasion.Length == 0 && _occasions.Any(words.Contains))
            {
                occasion = Occasion(words);
                // 在区委全会上的讲话 without a title above it is itself the title.
                if (title.Count == 0 && words[0] is not ('—' or '（') && words.Contains("讲话", StringComparison.Ordinal)) title.Add(words);
            }
            else if (IsOnlyDate(words)) continue;
            else if (title.Count > 0 && IsSpeaker(words, source.Slice(sentence.Span))) speaker = source.Slice(sentence.Span).Trim().ToString();
            else if (title.Count > 0 && IsIssuer(words)) continue;
            else if (title.Sum(t => t.Length) + words.Length <= 80) title.Add(Squeeze(source.Slice(sentence.Span)));
        }

        var name = string.Join('　', title);
        var named = NamedYear(normal.Text, sections);
        return new DocumentFacts(name, occasion, speaker, date, named ?? YearOf(date), named, YearAt(name) ?? Winner(HeadVotes(sections)));
    }

    private static Dictionary<int, int> HeadVotes(List<Section> sections)
    {
        var votes = new Dictionary<int, int>();
        foreach (var section in sections.Where(s => SectionRoles.OfTitle(s.Title)?.Role is SectionRole.Targets or SectionRole.Deployment or null))
            Vote(votes, YearAt(section.Title), 3);
        return votes;
    }

    /// <summary>The year with the most votes, the later of equals.</summary>
    private static int? Winner(Dictionary<int, int> votes) =>
        votes.Count == 0 ? null : votes.OrderByDescending(v => v.Value).ThenByDescending(v => v.Key).First().Key;

    /// <summary>What a document of a day plans for, where its words do not say: its year, the next from November on.</summary>
    private static int? YearOf(DateOnly? date) => date is null ? null : date.Value.Month >= 11 ? date.Value.Year + 1 : date.Value.Year;

    /// <summary>The year that headings and sentences about targets and tasks name; null when they name none.</summary>
    private static int? NamedYear(string text, List<Section> sections)
    {
        var votes = HeadVotes(sections);
        var head = text.AsSpan(0, Math.Min(text.Length, 200_000));
        for (var at = 0; ;)
        {
            var found = head[at..].IndexOf("年");
            if (found < 0) break;
            at += found + 1;
            var year = at >= 5 ? YearAt(head[(at - 5)..at]) : null;
            if (year is null) continue;
            var after = head[at..Math.Min(at + 20, head.Length)];
            if (BeginsWithDay(after)) continue;
            foreach (var word in _planWords)
                if (after.Contains(word, StringComparison.Ordinal)) Vote(votes, year, 2);
        }

        return Winner(votes);
    }

    /// <summary>12月28日: the year before it is that of a day, whatever heading comes next.</summary>
    private static bool BeginsWithDay(ReadOnlySpan<char> words)
    {
        var month = words.IndexOf('月');
        return month is 1 or 2 && words[(month + 1)..].IndexOf('日') is 1 or 2;
    }

    /// <summary>An organ's name alone in a line under the title: who issued it.</summary>
    private static bool IsIssuer(string words) =>
        _organs.Any(o => words.EndsWith(o, StringComparison.Ordinal)) && !words.Contains('年') && !words.Contains("关于", StringComparison.Ordinal);

    private static void Vote(Dictionary<int, int> votes, int? year, int weight)
    {
        if (year is { } y) votes[y] = votes.GetValueOrDefault(y) + weight;
    }

    /// <summary>The first year written as 2026年; null when there is none.</summary>
    public static int? YearAt(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 4 < text.Length; i++)
            if (text[i + 4] == '年' && int.TryParse(text.Slice(i, 4), out var year) && year is > 1990 and < 2100) return year;
        return null;
    }

    /// <summary>2025年12月28日 or 二〇二五年十二月二十八日.</summary>
    private static DateOnly? DateIn(string words)
    {
        var year = words.IndexOf('年');
        if (year < 4 || Number(words.AsSpan(year - 4, 4)) is not (> 1990 and < 2100 and var y)) return null;
        var month = words.IndexOf('月', year);
        if (month < 0 || Number(words.AsSpan(year + 1, month - year - 1)) is not (>= 1 and <= 12 and var m)) return null;
        var day = words.IndexOf('日', month);
        return day > 0 && Number(words.AsSpan(month + 1, day - month - 1)) is >= 1 and var d && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;
    }

    /// <summary>12, 十二 or 二〇二五; null for anything else.</summary>
    private static int? Number(ReadOnlySpan<char> words)
    {
        if (words.Length is 0 or > 4) return null;
        var number = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var digit = words[i] == '○' ? 0 : "〇一二三四五六七八九".IndexOf(words[i]);
            if (digit < 0) digit = "零123456789".IndexOf(words[i]);
            if (words[i] is '0') digit = 0;
            // 十 alone counts ten, before a digit only shifts: 十二, 二十, 二十八.
            if (words[i] == '十') number = (i == 0 ? 1 : number) * (i + 1 < words.Length ? 1 : 10);
            else if (digit < 0) return null;
            else number = (number * 10) + digit;
        }

        return number;
    }

    private static bool IsOnlyDate(string words) => DateIn(words) is not null && words.Trim('（', '）', '—').Length <= 13;

    private static string Occasion(string words)
    {
        var start = words.IndexOf('在', StringComparison.Ordinal);
        var end = words.LastIndexOf('上') + 1;
        return start >= 0 && end > start + 1 ? words[(start + 1)..(end - 1)] : words.Trim('—', '（', '）');
    }

    /// <summary>Post and name, or a spaced name of two to four characters, on a line of its own.</summary>
    private static bool IsSpeaker(string words, ReadOnlySpan<char> source)
    {
        string[] posts = ["书记", "县长", "区长", "市长", "省长", "州长", "旗长", "镇长", "乡长", "主任", "主席", "总理"];
        if (words.Length <= 24 && posts.Any(words.Contains) && !words.Contains("讲话", StringComparison.Ordinal)
            && !words.Contains("报告", StringComparison.Ordinal)) return true;
        return words.Length is >= 2 and <= 4 && source.ContainsAny(' ', '　') || words.Length is 2 or 3;
    }

    private static string Squeeze(ReadOnlySpan<char> words)
    {
        var parts = words.ToString().Split([' ', '　', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts.All(p => p.Length == 1) ? string.Concat(parts) : string.Join('　', parts);
    }
}
