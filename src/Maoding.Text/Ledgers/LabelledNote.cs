namespace Maoding.Text.Ledgers;

/// <summary>Reads 牵头单位：区发改委；责任单位：区财政局；完成时限：6月底前, and the same words without colons.</summary>
internal static class LabelledNote
{
    private readonly record struct Label(LabelRole Role, int Start, int ValueStart);

    /// <summary>What the labels of a bracket or of label lines say; null when there is none.</summary>
    public static Responsibility? Read(ReadOnlySpan<char> note)
    {
        var labels = Find(note);
        if (labels.Count == 0 || labels[0].Start > 40) return null;
        var found = new Responsibility { Strength = 3 };
        if (labels[0].Start > 0) AddPrefix(note[..labels[0].Start], found);
        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Start : note.Length;
            var value = note[labels[i].ValueStart..end].Trim().Trim("；;，,、。|｜*").Trim();
            found.Add(labels[i].Role, Unwrapped(value));
        }

        return found.IsEmpty ? null : found;
    }

    /// <summary>True when a label stands at the very start, after bullets and the like.</summary>
    public static bool StartsWithLabel(ReadOnlySpan<char> line, out LabelRole role, out int valueStart)
    {
        var start = 0;
        var number = ItemNumber.Read(line);
        if (number.Style is NumberStyle.SubItem or NumberStyle.Circled or NumberStyle.Item) start = number.Length;
        while (start < line.Length && (char.IsWhiteSpace(line[start]) || "-—–•●·◆■★☆*#>▲△○◎".Contains(line[start], StringComparison.Ordinal))) start++;
        return LabelAt(line, start, out role, out valueStart);
    }

    /// <summary>A label whose colon is at <paramref name="colon"/> and that begins a clause; gives the label's start.</summary>
    public static LabelRole LabelBefore(ReadOnlySpan<char> text, int colon, out int start)
    {
        var role = LedgerLabels.EndingAt(text, colon, out start);
        if (role == LabelRole.None) return role;
        for (var back = 0; back <= 4; back++)
        {
            if (start == 0 || IsBoundary(text[start - 1])) return role;
            if (!"区县市州省旗镇级直第一共同总局".Contains(text[start - 1], StringComparison.Ordinal)) break;
            start--;
        }

        return LabelRole.None;
    }

    private static bool LabelAt(ReadOnlySpan<char> text, int start, out LabelRole role, out int valueStart)
    {
        (role, valueStart) = (LabelRole.None, start);
        if (start >= text.Length) return false;
        var bracket = Brackets.IsOpen(text[start]);
        role = LedgerLabels.StartingAt(text, bracket ? start + 1 : start, out var end);
        if (role == LabelRole.None && !bracket && "区县市州旗镇".Contains(text[start], StringComparison.Ordinal))
            role = LedgerLabels.StartingAt(text, start + (start + 1 < text.Length && text[start + 1] == '级' ? 2 : 1), out end);
        if (role == LabelRole.None) return false;
        while (end < text.Length && text[end] is ' ' or '　') end++;
        if (!bracket && end < text.Length && text[end] is '（' or '(') end = SkipNote(text, end);
        if (bracket && (end >= text.Length || !Brackets.IsClose(text[end++]))) return false;
        var colon = end;
        while (colon < text.Length && text[colon] is '*' or ' ' or '　') colon++;
        if (colon < text.Length && text[colon] is '：' or ':' or '—' or '﹕' or '∶') valueStart = SkipColons(text, colon);
        else if (bracket || BlankFollows(text, end)) valueStart = end;
        else return false;
        return true;
    }

    private static int SkipNote(ReadOnlySpan<char> text, int open)
    {
        var close = Brackets.Close(text[open..], 0, 14);
        return close < 0 ? open : open + close + 1;
    }

    private static int SkipColons(ReadOnlySpan<char> text, int colon)
    {
        while (colon < text.Length && text[colon] is '：' or ':' or '—' or '﹕' or '∶' or '*') colon++;
        return colon;
    }

    private static bool BlankFollows(ReadOnlySpan<char> text, int end) =>
        end < text.Length && end > 0 && (text[end] == '\t' || text[end - 1] is ' ' or '　') && !text[end..].Trim().IsEmpty;

    private static List<Label> Find(ReadOnlySpan<char> note)
    {
        var labels = new List<Label>();
        if (StartsWithLabel(note, out var first, out var value)) labels.Add(new Label(first, 0, value));
        for (var i = value; i < note.Length; i++)
        {
            if (note[i] is '：' or ':' or '﹕' or '∶')
            {
                var role = LabelBefore(note, i, out var start);
                if (role != LabelRole.None && start >= value) Put(labels, new Label(role, start, value = i + 1));
            }
            else if (Brackets.IsOpen(note[i]) || i == 0 || IsBoundary(note[i - 1]))
            {
                if (WithoutColon(note, i, out var role, out var after)) Put(labels, new Label(role, i, value = after));
                else if (Brackets.IsOpen(note[i])) i = PastBracket(note, i);
            }
        }

        return labels;
    }

    // What stands in brackets inside a value, （联系人：张三）, belongs to the value.
    private static int PastBracket(ReadOnlySpan<char> note, int open)
    {
        var close = Brackets.Close(note, open, 60);
        return close < 0 ? open : close;
    }

    private static void Put(List<Label> labels, Label label)
    {
        if (labels.Count > 0 && labels[^1].ValueStart == label.ValueStart) return;
        labels.Add(label);
    }

    // （牵头单位区发改委，责任单位 区财政局）, 牵头单位为区发改委, 【牵头单位】区发改委.
    private static bool WithoutColon(ReadOnlySpan<char> note, int start, out LabelRole role, out int after)
    {
        if (Brackets.IsOpen(note[start]))
        {
            (role, after) = (LabelRole.None, start);
            // 区发改委（牵头） marks the name before it; 【牵头单位】 is a label wherever it stands.
            var marks = note[start] is '（' or '(' && start > 0 && !IsBoundary(note[start - 1]);
            return !marks && LabelAt(note, start, out role, out after);
        }

        role = LedgerLabels.StartingAt(note, start, out after);
        if (!LedgerLabels.Names(role) || after - start < 4 || after >= note.Length) return false;
        if (note[after] is '：' or ':' or '﹕' or '∶' or '（' or '(' or '、' or '，' or '；' or '）' or '。') return false;
        if (note[after] is '为' or '是' or '由') after++;
        return true;
    }

    private static bool IsBoundary(char c) =>
        char.IsWhiteSpace(c) || Brackets.IsOpen(c) || Brackets.IsClose(c) || "；;，,、。：:∶.*|｜—-●•·◆■★▲".Contains(c, StringComparison.Ordinal);

    private static ReadOnlySpan<char> Unwrapped(ReadOnlySpan<char> value)
    {
        if (value.Length > 2 && value[0] is '【' or '〔' or '[' or '［' && Brackets.Close(value, 0, value.Length) == value.Length - 1) return value[1..^1];
        return value;
    }

    // （王立军牵头，6月底前完成，责任单位：区住建局）
    private static void AddPrefix(ReadOnlySpan<char> prefix, Responsibility found)
    {
        prefix = prefix.Trim().Trim("；;，,、。（(【〔[").Trim();
        if (prefix.IsEmpty) return;
        if (DutyPhrase.Read(prefix) is { Strength: 2 } phrase) found.Merge(phrase);
        else if (prefix.Length <= 24 && (TimeLimit.IsOpenEnded(prefix) || TimeLimit.Read(prefix, 2000) is not null)) found.AddDeadline(prefix);
    }
}
