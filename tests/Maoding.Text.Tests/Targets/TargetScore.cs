using System.Text;
using System.Text.Json;
using Maoding.Text.Structure;
using Maoding.Text.Targets;

namespace Maoding.Text.Tests.Targets;

/// <summary>Scores the targets found in one labelled document as corpus/README.md says.</summary>
internal sealed class TargetScore
{
    private readonly StringBuilder _misses = new();

    private sealed record Labelled(TextSpan Span, string Name, string Kind, string? Value, string? Unit, string Text);

    public int Found { get; private set; }

    public int Wanted { get; private set; }

    public int Right { get; private set; }

    public int Named { get; private set; }

    public double F1 => Found + Wanted == 0 ? 1 : 2.0 * Right / (Found + Wanted);

    public string Misses => _misses.ToString();

    public override string ToString() =>
        $"P {(double)Right / Math.Max(1, Found):0.000} R {(double)Right / Math.Max(1, Wanted):0.000} F1 {F1:0.000} names "
            + $"{(double)Named / Math.Max(1, Right):0.000} ({Right} right, {Found} found, {Wanted} labelled)";

    public static TargetScore Of(string textPath)
    {
        var score = new TargetScore();
        var outline = OutlineReader.Read(SourceText.FromPlain(File.ReadAllText(textPath)));
        var found = TargetReader.Read(outline);
        foreach (var line in File.ReadLines(Path.ChangeExtension(textPath, ".labels.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            score.Add(row.RootElement, found, outline.Source.Text);
        }

        return score;
    }

    public void Add(TargetScore other)
    {
        Found += other.Found;
        Wanted += other.Wanted;
        Right += other.Right;
        Named += other.Named;
    }

    private void Add(JsonElement row, IReadOnlyList<Target> all, string source)
    {
        var sentence = new TextSpan(row.GetProperty("offset").GetInt32(), row.GetProperty("length").GetInt32());
        var found = all.Where(target => sentence.Contains(target.Span)).ToList();
        var wanted = new List<Labelled>();
        if (row.TryGetProperty("targets", out var targets) && targets.ValueKind == JsonValueKind.Array)
            foreach (var target in targets.EnumerateArray())
                wanted.Add(Label(target, sentence, source));
        Found += found.Count;
        Wanted += wanted.Count;
        foreach (var pass in new Func<Target, Labelled, bool>[] { (t, l) => Agrees(t, l) && t.Name == l.Name, Agrees })
            foreach (var label in wanted.ToList())
            {
                var hit = found.Find(target => pass(target, label));
                if (hit is null) continue;
                found.Remove(hit);
                wanted.Remove(label);
                Right++;
                if (hit.Name == label.Name) Named++;
                else _misses.AppendLine($"  name  {hit.Name} ≠ {label.Name}");
            }

        if (found.Count + wanted.Count == 0) return;
        _misses.AppendLine(row.GetProperty("text").GetString());
        foreach (var label in wanted) _misses.AppendLine($"  missed {label.Name} | {label.Kind} | {label.Value} | {label.Unit} | {label.Text}");
        foreach (var target in found) _misses.AppendLine(
            $"  wrong  {target.Name} | {Snake(target.Kind)} | {target.Value} | {target.Unit} | {source.AsSpan(target.Span.Offset, target.Span.Length)}");
    }

    private static Labelled Label(JsonElement target, TextSpan sentence, string source)
    {
        var text = target.GetProperty("text").GetString()!;
        var at = source.IndexOf(text, sentence.Offset, sentence.Length, StringComparison.Ordinal);
        return new Labelled(new TextSpan(at, text.Length), target.GetProperty("name").GetString()!, target.GetProperty("kind").GetString()!,
            Value(target, "value"), Value(target, "unit"), text);
    }

    private static string? Value(JsonElement target, string name) =>
        !target.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number ? new Figure(value.GetDecimal()).ToString() : value.GetString();

    private static bool Agrees(Target target, Labelled label) =>
        target.Span.Overlap(label.Span) > 0.5 && Snake(target.Kind) == label.Kind && target.Value?.ToString() == label.Value && target.Unit == label.Unit;

    public static string Snake(TargetKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
