using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Maoding.Text;
using Maoding.Text.Structure;
using Maoding.Text.Targets;

using Maoding.Shared;
namespace Maoding.Commands.Decomposing;

/// <summary>The stable machine output; docs/decompose-json.md says what each field means.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Report report, Stream stream)
    {
        var read = report.Read;
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        WriteDocument(json, read);
        WriteList(json, "sentences", read.Outline.Sentences, WriteSentence);
        WriteList(json, "commitments", read.Commitments, (w, c) => WriteCommitment(w, c, report));
        WriteList(json, "targets", read.Targets, (w, t) => WriteTarget(w, t, read.Outline.Source));
        WriteList(json, "themes", read.Themes, WriteTheme);
        WriteLedger(json, read);
        WriteList(json, "review", read.Review, (w, n) => WriteNote(w, n, read.Outline.Source));
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }


    private static void WriteDocument(Utf8JsonWriter json, Decomposition read)
    {
        var facts = read.Outline.Facts;
        json.WriteStartObject("document");
        json.WriteString("title", facts.Title);
        json.WriteString("occasion", facts.Occasion);
        json.WriteString("speaker", facts.Speaker);
        json.WriteString("date", facts.Date?.ToString("yyyy-MM-dd"));
        json.WriteNumber("planYear", read.PlanYear);
        json.WriteStartArray("sections");
        foreach (var section in read.Outline.Sections.Skip(1))
        {
            json.WriteStartObject();
            json.WriteNumber("level", section.Level);
            json.WriteString("number", section.Number);
            json.WriteString("title", section.Title);
            json.WriteString("role", RoleName(section.Role));
            WriteSpan(json, section.Heading);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSentence(Utf8JsonWriter json, Sentence sentence)
    {
        WriteSpan(json, sentence.Span);
        json.WriteString("role", sentence.Kind switch
        {
            SentenceKind.Heading => "heading",
            SentenceKind.Frame => "frame",
            _ => RoleName(sentence.Role),
        });
    }

    private static string RoleName(SectionRole role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());

    private static void WriteCommitment(Utf8JsonWriter json, Commitment commitment, Report report)
    {
        json.WriteNumber("no", commitment.Number);
        WriteList(json, "quotes", commitment.Quotes, WriteSpan);
        json.WriteString("title", commitment.Title);
        json.WriteString("section", commitment.Sentence.Section.Path);
        WriteList(json, "measures", commitment.Measures, (w, m) => WriteMeasure(w, m, report.Read.Outline.Source));
        WriteStrings(json, "functions", commitment.Functions.Select(f => f.Name));
        if (report.Units is not null) WriteStrings(json, "units", report.UnitsOf(commitment));
        json.WriteString("deadline", Day(commitment.Deadline?.Date));
        json.WriteString("deadlineText", commitment.Deadline?.Words);
        WriteStrings(json, "themes", commitment.Themes);
        json.WriteNumber("score", Math.Round(commitment.Score, 2));
        json.WriteStartArray("split");
        foreach (var group in commitment.Split)
        {
            json.WriteStartObject();
            json.WriteString("function", group.Function);
            json.WriteStartArray("measures");
            foreach (var index in group.Measures) json.WriteNumberValue(index);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (report.Explain) WriteEvidence(json, report.Evidence(commitment));
    }

    private static void WriteMeasure(Utf8JsonWriter json, AssignedMeasure measure, SourceText source)
    {
        WriteSpan(json, measure.Span);
        json.WriteString("text", source.Slice(measure.Span));
        WriteStrings(json, "functions", measure.Functions.Select(f => f.Name));
        if (measure.Measure.Quantity is not { } quantity)
        {
            json.WriteNull("quantity");
            return;
        }

        json.WriteStartObject("quantity");
        WriteFigure(json, "value", quantity.Value);
        json.WriteString("unit", quantity.Unit);
        json.WriteString("thing", quantity.Thing);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, Target target, SourceText source)
    {
        WriteSpan(json, target.Span);
        json.WriteString("text", source.Slice(target.Span));
        json.WriteString("name", target.Name);
        json.WriteString("kind", PlainNames.CodeOf(target.Kind));
        WriteFigure(json, "value", target.Value);
        WriteFigure(json, "value2", target.Value2);
        json.WriteString("unit", target.Unit);
        json.WriteString("dimension", target.Dimension);
        json.WriteString("partner", target.Partner);
        json.WriteString("strength", JsonNamingPolicy.SnakeCaseLower.ConvertName(target.Strength.ToString()));
        WriteEvidence(json, target.Evidence);
    }

    private static void WriteTheme(Utf8JsonWriter json, Text.Themes.Theme theme)
    {
        json.WriteString("name", theme.Name);
        if (theme.Count is { } count) json.WriteNumber("count", count);
        else json.WriteNull("count");
        WriteStrings(json, "members", theme.Members);
        WriteList(json, "mentions", theme.Spans, WriteSpan);
    }

    private static void WriteLedger(Utf8JsonWriter json, Decomposition read)
    {
        if (read.Ledger is not { } rows)
        {
            json.WriteNull("ledger");
            return;
        }

        WriteList(json, "ledger", rows, (w, row) =>
        {
            WriteSpan(w, row.Span);
            w.WriteString("no", row.Number);
            w.WriteString("text", row.Text);
            WriteStrings(w, "leaders", row.Leaders);
            w.WriteString("lead", row.Leads.Count > 0 ? row.Leads[0] : null);
            WriteStrings(w, "leads", row.Leads);
            WriteStrings(w, "co", [.. row.Leads.Skip(1), .. row.CoUnits]);
            w.WriteString("deadline", Day(row.Deadline));
            w.WriteString("deadlineText", row.DeadlineWords.Length == 0 ? null : row.DeadlineWords);
        });
    }

    private static void WriteNote(Utf8JsonWriter json, ReviewNote note, SourceText source)
    {
        json.WriteString("code", JsonNamingPolicy.SnakeCaseLower.ConvertName(note.Code.ToString()));
        WriteSpan(json, note.Span);
        json.WriteString("place", source.PlaceOf(note.Span.Offset).ToString());
        json.WriteString("message", note.Message);
    }

    private static void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence) => WriteList(json, "evidence", evidence, (w, e) =>
    {
        w.WriteString("rule", e.Rule);
        w.WriteString("words", e.Words);
    });

    private static void WriteFigure(Utf8JsonWriter json, string name, Figure? figure)
    {
        if (figure is not { } known) json.WriteNull(name);
        else if (known.Number is { } number) json.WriteNumber(name, number);
        else json.WriteString(name, "X");
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd");

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("offset", span.Offset);
        json.WriteNumber("length", span.Length);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
