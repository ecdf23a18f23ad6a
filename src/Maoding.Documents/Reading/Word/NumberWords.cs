using System.Text;

namespace Maoding.Documents.Reading.Word;

/// <summary>Writes a number in the formats that word processors know for lists.</summary>
internal static class NumberWords
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Write(int number, string format)
    {
        if (number < 0) return number.ToString();
        return format switch
        {
            "none" or "bullet" => "",
            "decimalZero" => number.ToString("00"),
            "upperLetter" => Letters(number, 'A'),
            "lowerLetter" => Letters(number, 'a'),
            "upperRoman" => Roman(number),
            "lowerRoman" => Roman(number).ToLowerInvariant(),
            "decimalFullWidth" or "decimalFullWidth2" => FullWidth(number),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(number),
            "decimalEnclosedParen" => number is > 0 and <= 20 ? ((char)('⑴' + number - 1)).ToString() : $"({number})",
            "decimalEnclosedFullstop" => number is > 0 and <= 20 ? ((char)('⒈' + number - 1)).ToString() : $"{number}.",
            "ideographEnclosedCircle" => number is > 0 and <= 10 ? ((char)('㊀' + number - 1)).ToString() : number.ToString(),
            "chineseCounting" or "taiwaneseCounting" => number < 100 ? Counting(number, "十百千万", "一二三四五六七八九", "〇") : ByDigit(number),
            "chineseCountingThousand" or "taiwaneseCountingThousand" => Counting(number, "十百千万", "一二三四五六七八九", "零"),
            "japaneseCounting" => Counting(number, "十百千万", "一二三四五六七八九", ""),
            "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" or "koreanDigital2" => ByDigit(number),
            "chineseLegalSimplified" => Counting(number, "拾佰仟万", "壹贰叁肆伍陆柒捌玖", "零"),
            "ideographLegalTraditional" => Counting(number, "拾佰仟萬", "壹貳參肆伍陸柒捌玖", "零"),
            "japaneseLegal" => Counting(number, "拾百阡萬", "壱弐参四伍六七八九", ""),
            "ideographTraditional" => number is > 0 and <= 10 ? Stems[number - 1].ToString() : number.ToString(),
            "ideographZodiac" => number is > 0 and <= 12 ? Branches[number - 1].ToString() : number.ToString(),
            "ideographZodiacTraditional" => number is > 0 and <= 60 ? $"{Stems[(number - 1) % 10]}{Branches[(number - 1) % 12]}" : number.ToString(),
            "numberInDash" => $"- {number} -",
            "ordinal" => number + Ordinal(number),
            "hex" => number.ToString("X"),
            _ => number.ToString(),
        };
    }

    private static string ByDigit(int number) => string.Create(number.ToString().Length, number, static (target, value) =>
    {
        value.TryFormat(target, out _);
        for (var i = 0; i < target.Length; i++) target[i] = Digits[target[i] - '0'];
    });

    private static string FullWidth(int number) => string.Create(number.ToString().Length, number, static (target, value) =>
    {
        value.TryFormat(target, out _);
        for (var i = 0; i < target.Length; i++) target[i] += (char)('０' - '0');
    });

    /// <summary>十, 十一, 一百零一: units from ten up, digits from one, and what stands for skipped places.</summary>
    private static string Counting(int number, string units, string digits, string zero)
    {
        if (number == 0) return zero.Length == 0 ? "〇" : zero;
        if (number >= 100_000_000) return number.ToString();
        if (number >= 10_000)
        {
            var rest = number % 10_000;
            return Counting(number / 10_000, units, digits, zero) + units[3]
                + (rest == 0 ? "" : (rest < 1000 ? zero : "") + Counting(rest, units, digits, zero));
        }

        var words = new StringBuilder();
        var skipped = false;
        for (int place = 3, size = 1000; place >= 0; place--, size /= 10)
        {
            var digit = number / size % 10;
            skipped |= digit == 0 && words.Length > 0;
            if (digit == 0) continue;
            if (skipped) words.Append(zero);
            skipped = false;
            // 十一, not 一十一; but 一百一十一.
            if (!(digit == 1 && place == 1 && words.Length == 0 && units[0] == '十')) words.Append(digits[digit - 1]);
            if (place > 0) words.Append(units[place - 1]);
        }

        return words.ToString();
    }

    // After Z comes AA, then BB: the letter repeated.
    private static string Letters(int number, char first) =>
        number is 0 or > 780 ? number.ToString() : new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string Circled(int number) => number switch
    {
        0 => "⓪",
        <= 20 => ((char)('①' + number - 1)).ToString(),
        <= 35 => ((char)('㉑' + number - 21)).ToString(),
        <= 50 => ((char)('㊱' + number - 36)).ToString(),
        _ => number.ToString(),
    };

    private static string Roman(int number)
    {
        if (number is 0 or > 3999) return number.ToString();
        ReadOnlySpan<(int Size, string Sign)> signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
            (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var words = new StringBuilder();
        foreach (var (size, sign) in signs)
        {
            for (; number >= size; number -= size) words.Append(sign);
        }

        return words.ToString();
    }

    private static string Ordinal(int number) => (number % 100 / 10 == 1 ? 0 : number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
}
