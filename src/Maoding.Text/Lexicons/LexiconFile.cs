namespace Maoding.Text.Lexicons;

/// <summary>
/// A word list kept as Markdown, so that an official can read and correct it: under a heading, lines of the form
/// “- label：word、word、word”. Everything else in the file is explanation.
/// </summary>
public static class LexiconFile
{
    /// <summary>Heading, label and words of every list line of an embedded lexicon, in order.</summary>
    /// <exception cref="InvalidOperationException">No lexicon of that name is embedded.</exception>
    public static IEnumerable<(string Heading, string Label, string[] Words)> Read(string name)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"lexicon {name} is not embedded");
        using var reader = new StreamReader(stream);
        foreach (var entry in Parse(reader)) yield return entry;
    }

    internal static IEnumerable<(string Heading, string Label, string[] Words)> Parse(TextReader reader)
    {
        var heading = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) heading = line.TrimStart('#').Trim();
            if (!line.StartsWith("- ", StringComparison.Ordinal)) continue;
            var colon = line.IndexOf('：', StringComparison.Ordinal);
            if (colon < 0) continue;
            var words = line[(colon + 1)..].Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            yield return (heading, line[2..colon].Trim(), words);
        }
    }
}
