namespace Maoding.Text.Ledgers;

/// <summary>A stretch of words between line ends and notes, with the note that follows it.</summary>
internal sealed class ItemPiece(TextSpan span, ItemNumber number, int line)
{
    /// <summary>The words, without number and outer blanks.</summary>
    public TextSpan Span { get; set; } = span;

    public ItemNumber Number { get; } = number;

    /// <summary>The line it begins in.</summary>
    public int Line { get; } = line;

    public Responsibility? Note { get; set; }
}

/// <summary>Cuts a text into pieces: what the items say, and the brackets, lines and sentences that name the responsible.</summary>
internal sealed class ItemPieces
{
    private const int LongestNote = 800;
    private readonly SourceText _source;
    private readonly IReadOnlyList<TextSpan> _left;
    private readonly bool _bareNames;
    private readonly List<ItemPiece> _pieces = [];
    private int _line;

    private ItemPieces(SourceText source, IReadOnlyList<TextSpan> left, bool bareNames)
    {
        _source = source;
        _left = left;
        _bareNames = bareNames;
    }

    private ReadOnlySpan<char> Text => _source.Text;

    /// <param name="left">Spans read elsewhere (tables), in order: their lines are left out.</param>
    /// <param name="bareNames">Also take a closing bracket that holds nothing but names of units.</param>
    public static List<ItemPiece> Read(SourceText source, IReadOnlyList<TextSpan> left, bool bareNames)
    {
        var reader = new ItemPieces(source, left, bareNames);
        for (; reader._line < source.Lines.Count; reader._line++)
            if (!reader.IsLeft(source.Lines[reader._line].Span)) reader.ReadLine();
        return reader._pieces;
    }

    private bool IsLeft(TextSpan line)
    {
        var (low, high) = (0, _left.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_left[middle].End <= line.Offset) low = middle + 1;
            else high = middle;
        }

