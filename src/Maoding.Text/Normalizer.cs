using System.Buffers;

namespace Maoding.Text;

/// <summary>Turns a source text into the text that rules read, keeping the way back to every character.</summary>
public static class Normalizer
{
    private static readonly char[] _plain = Forms();

    /// <summary>One paragraph a line, blank lines dropped; see <see cref="NormalText"/> for what else changes.</summary>
    public static NormalText Normalize(SourceText source)
    {
        var writer = new Writer(source.Text);
        var layout = LineLayout.Of(source);
        var open = false;
        for (var i = 0; i < source.Lines.Count; i++)
        {
            if (layout.Skips(i)) continue;
            if (open && !layout.Continues(i)) writer.EndParagraph();
            writer.Line(source.Lines[i].Span);
            open = true;
        }

        if (open) writer.EndParagraph();
        return writer.Finish();
    }

    /// <summary>A text without signs that only look like others, and without signs that look like nothing.</summary>
    public static string Clean(string text) => PlainForms.Clean(text);

    /// <summary>Half-width letters, digits, percent and full stops of full-width ones, characters of radicals; '\0' of what has no shape.</summary>
    private static char[] Forms()
    {
        var forms = new char[char.MaxValue + 1];
        for (var i = 0; i < forms.Length; i++) forms[i] = PlainForms.Of((char)i);
        foreach (var (first, last) in new[] { ('０', '９'), ('Ａ', 'Ｚ'), ('ａ', 'ｚ') })
            for (var c = first; c <= last; c++)
                forms[c] = (char)(c - '０' + '0');
        forms['％'] = '%';
        forms['．'] = '.';
        forms['　'] = forms['\t'] = forms['\u00a0'] = forms['\u2002'] = forms['\u2003'] = ' ';
        forms['﹐'] = '，';
        forms['﹔'] = '；';
        forms['～'] = '~';
        return forms;
    }

    /// <summary>Writes normal text and notes each place where its distance from the source changes.</summary>
    private sealed class Writer(string source)
    {
        private readonly char[] _text = ArrayPool<char>.Shared.Rent(source.Length + 1);
        private readonly List<int> _starts = [];
        private readonly List<int> _sources = [];
        private int _length;
        private int _distance = int.MinValue;
        private int _lineEnd;

        public void Line(TextSpan line)
        {
            var lineStart = _length;
            for (var i = line.Offset; i < line.End; i++)
            {
                var c = _plain[source[i]];
                if (c is > '\0' and < '\u0080') c = AsciiForm(c, i, line, lineStart);
                else if (IsFootnoteMark(c, i, line, lineStart)) c = '\0';
                if (c == '\0') continue;
                var distance = i - _length;
                if (distance != _distance)
                {
                    _starts.Add(_length);
                    _sources.Add(i);
                    _distance = distance;
                }

                _text[_length++] = c;
            }

            _lineEnd = line.End;
        }

        public void EndParagraph()
        {
            if (_length == 0 || _text[_length - 1] == '\n') return;
            _starts.Add(_length);
            _sources.Add(_lineEnd);
            _distance = int.MinValue;
            _text[_length++] = '\n';
        }

        public NormalText Finish()
        {
            var text = new string(_text, 0, _length);
            ArrayPool<char>.Shared.Return(_text);
            return new NormalText(text, [.. _starts], [.. _sources], source.Length);
        }

        /// <summary>What an ASCII character becomes here; '\0' when it is dropped.</summary>
        private char AsciiForm(char c, int i, TextSpan line, int lineStart)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '%' or '.') return c;
            var before = _length > lineStart ? _text[_length - 1] : '\0';
            var after = i + 1 < line.End ? _plain[source[i + 1]] : '\0';
            switch (c)
            {
                case ' ':
                    return char.IsAsciiLetter(before) && char.IsAsciiLetter(after) ? ' ' : '\0';
                case ',':
                    if (char.IsAsciiDigit(before) && IsThousands(i, line)) return '\0';
                    return '，';
                case ';': return '；';
                case ':': return char.IsAsciiDigit(before) && char.IsAsciiDigit(after) ? ':' : '：';
                case '?': return '？';
                case '!': return '！';
                case '(': return '（';
                case ')': return '）';
                default: return c;
            }
        }

        /// <summary>A comma that groups digits by three (1,200), not one that separates two figures.</summary>
        private bool IsThousands(int i, TextSpan line)
        {
            var digits = 0;
            for (var j = i + 1; j < line.End && char.IsAsciiDigit(_plain[source[j]]); j++) digits++;
            return digits == 3;
        }

        /// <summary>①②③ right after a word is a footnote mark; at a line's start or after punctuation it is a number.</summary>
        private bool IsFootnoteMark(char c, int i, TextSpan line, int lineStart)
        {
            if (c is < '①' or > '⑳' || _length == lineStart) return false;
            var before = _text[_length - 1];
            return before is not ('，' or '；' or '：' or '。' or '、' or '！') || i + 1 >= line.End;
        }
    }
}
