using System.Globalization;

namespace Maoding.Documents.Reading.Sheets;

/// <summary>A number format: its sections, and which of them shows a number.</summary>
internal sealed class CellFormat
{
    public static readonly CellFormat General = Parse("General");

    private readonly IReadOnlyList<FormatSection> _sections;

    private CellFormat(IReadOnlyList<FormatSection> sections) => _sections = sections;

    /// <summary>Null for a format of numbers.</summary>
    public DateShape? Date => _sections[0].Date;

    public static CellFormat Parse(string code) => new([.. Split(code).Take(3).Select(s => new SectionParser(s).Read())]);

    public ShownCell Write(double number)
    {
        var at = SectionOf(number);
        if (at < 0) return new ShownCell(FormatSection.PlainText(number));
        var section = _sections[at];
        // The second section shows negative numbers without a sign of its own; with conditions it is one like the others.
        var isNegativeSection = at == 1 && _sections[0].Condition is null && section.Condition is null;
        var words = section.Write(Math.Abs(number), out var isZero);
        // A dash in the place of a nought is how accounts write it.
        if (number == 0 && (words == "-" || (words.Length == 0 && section.ShowsMinus))) return new ShownCell("0");
        if (words.Length == 0) return isZero ? new ShownCell("") : new ShownCell("", ShownCell.Hidden);
        var isNegative = number < 0 && !isZero;
        if (isNegative && isNegativeSection && !section.ShowsMinus) return new ShownCell(words, ShownCell.NoSign);
        return new ShownCell((isNegative || section.ShowsMinus) && !isZero ? $"-{words}" : words);
    }

    private int SectionOf(double number)
    {
        if (!_sections.Any(s => s.Condition is not null))
            return _sections.Count == 1 || number > 0 || (number == 0 && _sections.Count == 2) ? 0 : number < 0 ? 1 : 2;
        for (var i = 0; i < _sections.Count; i++)
            if (_sections[i].Condition is not { } condition || condition.Holds(number)) return i;
        return -1;
    }

    /// <summary>The sections, apart from semicolons that are only shown.</summary>
    private static List<string> Split(string code)
    {
        var (sections, start) = (new List<string>(), 0);
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] is '"' or '[') i = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1) is var close and >= 0 ? close : code.Length;
            else if (code[i] is '\\' or '!' or '_' or '*') i++;
            else if (code[i] == ';')
            {
                sections.Add(code[start..i]);
                start = i + 1;
            }
        }

        sections.Add(code[Math.Min(start, code.Length)..]);
        return sections;
    }
}

/// <summary>[>=10000] before a section.</summary>
internal sealed record FormatCondition(string Sign, double Limit)
{
    public static FormatCondition? Parse(ReadOnlySpan<char> inside)
    {
        var sign = inside.IndexOfAnyExcept("<>=");
        return sign is 1 or 2 && double.TryParse(inside[sign..], NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            ? new FormatCondition(inside[..sign].ToString(), limit) : null;
    }

    public bool Holds(double number) => Sign switch
    {
        "<" => number < Limit,
        "<=" => number <= Limit,
        ">" => number > Limit,
        ">=" => number >= Limit,
        "=" => number == Limit,
        _ => number != Limit,
    };
}