        return line.Length > 0 && low < _left.Count && _left[low].Offset < line.End;
    }

    private void ReadLine()
    {
        var (start, end) = (_source.Lines[_line].Span.Offset, _source.Lines[_line].Span.End);
        if (StartsWithLabel(start, end, out var role, out var value))
        {
            if (LedgerLabels.Names(role))
            {
                (start, end) = ReadLabelLine(start, end);
                if (start < end) ReadWords(start, end);
                return;
            }

            if (role == LabelRole.Other) return;
            if (role is LabelRole.Item or LabelRole.Detail) start = value;
        }

        ReadWords(start, end);
    }

    private bool StartsWithLabel(int start, int end, out LabelRole role, out int value)
    {
        var trimmed = start;
        while (trimmed < end && char.IsWhiteSpace(Text[trimmed])) trimmed++;
        var found = LabelledNote.StartsWithLabel(Text[trimmed..end], out role, out value);
        value += trimmed;
        return found;
    }

    // A list that ends in a comma or in an open bracket goes on in the next line.
    private (int From, int End) ReadLabelLine(int start, int end)
    {
        while (_line + 1 < _source.Lines.Count && end - start < LongestNote && GoesOn(start, end))
        {
            _line++;
            end = _source.Lines[_line].Span.End;
        }

        var stop = Text[start..end].IndexOf("。", StringComparison.Ordinal);
        var cut = stop >= 0 && end - start - stop > 2 && !StartsWithLabel(start + stop + 1, end, out _, out _) ? start + stop + 1 : end;
        if (LabelledNote.Read(Text[start..cut]) is { } note) Attach(note);
        return (cut, end);
    }

    private bool GoesOn(int start, int end)
    {
        var next = _source.Lines[_line + 1].Span;
        if (next.Length == 0 || IsLeft(next)) return false;
        var words = Text[start..end].TrimEnd();
        var depth = 0;
        foreach (var c in words) depth += Brackets.IsOpen(c) ? 1 : Brackets.IsClose(c) ? -1 : 0;
        if (depth <= 0 && (words.IsEmpty || words[^1] is not ('、' or '，' or ',' or '：' or ':'))) return false;
        return depth > 0 || (!StartsWithLabel(next.Offset, next.End, out _, out _) && ItemNumber.Read(_source.Slice(next).Trim()).Style == NumberStyle.None);
    }

    private void ReadWords(int start, int end)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            var c = Text[i];
            if (Brackets.IsOpen(c))
            {
                var close = NoteAt(i, end, out var note);
                if (note is not null)
                {
                    Emit(from, i);
                    Attach(note);
                    (from, i, end) = Continue(close, end);
                }
                else if (close < end)
                {
                    i = close;
                }
            }
            else if (c is '：' or ':' or '∶' && LabelledNote.LabelBefore(Text[from..end], i - from, out var label) is var role && LedgerLabels.Names(role))
            {
                Emit(from, from + label);
                (from, end) = ReadLabelLine(from + label, end);
                if (from >= end) return;
                i = from - 1;
            }
        }

        if (!ReadClosingSentence(from, end)) Emit(from, end);
    }

    private (int From, int Last, int End) Continue(int close, int end)
    {
        while (close >= end && _line + 1 < _source.Lines.Count) end = _source.Lines[++_line].Span.End;
        var next = close + 1;
        while (next < end && (char.IsWhiteSpace(Text[next]) || Text[next] is '。' or '；' or ';' or '，' or ',' or '、')) next++;
        return (next, next - 1, end);
    }

    // The index of the closing bracket, or the end of the line where a label's bracket was never closed.
    private int NoteAt(int open, int end, out Responsibility? note)
    {
        note = null;
        var close = Brackets.Close(Text[open..], 0, LongestNote);
        if (close < 0)
        {
            if (!LabelledNote.StartsWithLabel(Text[(open + 1)..end], out var role, out _) || !LedgerLabels.Names(role)) return open;
            note = LabelledNote.Read(Text[(open + 1)..end]);
            return end - 1;
        }

        close += open;
        var inner = Text[(open + 1)..close];
        if (close >= end && inner.Count('\n') > 3) return open;
        var joined = inner.Contains('\n') ? inner.ToString().Replace("\n", "", StringComparison.Ordinal) : null;
        var words = joined ?? inner;
        note = LabelledNote.Read(words) ?? (words.Length <= 300 && MayName(words) ? DutyPhrase.Read(words) : null);
        if (note is { Strength: 1 } && !(_bareNames && IsClosing(close, end) && words.Length >= 3)) note = null;
        return note is null && close >= end ? open : close;
    }

    private bool MayName(ReadOnlySpan<char> words) => _bareNames || DutyPhrase.HasVerb(words);

    private bool IsClosing(int close, int end)
    {
        for (var i = close + 1; i < end; i++)
            if (!char.IsWhiteSpace(Text[i])) return Text[i] is '。' or '；' or ';' && Text[(i + 1)..end].Trim().IsEmpty;
        return true;
    }

    // …建成投用。由区发改委牵头，区财政局配合。
    private bool ReadClosingSentence(int from, int end)
    {
        var words = Text[from..end].TrimEnd().TrimEnd("。");
        var stop = words.LastIndexOfAny("。；;");
        var sentence = words[(stop + 1)..].TrimStart();
        if (sentence.Length is < 6 or > 200
            || !(sentence.StartsWith("由") || sentence.Contains("工作由", StringComparison.Ordinal) || sentence.StartsWith("具体由"))) return false;
        if (!sentence.Contains("牵头", StringComparison.Ordinal) && !sentence.Contains("负责", StringComparison.Ordinal)) return false;
        if (DutyPhrase.Read(sentence) is not { Strength: 2 } note) return false;
        Emit(from, from + stop + 1);
        Attach(note);
        return true;
    }

    private void Attach(Responsibility note)
    {
        if (_pieces.Count == 0) return;
        if (_pieces[^1].Note is { } before) before.Merge(note);
        else _pieces[^1].Note = note;
    }

    private void Emit(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start])) start++;
        while (end > start && (char.IsWhiteSpace(Text[end - 1]) || Text[end - 1] is '—')) end--;
        if (start >= end || Brackets.IsOnlyStops(Text[start..end])) return;
        var number = ItemNumber.Read(Text[start..end]);
        var words = start + number.Length;
        if (words >= end) words = end;
        SplitBefore(number);
        _pieces.Add(new ItemPiece(TextSpan.FromBounds(words, end), number, _line));
    }

    // （一）聚焦产业。1.加快…（牵头）2.…: where 2. follows in the same line, 1. began an item too.
    private void SplitBefore(ItemNumber number)
    {
        if (number.Style == NumberStyle.None || number.Ordinal < 2 || _pieces.Count == 0) return;
        var before = _pieces[^1];
        if (before.Line != _line || before.Number.Style == number.Style) return;
        var words = _source.Slice(before.Span);
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i - 1] is not ('。' or '：' or ':' or '；' or ' ' or '　')) continue;
            var inner = ItemNumber.Read(words[i..]);
            if (inner.Style != number.Style || inner.Ordinal != number.Ordinal - 1) continue;
            var item = new ItemPiece(TextSpan.FromBounds(before.Span.Offset + i + inner.Length, before.Span.End), inner, _line) { Note = before.Note };
            before.Span = new TextSpan(before.Span.Offset, i);
            before.Note = null;
            _pieces.Add(item);
            return;
        }
    }
}
