using System.Text;
using Maoding.Text;

namespace Maoding.Domain.Typed;

/// <summary>What people type or paste, as programs read it.</summary>
public static class TypedText
{
    /// <summary>Half-width letters, digits and marks, one kind of minus, characters for radicals, no signs without a shape, no blanks around it.</summary>
    public static string Plain(string? text)
    {
        var plain = new StringBuilder(PlainForms.Clean(text ?? "").Trim());
        for (var i = 0; i < plain.Length; i++)
            plain[i] = plain[i] switch
            {
                >= '！' and <= '～' => (char)(plain[i] - '！' + '!'),
                '\u3000' or '\u00a0' => ' ',
                '−' or '–' => '-',
                _ => plain[i],
            };
        return plain.ToString();
    }

    /// <summary>A name without the blanks that spread it: 周　砺. Blanks between words of other letters stay.</summary>
    public static string Name(string? text)
    {
        var plain = PlainForms.Clean(text ?? "").Trim();
        var name = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
            if (!char.IsWhiteSpace(plain[i]) || (IsLatin(plain, i - 1, -1) && IsLatin(plain, i + 1, 1))) name.Append(plain[i]);
        return name.ToString();
    }

    /// <summary>The next sign that is no blank is no Chinese one.</summary>
    private static bool IsLatin(string text, int at, int step)
    {
        while (at >= 0 && at < text.Length && char.IsWhiteSpace(text[at])) at += step;
        return at >= 0 && at < text.Length && text[at] < '\u2e80';
    }
}
