using System.Globalization;
using System.Text.RegularExpressions;

namespace Maoding.Domain.Typed;

/// <summary>A number as people write it, the same in every form and cell: 12000, 12,000, 350.5, －３．２.</summary>
public static partial class TypedNumber
{
    /// <summary>Null for whatever is no number: commas that do not group by three, numerals, words.</summary>
    public static decimal? Read(string? text)
    {
        var plain = TypedText.Plain(text);
        return Number().IsMatch(plain) && decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A whole number without sign or commas.</summary>
    public static int? Whole(string? text) =>
        int.TryParse(TypedText.Plain(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?$")]
    private static partial Regex Number();
}
