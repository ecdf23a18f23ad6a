namespace Maoding.Bench;

/// <summary>Long documents made of the repository's own texts, their order varied so that no cache learns it.</summary>
internal static class BenchText
{
    private static readonly string[] _texts =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "texts"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>A text of exactly <paramref name="length"/> UTF-16 units; the same on every run.</summary>
    public static string Of(int length)
    {
        var random = new Random(2026);
        var text = new System.Text.StringBuilder(length + 20_000);
        while (text.Length < length)
        {
            random.Shuffle(_texts);
            foreach (var part in _texts) text.Append(part.TrimEnd()).Append('\n');
        }

        return text.ToString(0, length);
    }

    /// <summary>Texts that break the habits of documents: one endless paragraph or sentence, one character over and over.</summary>
    public static IEnumerable<(string Name, string Text)> Hostile(int length)
    {
        var text = Of(length);
        yield return ("no line breaks", text.Replace("\n", "", StringComparison.Ordinal));
        yield return ("no full stops", text.Replace('。', '，').Replace('！', '，').Replace('？', '，'));
        yield return ("one sentence", text.Replace("\n", "", StringComparison.Ordinal).Replace('。', '，').Replace('！', '，').Replace('？', '，'));
        yield return ("short lines", text.Replace('，', '\n'));
        foreach (var unit in (string[])["1", "“", "”", "，", "、", "。", "年", "要", "（", "（一）",
            "一、\n", "X%，", "增长5%、", "完成", "和", "“三大攻坚战”", "牵头单位：", "20", "在", "2026年"])
            yield return ($"only {unit.Replace("\n", "⏎", StringComparison.Ordinal)}", string.Concat(Enumerable.Repeat(unit, length / unit.Length)));
    }
}
