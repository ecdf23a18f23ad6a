using System.Text.Json;
using Maoding.TestKit;

namespace Maoding.Text.Tests.Commitments;

/// <summary>The sentences that the corpus labels as commitments, normalised, with the year their document plans for.</summary>
internal static class LabelledCommitments
{
    public static IEnumerable<(string Text, int Year)> All()
    {
        foreach (var file in Directory.EnumerateFiles(Corpus.Folder!, "*.labels.jsonl"))
        {
            foreach (var line in File.ReadLines(file))
            {
                using var row = JsonDocument.Parse(line);
                if (row.RootElement.GetProperty("label").GetString() is not ("commitment" or "both")) continue;
                var text = row.RootElement.GetProperty("text").GetString()!;
                yield return (Normalizer.Normalize(SourceText.FromPlain(text)).Text.TrimEnd('\n'), 2022);
            }
        }
    }
}
