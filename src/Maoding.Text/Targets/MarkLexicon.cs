using Maoding.Text.Lexicons;

namespace Maoding.Text.Targets;

/// <summary>The words of indicators.md, units.md and targets.md with what each of them says.</summary>
internal static class MarkLexicon
{
    private static readonly WordMap<Mark> _labels = new()
    {
        ["名词/比率"] = Mark.Share,
        ["名词/低好"] = Mark.Share | Mark.LowerBetter,
        ["名词/总量"] = Mark.Total,
        ["名词/实物"] = Mark.Physical,
        ["名词/数目"] = Mark.Tally,
        ["名词/指数"] = Mark.Index,
        ["名词/人员"] = Mark.People,
        ["名词/主体"] = Mark.Entity,
        ["名词/项目"] = Mark.Project,
        ["名词/例外"] = Mark.Exception,
        ["名词/政策参数"] = Mark.Policy,
        ["单位/比率"] = Mark.UnitRate,
        ["单位/金额"] = Mark.UnitMoney,
        ["单位/人员"] = Mark.UnitPeople,
        ["单位/主体"] = Mark.UnitCount,
        ["单位/实物"] = Mark.UnitPhysical,
        ["单位/时间"] = Mark.UnitTime,
        ["单位/复合"] = Mark.UnitCompound,
        ["方向/增长"] = Mark.Grow,
        ["方向/增幅名词"] = Mark.GrowNoun | Mark.Grow,
        ["方向/提高"] = Mark.Raise,
        ["方向/下降"] = Mark.Fall,
        ["方向/达到"] = Mark.Reach,
        ["方向/保持"] = Mark.Hold,
        ["方向/稳住"] = Mark.Steady,
        ["方向/控制"] = Mark.Limit,
        ["方向/约数"] = Mark.About,
        ["方向/下限"] = Mark.Floor,
        ["方向/上限"] = Mark.Ceiling,
        ["方向/左右"] = Mark.Around,
        ["性质/新增"] = Mark.New,
        ["性质/培育"] = Mark.Foster,
        ["性质/招引"] = Mark.Attract,
        ["性质/总盘"] = Mark.Programme,
        ["性质/安排"] = Mark.Allot,
        ["性质/到位"] = Mark.Arrive,
        ["性质/工作"] = Mark.Work,
        ["性质/进度"] = Mark.Progress,
        ["口气和时间/力争"] = Mark.Strive,
        ["口气和时间/确保"] = Mark.Ensure,
        ["口气和时间/引出"] = Mark.Lead,
        ["口气和时间/时间"] = Mark.Time,
        ["口气和时间/副词"] = Mark.Adverb,
        ["口气和时间/分配"] = Mark.Distribute,
        ["口气和时间/各自"] = Mark.Each,
        ["口气和时间/主语"] = Mark.Place,
        ["口气和时间/连接"] = Mark.Link,
        ["口气和时间/收尾"] = Mark.Tail,
        ["时态/往事"] = Mark.Past,
        ["无数字的目标/远期"] = Mark.Later,
        ["时态/打算"] = Mark.Plan,
        ["无数字的目标/目标句"] = Mark.ListLead,
        ["无数字的目标/非目标句"] = Mark.NoList,
        ["无数字的目标/稳定"] = Mark.StableCue,
        ["无数字的目标/改善"] = Mark.BetterCue,
        ["无数字的目标/改善副词"] = Mark.BetterAdverb,
        ["无数字的目标/减降"] = Mark.FallCue,
        ["无数字的目标/减降对象"] = Mark.FallThing,
        ["无数字的目标/清零"] = Mark.ZeroCue,
        ["无数字的目标/杜绝"] = Mark.NeverCue,
        ["无数字的目标/赶超"] = Mark.OutpaceCue,
        ["无数字的目标/同步"] = Mark.StepCue,
        ["无数字的目标/名次词"] = Mark.PlaceCue,
        ["无数字的目标/下达"] = Mark.PlaceCue,
        ["无数字的目标/平衡"] = Mark.BalanceCue,
    };

    private static readonly Rows<Mark> _marks = [];
    private static readonly List<string?> _dimensions = [];
    private static readonly Dictionary<string, string[]> _words = [];
    private static readonly TermScanner _scanner = Build();

    public static void Scan(ReadOnlySpan<char> text, Rows<TermHit> hits) => _scanner.Scan(text, hits);

    public static Mark MarkOf(int term) => _marks[term];

    /// <summary>The words of a label that is asked for by name (下达, 名列).</summary>
    public static string[] Words(string label) => _words[label];

    /// <summary>The dimension a word speaks for; null when it speaks for none.</summary>
    public static string? DimensionOf(int term) => _dimensions[term];

    private static TermScanner Build()
    {
        var terms = new List<string>();
        var places = new Dictionary<string, int>();
        foreach (var file in new[] { "indicators.md", "units.md", "targets.md" })
            foreach (var (heading, label, words) in LexiconFile.Read(file))
            {
                var mark = _labels[$"{heading}/{label}"];
                if (heading == "无数字的目标") _words[label] = words;
                foreach (var word in words)
                {
                    if (!places.TryGetValue(word, out var place))
                    {
                        places[word] = place = terms.Count;
                        terms.Add(word);
                        _marks.Add(Mark.None);
                        _dimensions.Add(null);
                    }

                    _marks.Span[place] |= mark;
                    if (heading == "维度") _dimensions[place] ??= label;
                }
            }

        return new TermScanner(terms);
    }
}
