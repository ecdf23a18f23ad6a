namespace Maoding.Text.Commitments;

/// <summary>Chinese numerals up to 9999 as official documents use them.</summary>
internal static class QuantityNumerals
{
    public const string Digits = "零一二三四五六七八九";

    /// <summary>No number is written longer; a bound keeps a line of nothing but 一 linear.</summary>
    private const int Longest = 16;

    /// <summary>True for 一 to 九, 十, 两, 百, 千, 零, 〇.</summary>
    public static bool IsNumeral(char c) => c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '两' or '百' or '千' or '零' or '〇';

    /// <summary>The value of a run of Chinese numerals (十二, 一百零五, 两); -1 when it is none.</summary>
    public static int Read(ReadOnlySpan<char> run)
    {
        int total = 0, digit = -1;
        foreach (var c in run)
        {
            var scale = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (scale > 0)
            {
                total += (digit < 0 ? 1 : digit) * scale;
                digit = -1;
            }
            else if (Value(c) is var value and >= 0)
            {
                if (digit > 0) return -1;
                digit = value;
            }
            else
            {
                return -1;
            }
        }

        return run.IsEmpty ? -1 : total + Math.Max(digit, 0);
    }

    /// <summary>Length of the run of Chinese numerals at the start.</summary>
    public static int RunLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < Longest && IsNumeral(text[length])) length++;
        return length;
    }

    private static int Value(char c) => c switch { '两' => 2, '〇' => 0, _ => Digits.IndexOf(c, StringComparison.Ordinal) };
}
