namespace Maoding.Text.Ledgers;

/// <summary>
/// Who is named by verbs instead of labels: 由区发改委牵头，区财政局、区住建局配合，6月底前完成. Every piece must be a
/// name, a verb or a time; otherwise it is ordinary prose and nothing is read.
/// </summary>
internal static class DutyPhrase
{
    private static readonly (string Words, LabelRole Role)[] Verbs =
    [
        ("为牵头单位", LabelRole.Lead), ("为牵头部门", LabelRole.Lead), ("为主办单位", LabelRole.Lead), ("为主责单位", LabelRole.Lead), ("牵头组织实施", LabelRole.Lead),
        ("牵头抓总", LabelRole.Lead), ("牵头组织", LabelRole.Lead), ("牵头负责", LabelRole.Lead), ("牵头落实", LabelRole.Lead), ("牵头实施", LabelRole.Lead),
        ("牵头推进", LabelRole.Lead), ("牵头办理", LabelRole.Lead), ("总牵头", LabelRole.Lead), ("牵头", LabelRole.Lead), ("主办", LabelRole.Lead), ("主抓", LabelRole.Lead),
        ("为配合单位", LabelRole.CoUnit), ("为协办单位", LabelRole.CoUnit), ("为参与单位", LabelRole.CoUnit), ("配合落实", LabelRole.CoUnit), ("配合实施", LabelRole.CoUnit),
        ("配合推进", LabelRole.CoUnit), ("配合做好", LabelRole.CoUnit), ("协同配合", LabelRole.CoUnit),
        ("协助配合", LabelRole.CoUnit), ("积极配合", LabelRole.CoUnit), ("按职责配合", LabelRole.CoUnit),
        ("按职责分工配合", LabelRole.CoUnit), ("共同配合", LabelRole.CoUnit), ("协同推进", LabelRole.CoUnit),
        ("协同落实", LabelRole.CoUnit), ("配合", LabelRole.CoUnit), ("协办", LabelRole.CoUnit),
        ("协助", LabelRole.CoUnit), ("协同", LabelRole.CoUnit), ("参与", LabelRole.CoUnit), ("参加", LabelRole.CoUnit), ("分工协作", LabelRole.CoUnit),
        ("为责任单位", LabelRole.Responsible), ("为责任部门", LabelRole.Responsible), ("按照职责分工分别负责", LabelRole.Responsible), ("按照职责分工负责", LabelRole.Responsible),
        ("按照职责分工落实", LabelRole.Responsible), ("按职责分工分别负责", LabelRole.Responsible),
        ("按职责分工负责", LabelRole.Responsible), ("按职责分工落实", LabelRole.Responsible), ("按职责分工", LabelRole.Responsible),
        ("按职能分工负责", LabelRole.Responsible), ("按职责负责", LabelRole.Responsible), ("按分工负责", LabelRole.Responsible),
        ("依职责负责", LabelRole.Responsible), ("分工负责", LabelRole.Responsible),
        ("分别负责", LabelRole.Responsible), ("共同负责", LabelRole.Responsible), ("具体负责", LabelRole.Responsible),
        ("负责落实", LabelRole.Responsible), ("负责实施", LabelRole.Responsible), ("负责", LabelRole.Responsible),
        ("抓落实", LabelRole.Responsible), ("落实", LabelRole.Responsible), ("承办", LabelRole.Responsible),
    ];

    private static readonly string[] Openings = ["此项工作由", "该项工作由", "本项工作由", "以上工作由", "此项任务由", "该项任务由", "此项由", "具体由", "以上由", "由", "请"];

    private static readonly string[] Cues =
        ["牵头", "负责", "配合", "主办", "主抓", "协办", "协同", "协助", "参与", "参加", "协作", "落实", "承办", "会同", "分工", "为责任", "为主责"];

    /// <summary>True when there is any verb to read; names alone have none.</summary>
    public static bool HasVerb(ReadOnlySpan<char> phrase) => LedgerCues.HasAny(phrase, Cues);

    public static Responsibility? Read(ReadOnlySpan<char> phrase)
    {
        var found = new Responsibility();
        var pending = new List<string>();
        var verbs = 0;
        for (var start = 0; start <= phrase.Length;)
        {
            var length = NextSeparator(phrase[start..]);
            if (!AddPiece(Opened(phrase.Slice(start, length)), found, pending, ref verbs)) return null;
            start += length + 1;
        }

        if (pending.Count > 0 && !AddRest(found, pending, verbs)) return null;
        found.Strength = verbs > 0 ? 2 : 1;
        return found.NamesAnyone ? found : null;
    }

