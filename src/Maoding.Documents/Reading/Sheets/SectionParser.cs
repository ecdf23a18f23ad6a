using System.Buffers;

namespace Maoding.Documents.Reading.Sheets;

/// <summary>Takes one section of a number format apart.</summary>
internal sealed class SectionParser(string code)
{
    private const string Digits = "0#?";

    private static readonly SearchValues<char> Hours = SearchValues.Create("hmsHMS");

    private readonly List<FormatPart> _parts = [];
    private DateShape _shape = new(false, false, false, false);
    private FormatCondition? _condition;
    private int _at;
    private int _commas;
    private int _scale;
    private int _percents;
    private int _decimals;
    private bool _hasPoint;
    private bool _groups;
    private bool _minus;
    private bool _plain;
    private bool _isDate;

    private bool HasDigits => _parts.Exists(p => p.IsPlace);

    public FormatSection Read()
    {
        for (; _at < code.Length; _at++)
        {
            if (!Skips("General", () => Add(FormatPart.Number)) && !Skips("AM/PM", () => { }) && !ReadDate() && !ReadNumber()) ReadWords();
        }

        var isDate = _isDate && !HasDigits;
        // Minutes stand beside hours; alone they would be a month.
        var shape = _shape with { Month = _shape.Month && (!_shape.Time || _shape.Year || _shape.Day) };
        var isPlain = _plain || (_isDate && HasDigits);
        return new FormatSection(_parts, _decimals, _scale + _commas, _percents, _groups, isPlain, _minus, _condition, isDate ? shape : null);
    }

    private bool ReadDate()
    {
        switch (code[_at])
        {
            case 'y' or 'Y' or 'e': _shape = _shape with { Year = true }; break;
            case 'm' or 'M': _shape = _shape with { Month = true }; break;
            // ddd and aaaa are weekdays: no part of the date that can be read.
            case 'd' or 'D' or 'a' or 'A': _shape = _shape with { Day = _shape.Day || Run() < 3 }; break;
            case 'h' or 'H' or 's' or 'S': _shape = _shape with { Time = true }; break;
            default: return false;
        }

        return _isDate = true;
    }

    private bool ReadNumber()
    {
        switch (code[_at])
        {
            case '0' or '#' or '?':
                (_groups, _commas) = (_groups || _commas > 0, 0);
                _decimals += _hasPoint ? 1 : 0;
                Add(new FormatPart(code[_at], ""));
                break;
            case '.':
                // Commas that no digit follows divide by a thousand each.
                (_scale, _commas, _hasPoint) = (_scale + _commas, 0, true);
                Add(FormatPart.Point);
                break;
            case ',': _commas += HasDigits ? 1 : 0; break;
            case '%':
                _percents++;
                Say("%");
                break;
            case 'E' or '/' or '@': _plain = true; break;
            default: return false;
        }

        return true;
    }

    private void ReadWords()
    {
        switch (code[_at])
        {
            case '"': Say(Enclosed('"')); break;
            case '[': ReadBracket(Enclosed(']')); break;
            case '_' or '*': _at++; break;
            case '\\' or '!' when _at + 1 < code.Length:
                _at++;
                ReadSign(isWord: code[_at] is not (' ' or '(' or ')' or '+' or '-'));
                break;
            default: ReadSign(isWord: code[_at] is not (' ' or '(' or ')' or '+' or '-' or ':')); break;
        }
    }

    /// <summary>A minus or a bracket before the digits says that the number is negative; between them a sign is only shown.</summary>
    private void ReadSign(bool isWord)
    {
        if (code[_at] is '-' or '(' && !HasDigits) _minus = true;
        else if (isWord || (code[_at] is '-' or ':' && code.AsSpan(_at).IndexOfAny(Digits) >= 0)) Say(code[_at].ToString());
    }

    /// <summary>A condition, the sign of a currency, or hours that go on beyond a day.</summary>
    private void ReadBracket(string inside)
    {
        if (inside.StartsWith('$')) Say(inside[1..(inside.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 ? dash : inside.Length)]);
        _condition ??= FormatCondition.Parse(inside);
        if (inside.Length == 0 || inside.AsSpan().IndexOfAnyExcept(Hours) >= 0) return;
        (_isDate, _shape) = (true, _shape with { Time = true });
    }

    private bool Skips(string word, Action act)
    {
        if (!code.AsSpan(_at).StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        act();
        _at += word.Length - 1;
        return true;
    }

    private void Add(FormatPart part) => _parts.Add(part);

    private void Say(string words) => Add(new FormatPart(FormatPart.Words, words));

    private int Run()
    {
        var start = _at;
        while (_at + 1 < code.Length && char.ToLowerInvariant(code[_at + 1]) == char.ToLowerInvariant(code[start])) _at++;
        return _at - start + 1;
    }

    private string Enclosed(char close)
    {
        var start = _at + 1;
        var end = code.IndexOf(close, start);
        _at = end < 0 ? code.Length : end;
        return code[Math.Min(start, code.Length).._at];
    }
}
