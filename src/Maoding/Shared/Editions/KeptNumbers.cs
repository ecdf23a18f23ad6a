using System.Globalization;
using System.Text;

namespace Maoding.Shared.Editions;

/// <summary>
/// The numbers that a computed paper was made from, kept with it as a file: a head, then a line each with commas between the values. The same
/// lines are made again from the raw facts when editions are verified.
/// </summary>
public static class KeptNumbers
{
    /// <summary>Name of the file, the last one of its edition.</summary>
    public const string FileName = "所用数据.csv";

    private const char Mark = '\uFEFF';

    /// <summary>With the mark that lets spreadsheets read it.</summary>
    public static EditionFile File(IEnumerable<string> lines) =>
        new(FileName, "text/csv", Encoding.UTF8.GetBytes($"{Mark}{string.Join('\n', lines)}\n"));

    public static IReadOnlyList<string> Lines(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart(Mark).TrimEnd('\n').Split('\n');

    /// <summary>One line; nothing for what is not known.</summary>
    public static string Line(params IEnumerable<object?> values) => string.Join(',', values.Select(Text));

    private static string Text(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
