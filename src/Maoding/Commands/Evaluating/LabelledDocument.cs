using System.Text.Json;
using Maoding.Documents.Reading;
using Maoding.Text;

namespace Maoding.Commands.Evaluating;

/// <summary>A labelled target: its words in the source and what they mean.</summary>
internal sealed record LabelledTarget(TextSpan Span, string Text, string Name, string Kind, string? Value, string? Value2, string? Unit);

/// <summary>A labelled sentence.</summary>
internal sealed record LabelledSentence(TextSpan Span, string Text, bool IsCommitment, IReadOnlyList<LabelledTarget> Targets, IReadOnlyList<string> Units);

/// <summary>A document of a corpus folder with its labels.</summary>
internal sealed record LabelledDocument(string Name, SourceText Source, IReadOnlyList<LabelledSentence> Sentences)
{
    /// <exception cref="EvaluationException">A label file is damaged; the message names file and line.</exception>
    public static IReadOnlyList<LabelledDocument> ReadFolder(string folder) =>
    [
        .. from labels in Directory.GetFiles(folder, "*.labels.jsonl").Order(StringComparer.Ordinal)
           let text = labels.Replace(".labels.jsonl", ".txt", StringComparison.Ordinal)
           where File.Exists(text)
           select Read(text, labels),
    ];

    private static LabelledDocument Read(string text, string labels)
    {
        var sentences = new List<LabelledSentence>();
        var line = 0;
        foreach (var row in File.ReadLines(labels))
        {
            line++;
            if (string.IsNullOrWhiteSpace(row)) continue;
            try
            {
                using var json = JsonDocument.Parse(row);
                sentences.Add(Sentence(json.RootElement));
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new EvaluationException("EVA003", $"“{labels}”第 {line} 行不是完整的标注，请改正这一行。");
            }
        }

        return new LabelledDocument(Path.GetFileNameWithoutExtension(text), DocumentReader.Read(text), sentences);
    }

    private static LabelledSentence Sentence(JsonElement row)
    {
        var span = new TextSpan(row.GetProperty("offset").GetInt32(), row.GetProperty("length").GetInt32());
        var text = Words(row, "text");
        var targets = new List<LabelledTarget>();
        if (row.TryGetProperty("targets", out var list) && list.ValueKind == JsonValueKind.Array)
            foreach (var target in list.EnumerateArray()) targets.Add(Target(target, span, text));
        string[] units = row.TryGetProperty("units", out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Select(n => n.GetString()!)]
            : [];
        return new LabelledSentence(span, text, row.GetProperty("label").GetString() is "commitment" or "both", targets, units);
    }

    private static LabelledTarget Target(JsonElement target, TextSpan sentence, string text)
    {
        var words = Words(target, "text");
        var at = Math.Max(0, text.IndexOf(words, StringComparison.Ordinal));
        return new LabelledTarget(
            new TextSpan(sentence.Offset + at, words.Length),
            words,
            Words(target, "name"),
            Words(target, "kind"),
            Value(target, "value"),
            Value(target, "value2"),
            target.TryGetProperty("unit", out var unit) ? unit.GetString() : null);
    }

    private static string Words(JsonElement row, string name) =>
        row.GetProperty(name).GetString() ?? throw new InvalidOperationException($"{name} is null");

    /// <summary>A figure as comparable words: trailing zeros dropped, X kept, null for none.</summary>
    private static string? Value(JsonElement target, string name)
    {
        if (!target.TryGetProperty(name, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.Number => new Text.Targets.Figure(value.GetDecimal()).ToString(),
            JsonValueKind.String => value.GetString(),
            _ => null,
        };
    }
}
