using Maoding.Text.Commitments;
using Maoding.Text.Lexicons;

namespace Maoding.Text.Themes;

/// <summary>Tells whether a quoted or bare phrase names a set of strands, and how many it announces.</summary>
internal static class ThemeName
{
    private const int Longest = 14;
    private const int NoTheme = -1;

    /// <summary>Phrases by the kind of theme they name, <see cref="NoTheme"/> for those that name none.</summary>
    private static readonly Dictionary<string, int> Known = Load();


    /// <summary>Nouns that count a list on the spot (五大领域, 三条原则) and name nothing.</summary>
    private static readonly string[] PlainNouns = ["领域", "方面", "原则", "工作", "任务", "问题", "环节", "要求", "意见", "建议", "内容", "部分",
        "阶段", "特点", "因素", "关系", "考虑", "措施", "举措", "重点", "目标", "指标", "事项", "条件", "主体", "类型", "途径", "片区", "市场", "村", "镇", "平台公司"];

    /// <summary>True when <paramref name="words"/> from between quotes name a set.</summary>
    public static bool IsQuotedName(string words, out ThemeKind kind)
    {
        kind = ThemeKind.Work;
        if (words.Length is < 3 or > Longest)
        {
            if (words.Length != 2 || !Known.TryGetValue(words, out var shortKind) || shortKind == NoTheme) return false;
            kind = (ThemeKind)shortKind;
            return true;
        }

        if (Known.TryGetValue(words, out var known))
        {
            kind = known == NoTheme ? ThemeKind.Work : (ThemeKind)known;
            return known != NoTheme;
        }

        return StartsSet(words) && words.AsSpan().IndexOfAny("，。；：·") < 0;
    }

    /// <summary>Length of a bare name (三大主导产业) at the start: 三 to 十 with 大 or 项 and a noun that is not plain; 0 when none.</summary>
    public static int BareLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 4 || QuantityNumerals.Read(text[..1]) is < 3 or > 10 || text[1] is not ('大' or '项')) return 0;
        var end = 2;
        while (end < text.Length && end < 8 && text[end] is not ('，' or '。' or '、' or '；' or '：' or '“' or '”' or '（' or '\n' or '的' or '和')
            && (end < 4 || !EndsBare(text[..end], text[end..]))) end++;
        var name = text[..end];
        foreach (var noun in PlainNouns)
            if (name.EndsWith(noun, StringComparison.Ordinal) || name[2..].StartsWith(noun, StringComparison.Ordinal)) return 0;
        return name.Length < 4 ? 0 : end;
    }

    /// <summary>The number of strands: 六个转型 6, 一江两廊 3; null for names whose figures do not add up to strands (八字方针, 三个看一看、三个有没有).</summary>
    public static int? Count(string name)
    {
        if (name.Contains('字') || name.Contains('、')) return null;
        var first = QuantityNumerals.RunLength(name);
        // 四个一批, 四个进一步: the later figure counts nothing.
        if (first > 0 && first < name.Length && name[first] is '个' or '大' or '项' or '种' or '条' or '篇' or '张' or '类' or '场')
            return QuantityNumerals.Read(name.AsSpan(0, first));
        var sum = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var run = QuantityNumerals.RunLength(name.AsSpan(i));
            if (run == 0) continue;
            var value = QuantityNumerals.Read(name.AsSpan(i, run));
            if (value < 0) return null;
            sum += value;
            i += run - 1;
        }

        return sum;
    }

    private static bool EndsBare(ReadOnlySpan<char> name, ReadOnlySpan<char> rest) =>
        (name.EndsWith("产业") || name.EndsWith("工程") || name.EndsWith("行动") || name.EndsWith("攻坚战") || name.EndsWith("战役")
            || name.EndsWith("计划") || name.EndsWith("体系") || name.EndsWith("改革") || name.EndsWith("基地"))
        && !rest.StartsWith("链") && !rest.StartsWith("集群");

    private static bool StartsSet(string words)
    {
        var run = QuantityNumerals.RunLength(words);
        if (run == 0 || run >= words.Length - 1) return false;
        var value = QuantityNumerals.Read(words.AsSpan(0, run));
        if (value is < 1 or > 30) return false;
        // One thing is no set unless more follow: 一江两廊, 一主两翼, 一核三区.
        return value > 1 ? !MeasureUnit(words[run]) : QuantityNumerals.RunLength(words.AsSpan(2)) > 0;
    }

    private static bool MeasureUnit(char c) =>
        c is '年' or '月' or '日' or '天' or '岁' or '号' or '级' or '届' or '次' or '元' or '亿' or '万' or '成' or '分' or '点' or '周';

    private static Dictionary<string, int> Load()
    {
        var known = new Dictionary<string, int>(256);
        foreach (var (heading, _, words) in LexiconFile.Read("formulas.md"))
            foreach (var word in words) known[word] = heading == "政治话语" ? (int)ThemeKind.Formula : NoTheme;
        return known;
    }
}