    private static bool AddRest(Responsibility found, List<string> pending, int verbs)
    {
        foreach (var name in pending)
        {
            if (!UnitWords.LooksLikeUnit(name)) return false;
            found.AddUnit(verbs > 0 && found.Leads.Count > 0 ? LabelRole.CoUnit : LabelRole.Responsible, name);
        }

        return true;
    }

    private static ReadOnlySpan<char> Opened(ReadOnlySpan<char> piece)
    {
        piece = piece.Trim().TrimEnd("。");
        foreach (var opening in Openings)
            if (piece.StartsWith(opening)) return piece[opening.Length..].TrimStart();
        return piece;
    }

    private static bool AddPiece(ReadOnlySpan<char> piece, Responsibility found, List<string> pending, ref int verbs)
    {
        if (piece.IsEmpty) return true;
        var joint = piece.IndexOf("会同", StringComparison.Ordinal);
        if (joint > 1)
        {
            // 区发改委会同区财政局负责: the first leads, the others join.
            pending.AddRange(NameList.Read(piece[..joint]));
            verbs++;
            if (!Assign(LabelRole.Lead, found, pending)) return false;
            var rest = piece[(joint + 2)..];
            return AddPiece(EndVerb(rest, out _) is var cut and > 0 ? rest[..cut] : rest, found, pending, ref verbs)
                && Assign(LabelRole.CoUnit, found, pending);
        }

        var middle = piece.IndexOf("牵头", StringComparison.Ordinal);
        var end = EndVerb(piece, out var role);
        if (middle > 1 && (end < 0 || middle < end) && middle + 2 < piece.Length && !piece[..middle].EndsWith("为"))
        {
            var first = piece[..(middle + 2)];
            var second = piece[(middle + 2)..].TrimStart();
            if (second is not ("负责" or "抓总" or "落实" or "组织" or "实施" or "推进" or "组织实施"))
                return AddPiece(first, found, pending, ref verbs) && AddPiece(second, found, pending, ref verbs);
        }

        if (end >= 0)
        {
            NameList.Add(piece[..end], pending, people: false);
            verbs++;
            return Assign(role, found, pending);
        }

        if (IsTime(piece))
        {
            found.AddDeadline(piece);
            return true;
        }

        NameList.Add(piece, pending, people: false);
        return piece.Length <= 40;
    }

    private static bool IsTime(ReadOnlySpan<char> piece) =>
        piece.Length <= 24 && !UnitWords.LooksLikeUnit(piece) && (TimeLimit.IsOpenEnded(piece) || TimeLimit.Read(piece, 2000) is not null);

    private static bool Assign(LabelRole role, Responsibility found, List<string> pending)
    {
        foreach (var name in pending)
        {
            if (UnitWords.LooksLikeUnit(name)) found.AddUnit(role, name);
            else if (LooksLikeLeader(name) && role != LabelRole.CoUnit) found.Leaders.Add(name);
            else return false;
        }

        pending.Clear();
        return true;
    }

    private static bool LooksLikeLeader(ReadOnlySpan<char> name)
    {
        var note = name.IndexOfAny('（', '(');
        if (note > 0) name = name[..note];
        if (name.EndsWith("同志")) name = name[..^2];
        foreach (var post in (ReadOnlySpan<string>)["区长", "县长", "市长", "书记", "主任", "常委", "主席", "部长", "镇长", "乡长", "局长"])
            if (name.Contains(post, StringComparison.Ordinal)) return name.Length <= 14;
        return name.Length is 2 or 3 && "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤".Contains(
            name[0], StringComparison.Ordinal);
    }

    private static int EndVerb(ReadOnlySpan<char> piece, out LabelRole role)
    {
        role = LabelRole.None;
        var best = -1;
        foreach (var (words, verbRole) in Verbs)
        {
            if (!piece.EndsWith(words) || (best >= 0 && piece.Length - words.Length >= best)) continue;
            (best, role) = (piece.Length - words.Length, verbRole);
        }

        return best;
    }

    private static int NextSeparator(ReadOnlySpan<char> words)
    {
        var depth = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (Brackets.IsOpen(words[i])) depth++;
            else if (Brackets.IsClose(words[i])) depth--;
            else if (depth <= 0 && words[i] is '；' or ';' or '，' or ',' or '、' or '。' or '\n') return i;
        }

        return words.Length;
    }
}
