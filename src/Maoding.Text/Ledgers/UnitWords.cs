namespace Maoding.Text.Ledgers;

/// <summary>How names of organs look: what they end in, what they begin with.</summary>
internal static class UnitWords
{
    private static readonly string[] Endings =
    [
        "局", "委", "委员会", "办", "办公室", "部", "厅", "院", "室", "所", "站", "队", "中心", "公司", "集团", "银行", "支行", "分行",
        "街道", "街办", "办事处", "镇", "乡", "镇街", "乡镇", "村", "社区", "政府", "管委会", "法院", "检察院", "纪委", "监委", "纪委监委",
        "工会", "妇联", "团委", "工商联", "残联", "科协", "文联", "社科联", "侨联", "红十字会", "贸促会", "供销社", "联社", "联合社", "商会", "协会",
        "学校", "党校", "大学", "学院", "中学", "医院", "馆", "园区", "开发区", "高新区", "经开区", "新区", "示范区", "度假区", "景区", "保税区",
        "单位", "部门", "专班", "指挥部", "领导小组", "工作组", "成员单位", "县", "区", "市", "旗", "州", "省", "城投", "国投", "平台公司", "有关方面",
        "人大", "政协", "常委会", "武装部", "消防大队", "大队", "支队", "总队", "中队", "台", "报社", "传媒", "电力", "供电", "移动", "联通", "电信", "铁塔",
        "部委", "机构", "企业", "运营商", "党委", "党组", "党工委", "工委", "机关工委", "组织部", "宣传部", "统战部", "政法委", "编办", "中心组", "社",
        "府办", "政数局", "发改", "工信", "住建", "财政", "税务", "公安", "厂", "场", "林场", "农场", "分中心", "分局", "团", "处",
    ];

    private static readonly HashSet<string> EndingSet = [.. Endings];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = EndingSet.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the words end as an organ's name does, with a bracketed note or without.</summary>
    public static bool LooksLikeUnit(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        while (words.Length > 0 && words[^1] is '）' or ')' or '〕' or ']' or '］')
        {
            var open = words.LastIndexOfAny("（(〔[［");
            if (open <= 0) return false;
            words = words[..open].TrimEnd();
        }

        if (words.Length is < 2 or > 30) return false;
        for (var length = Math.Min(4, words.Length); length >= 1; length--)
            if (Lookup.Contains(words[^length..])) return true;
        return false;
    }

    /// <summary>True when a list of names may go on here: 区…, 各…, 县….</summary>
    public static bool MayBegin(ReadOnlySpan<char> words) => words.Length > 1 && "区县市省州旗各镇乡街国有相其".Contains(words[0], StringComparison.Ordinal);
}
