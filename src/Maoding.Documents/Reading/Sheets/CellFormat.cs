using System.Buffers;
using System.Globalization;
using System.Text;

namespace Maoding.Documents.Reading.Sheets;

/// <summary>A number format: what a cell adds to its number, and how many decimals it shows.</summary>
internal sealed record CellFormat(bool IsDate, bool HasTime, int? Decimals, bool Groups, bool Percent, string Before, string After)
{
    public static readonly CellFormat General = new(false, false, null, false, false, "", "");

    private static readonly SearchValues<char> Hours = SearchValues.Create("hmsHMS");

    /// <summary>Reads the first section of a format code; conditions, colours and the other sections do not change what is read.</summary>
    public static CellFormat Parse(string code)
    {
        var (before, after) = (new StringBuilder(), new StringBuilder());
        var (digits, decimals) = (0, 0);
        bool point = false, groups = false, percent = false, date = false, time = false, general = false, other = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var words = digits > 0 ? after : before;
            if (code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase))
            {
                general = true;
                digits++;
                i += "General".Length - 1;
                continue;
            }

            switch (code[i])
            {
                case '"': words.Append(Enclosed(code, '"', ref i)); break;
                case '[':
                    var inside = Enclosed(code, ']', ref i);
                    time |= inside.Length > 0 && inside.IndexOfAnyExcept(Hours) < 0;
                    if (inside.StartsWith("$")) words.Append(inside[1..(inside.IndexOf('-') is var dash and > 0 ? dash : inside.Length)]);
                    break;
                case '\\' or '!' when i + 1 < code.Length: words.Append(code[++i]); break;
                case '_' or '*': i++; break;
                case '0' or '#' or '?':
                    digits++;
                    decimals += point ? 1 : 0;
                    break;
                case '.': point = digits > 0; break;
                case ',': groups = true; break;
                case '%':
                    percent = true;
                    after.Append('%');
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'e' or 'm' or 'M': date = true; break;
                case 'h' or 'H' or 's' or 'S': time = true; break;
                case 'E' or '/' or '@': other = true; break;
                case ' ' or '-' or '(' or ')' or '+' or ':': break;
                default: words.Append(code[i]); break;
            }
        }

        if (digits == 0 && (date || time)) return General with { IsDate = true, HasTime = time };
        return other || digits == 0 ? General : new CellFormat(false, false, general ? null : decimals, groups, percent, before.ToString(), after.ToString());
    }

    public string Write(double number)
    {
        var shown = Percent ? number * 100 : number;
        // Beyond fifteen digits stands only the dirt of binary fractions.
        if (Decimals is not { } decimals || Math.Abs(shown) >= 1e15) return Before + Plain(shown) + After;
        var rounded = Math.Round((decimal)shown, Math.Min(decimals, 15), MidpointRounding.AwayFromZero);
        var format = (Groups ? "#,##0." : "0.") + new string('0', Math.Min(decimals, 15));
        return $"{(rounded < 0 ? "-" : "")}{Before}{Math.Abs(rounded).ToString(format, CultureInfo.InvariantCulture)}{After}";
    }

    private static ReadOnlySpan<char> Enclosed(string code, char close, ref int at)
    {
        var start = at + 1;
        var end = code.IndexOf(close, start);
        at = end < 0 ? code.Length : end;
        return code.AsSpan(start, at - start);
    }

    private static string Plain(double number)
    {
        var plain = number.ToString("G15", CultureInfo.InvariantCulture);
        return plain.Contains('E') && Math.Abs(number) is > 1e-10 and < 1e21
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : plain;
    }
}
