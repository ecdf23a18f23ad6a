using System.Globalization;
using System.Text;

namespace Maoding.Documents.Reading.Sheets;

/// <summary>A place for a digit (0, #, ?), the point, a number as it is, or words.</summary>
internal readonly record struct FormatPart(char Kind, string Text)
{
    public const char Words = 'w';

    public static readonly FormatPart Point = new('.', "");

    public static readonly FormatPart Number = new('n', "");

    public bool IsPlace => Kind is not (Words or '.');
}

/// <summary>One section of a number format.</summary>
/// <param name="Decimals">Places after the point.</param>
/// <param name="Scale">How many times it divides by a thousand.</param>
/// <param name="Groups">Digits are grouped by three.</param>
/// <param name="Plain">A fraction or a power: the number is read as it is.</param>
/// <param name="ShowsMinus">A minus or a bracket stands before the number.</param>
/// <param name="Date">Null for a section of numbers.</param>
internal sealed record FormatSection(
    IReadOnlyList<FormatPart> Parts, int Decimals, int Scale, int Percents, bool Groups, bool Plain, bool ShowsMinus,
    FormatCondition? Condition, DateShape? Date)
{
    private const int MostDecimals = 15;

    /// <param name="number">Without its sign.</param>
    /// <param name="isZero">What is shown is nothing but zeros.</param>
    public string Write(double number, out bool isZero)
    {
        isZero = number == 0;
        if (Plain) return PlainText(number);
        if (!Parts.Any(p => p.IsPlace)) return string.Concat(Parts.Select(p => p.Text));
        var shown = number * Math.Pow(100, Percents) / Math.Pow(1000, Scale);
        // Beyond fifteen digits stands only the dirt of binary fractions.
        if (shown >= 1e15 || Parts.Any(p => p == FormatPart.Number)) return Around(PlainText(shown));
        var rounded = Math.Round((decimal)shown, Math.Min(Decimals, MostDecimals), MidpointRounding.AwayFromZero);
        isZero = rounded == 0;
        return Placed(rounded);
    }

    /// <summary>A number without a format.</summary>
    public static string PlainText(double number)
    {
        var plain = number.ToString("G15", CultureInfo.InvariantCulture);
        return plain.Contains('E') && Math.Abs(number) is > 1e-10 and < 1e21
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : plain;
    }

    /// <summary>The words of the format around a number that is written in one piece.</summary>
    private string Around(string number)
    {
        var first = Parts.ToList().FindIndex(p => p.IsPlace);
        return string.Concat(Parts.Select((p, i) => i == first ? number : p.Text));
    }

    private string Placed(decimal rounded)
    {
        var text = rounded.ToString($"F{Math.Min(Decimals, MostDecimals)}", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = point < 0 ? (text, "") : (text[..point], text[(point + 1)..]);
        var before = Parts.TakeWhile(p => p != FormatPart.Point).Where(p => p.IsPlace).Select(p => p.Kind).ToList();
        var after = Parts.SkipWhile(p => p != FormatPart.Point).Where(p => p.IsPlace).Select(p => p.Kind).ToList();
        var kept = Math.Max(after.LastIndexOf('0') + 1, fraction.TrimEnd('0').Length);
        var forced = before.IndexOf('0') is var zero and >= 0 ? before.Count - zero : 0;
        // A nought that no place asks for is not shown; .5 is written with it all the same, as a number is read.
        if (whole == "0" && forced == 0 && kept == 0) whole = "";
        whole = whole.PadLeft(forced, '0');
        var written = new StringBuilder();
        var (place, hasPoint) = (0, false);
        if (before.Count == 0) written.Append(whole);
        foreach (var part in Parts)
        {
            if (!part.IsPlace) written.Append(part == FormatPart.Point && kept > 0 ? "." : part.Text);
            else if (hasPoint) written.Append(place < kept ? fraction[place] : "");
            else Put(written, whole, before.Count, place);
            place = part == FormatPart.Point ? 0 : place + (part.IsPlace ? 1 : 0);
            hasPoint |= part == FormatPart.Point;
        }

        return written.ToString();
    }

    /// <summary>The digits of one place; the first takes all for which there is none.</summary>
    private void Put(StringBuilder written, string whole, int places, int place)
    {
        var last = whole.Length - places + place;
        for (var i = place == 0 ? 0 : Math.Max(0, last); i <= last; i++)
        {
            written.Append(whole[i]);
            var left = whole.Length - i - 1;
            if (Groups && left > 0 && left % 3 == 0) written.Append(',');
        }
    }
}
