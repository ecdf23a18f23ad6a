namespace Maoding.TestKit;

/// <summary>One example of a Markdown specification: a quoted text and the table that says what is read from it.</summary>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Text">The lines of the block quote, joined with LF.</param>
/// <param name="Rows">The table's rows, each a map from column head to cell; empty when a table has only its head.</param>
/// <param name="Line">Line of the block quote in the file, from 1, for messages.</param>
public sealed record SpecExample(string Heading, string Text, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, int Line)
{
    public override string ToString() => $"{Heading}（第{Line}行）";
}

/// <summary>Reads examples from Markdown: a “&gt; quoted” text followed by a table.</summary>
public static class SpecFile
{
    public static IReadOnlyList<SpecExample> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var examples = new List<SpecExample>();
        var heading = "";
        for (var i = 0; i < lines.Length;)
        {
            if (lines[i].StartsWith('#')) heading = lines[i].TrimStart('#').Trim();
            if (!lines[i].StartsWith('>'))
            {
                i++;
                continue;
            }

            var start = i;
            var text = Take(lines, ref i, '>').Select(line => line[1..].TrimStart(' ')).ToList();
            while (i < lines.Length && string.IsNullOrWhiteSpace(lines[i])) i++;
            var table = Take(lines, ref i, '|').Select(Cells).ToList();
            if (table.Count < 2) throw new InvalidDataException($"{path}:{start + 1}: an example needs a table after its quotation");
            var rows = table.Skip(2).Select(row => (IReadOnlyDictionary<string, string>)table[0].Zip(row).ToDictionary(p => p.First, p => p.Second));
            examples.Add(new SpecExample(heading, string.Join('\n', text), rows.ToList(), start + 1));
        }

        return examples;
    }

    private static List<string> Take(string[] lines, ref int i, char mark)
    {
        var taken = new List<string>();
        while (i < lines.Length && lines[i].StartsWith(mark)) taken.Add(lines[i++]);
        return taken;
    }

    private static string[] Cells(string line) => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
}
