using Maoding.Text.Lexicons;

namespace Maoding.Text.Ledgers;

/// <summary>What a label or a column head of a breakdown plan announces.</summary>
internal enum LabelRole
{
    None,
    Leader,

    /// <summary>A second leader: named after the leaders.</summary>
    CoLeader,
    Lead,

    /// <summary>责任单位: the first leads where no lead is named.</summary>
    Responsible,
    CoUnit,
    Deadline,
    Number,

    /// <summary>The item's words.</summary>
    Item,

    /// <summary>What the item is broken into: measures, yearly aims.</summary>
    Detail,
    Area,

    /// <summary>Known, but no part of a ledger row.</summary>
    Other,
}

/// <summary>The labels of ledger-labels.md. Blanks inside a label do not count.</summary>
internal static class LedgerLabels
{
    private const int Longest = 12;
    private static readonly Dictionary<string, LabelRole> Roles = Load();
    private static readonly Dictionary<string, LabelRole>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Roles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Labels whose values make a row; the others only end the value before them.</summary>
    public static bool Names(LabelRole role) => role is >= LabelRole.Leader and <= LabelRole.Deadline;

    /// <summary>The longest label that ends at <paramref name="end"/>, and where it begins; a bracketed note may follow it.</summary>
    public static LabelRole EndingAt(ReadOnlySpan<char> text, int end, out int start)
    {
        start = end = SkipNoteBack(text, end);
        Span<char> packed = stackalloc char[Longest];
        Span<int> places = stackalloc int[Longest];
        var count = 0;
        for (var i = end - 1; i >= 0 && count < Longest; i--)
        {
            if (text[i] == '\n') break;
            if (char.IsWhiteSpace(text[i])) continue;
            if (text[i] is < '一' or > '龥') break;
            count++;
            packed[^count] = text[i];
            places[^count] = i;
        }

        for (var length = count; length >= 2; length--)
        {
            if (!Lookup.TryGetValue(packed[^length..], out var role)) continue;
            start = places[^length];
            return role;
        }

        return LabelRole.None;
    }

    /// <summary>The longest label that begins at <paramref name="start"/>, and where it ends.</summary>
    public static LabelRole StartingAt(ReadOnlySpan<char> text, int start, out int end)
    {
        Span<char> packed = stackalloc char[Longest];
        var (count, role) = (0, LabelRole.None);
        end = start;
        for (var i = start; i < text.Length && count < Longest; i++)
        {
            if (char.IsWhiteSpace(text[i]) && text[i] != '\n') continue;
            if (text[i] is < '一' or > '龥') break;
            packed[count++] = text[i];
            if (count < 2 || !Lookup.TryGetValue(packed[..count], out var found)) continue;
            (role, end) = (found, i + 1);
        }

        return role;
    }

    /// <summary>The role of a column by its head: exactly a label, or one with a place, rank or note around it.</summary>
    public static LabelRole OfHead(string head)
    {
        var packed = string.Concat(head.Where(c => !char.IsWhiteSpace(c) && c is not ('：' or ':' or '*' or '★')));
        if (Lookup.TryGetValue(packed, out var exact)) return exact;
        var open = packed.AsSpan().IndexOfAny('（', '(', '/');
        if (open > 0 && Lookup.TryGetValue(packed.AsSpan(0, open), out var bare)) return bare;
        if (packed.Length is 0 or > 24) return LabelRole.None;
        return ByParts(open > 0 ? packed[..open] : packed);
    }

    // Heads are coined freely (牵头及责任单位, 区级包抓领导, 完成时限及要求): their parts tell.
    private static LabelRole ByParts(string head)
    {
        var unit = head.Contains("单位", StringComparison.Ordinal) || head.Contains("部门", StringComparison.Ordinal);
        if (unit && Has(head, "督办", "督查", "督导", "考核", "验收", "报送", "监管", "指导")) return LabelRole.Other;
        if (unit && Has(head, "牵头及责任", "牵头和责任", "牵头、责任", "牵头与责任", "责任及配合", "责任和配合", "责任、配合")) return LabelRole.Responsible;
        if (unit && Has(head, "配合", "协办", "协同", "协作", "协助", "参与", "其他责任", "其它责任")) return LabelRole.CoUnit;
        if (unit && Has(head, "牵头", "主办", "主责", "第一责任", "主要责任")) return LabelRole.Lead;
        if (unit && Has(head, "责任", "承办", "落实", "实施", "负责")) return LabelRole.Responsible;
        if (head.EndsWith("领导", StringComparison.Ordinal) && head.Length <= 10) return LabelRole.Leader;
        if (Has(head, "完成时限", "完成时间", "完成期限", "时限要求", "办结时限")) return LabelRole.Deadline;
        if (head.Length <= 10 && (head.EndsWith("任务", StringComparison.Ordinal) || head.EndsWith("事项", StringComparison.Ordinal)
            || head.EndsWith("工作内容", StringComparison.Ordinal))) return LabelRole.Item;
        return LabelRole.None;
    }

    private static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static int SkipNoteBack(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && text[end - 1] is ' ' or '\t' or '　') end--;
        if (end == 0 || text[end - 1] is not ('）' or ')')) return end;
        for (var i = end - 2; i >= 0 && end - i <= 12; i--)
            if (text[i] is '（' or '(') return i;
        return end;
    }

    private static Dictionary<string, LabelRole> Load()
    {
        var roles = new Dictionary<string, LabelRole>();
        foreach (var (_, label, words) in LexiconFile.Read("ledger-labels.md"))
        {
            var role = RoleNamed(label);
            foreach (var word in words) roles.TryAdd(word, role);
        }

        return roles;
    }

    private static LabelRole RoleNamed(string label) => label switch
    {
        "领导" => LabelRole.Leader,
        "协管领导" => LabelRole.CoLeader,
        "牵头" => LabelRole.Lead,
        "责任" => LabelRole.Responsible,
        "配合" => LabelRole.CoUnit,
        "时限" => LabelRole.Deadline,
        "编号" => LabelRole.Number,
        "任务" => LabelRole.Item,
        "细目" => LabelRole.Detail,
        "领域" => LabelRole.Area,
        _ => LabelRole.Other,
    };
}
