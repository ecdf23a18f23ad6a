using Maoding.Domain.Typed;

namespace Maoding.Shared.Workbooks;

/// <summary>One of a few words in a cell.</summary>
public static class ChoiceCell
{
    /// <param name="name">The word of each value.</param>
    public static CellValue<T?> Read<T>(string? text, Func<T, string> name)
        where T : struct, Enum
    {
        var written = TypedText.Name(text);
        if (written.Length == 0) return new(null);
        foreach (var value in Enum.GetValues<T>())
            if (name(value) == written) return new(value);
        return new(null, Wrong(written, Enum.GetValues<T>().Select(name)));
    }

    /// <param name="what">What is chosen, where the column does not say it: 条线.</param>
    public static string Wrong(string written, IEnumerable<string> words, string what = "") =>
        $"没有{what}“{written}”，请写 {string.Join('、', words)} 之一。";
}
