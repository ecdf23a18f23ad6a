using System.Text.Json;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests.Commands.Decomposing;

/// <summary>The machine output as docs/decompose-json.md promises it.</summary>
public sealed class JsonReportTests
{
    private static readonly Lazy<JsonDocument> _speech = new(() => Json.Of(Cli.Speech));
    private static readonly Lazy<JsonDocument> _plan = new(() => Json.Of(Cli.Plan));
    private static readonly string _speechText = File.ReadAllText(Cli.Speech);

    private static JsonElement Speech => _speech.Value.RootElement;

    [Fact]
    public void Has_the_promised_fields_in_a_fixed_order()
    {
        Assert.Equal(["document", "sentences", "commitments", "targets", "themes", "ledger", "review"], Names(Speech));
        Assert.Equal(["title", "occasion", "speaker", "date", "planYear", "sections"], Names(Speech.GetProperty("document")));
        AssertEach("sentences", "offset", "length", "role");
        AssertEach("commitments", "no", "quotes", "title", "section", "measures", "functions", "deadline", "deadlineText", "themes", "score", "split");
        AssertEach("targets", "offset", "length", "text", "name", "kind", "value", "value2", "unit", "dimension", "partner", "strength", "evidence");
        AssertEach("themes", "name", "count", "members", "mentions");
        AssertEach("review", "code", "offset", "length", "place", "message");
        Assert.All(Measures(Speech), m => Assert.Equal(["offset", "length", "text", "functions", "quantity"], Names(m)));
        Assert.Equal(JsonValueKind.Null, Speech.GetProperty("ledger").ValueKind);
        Assert.All(
            _plan.Value.RootElement.GetProperty("ledger").EnumerateArray(),
            row => Assert.Equal(["offset", "length", "no", "text", "leaders", "lead", "leads", "co", "deadline", "deadlineText"], Names(row)));
    }

    [Fact]
    public void Offsets_are_UTF16_units_into_the_text_with_LF_line_ends()
    {
        foreach (var quoted in Measures(Speech).Concat(Speech.GetProperty("targets").EnumerateArray()))
            Assert.Equal(quoted.GetProperty("text").GetString(), Words(quoted));
        foreach (var quote in Speech.GetProperty("commitments").EnumerateArray().SelectMany(c => c.GetProperty("quotes").EnumerateArray()))
            Assert.Contains(Words(quote)[^1], "。！？；：”）");
        foreach (var theme in Speech.GetProperty("themes").EnumerateArray())
            Assert.All(theme.GetProperty("mentions").EnumerateArray(), m => Assert.Contains(theme.GetProperty("name").GetString()!, Words(m)));
        foreach (var section in Speech.GetProperty("document").GetProperty("sections").EnumerateArray())
            Assert.Contains(section.GetProperty("title").GetString()!, Words(section));
    }

    [Fact]
    public void Sentences_are_in_order_and_every_quote_and_target_lies_in_one()
    {
        var sentences = Speech.GetProperty("sentences").EnumerateArray().Select(Span).ToList();
        Assert.All(sentences.Zip(sentences.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.Subset(
            sentences.ToHashSet(),
            Speech.GetProperty("commitments").EnumerateArray().Select(c => Span(c.GetProperty("quotes")[0])).ToHashSet());
        Assert.All(
            Speech.GetProperty("targets").EnumerateArray().Select(Span),
            target => Assert.Contains(sentences, s => s.Start <= target.Start && target.End <= s.End));
        Assert.All(
            Speech.GetProperty("commitments").EnumerateArray(),
            c => Assert.All(c.GetProperty("measures").EnumerateArray().Select(Span),
                m => Assert.True(Span(c.GetProperty("quotes")[0]).Start <= m.Start && m.End <= Span(c.GetProperty("quotes")[0]).End)));
    }

    [Fact]
    public void Values_come_from_the_promised_sets()
    {
        string[] roles = ["frame", "heading", "opening", "review", "situation", "targets", "deployment", "safeguards", "closing"];
        string[] kinds = ["growth_at_least", "growth_about", "level_at_least", "level_at_most", "level_about", "change_down",
            "share_at_least", "rank_top", "stable", "quota", "outpace", "in_step", "improve", "zero", "amount", "raise_by", "other"];
        string?[] dimensions = ["速度", "创新", "协调", "绿色", "开放", "共享", null];
        Assert.All(Speech.GetProperty("sentences").EnumerateArray(), s => Assert.Contains(s.GetProperty("role").GetString(), roles));
        Assert.All(Speech.GetProperty("targets").EnumerateArray(), target =>
        {
            Assert.Contains(target.GetProperty("kind").GetString(), kinds);
            Assert.Contains(target.GetProperty("dimension").GetString(), dimensions);
            Assert.Contains(target.GetProperty("strength").GetString(), (string[])["plain", "strive", "ensure"]);
            AssertFigure(target.GetProperty("value"));
            AssertFigure(target.GetProperty("value2"));
        });
        Assert.All(Speech.GetProperty("commitments").EnumerateArray(), (commitment, i) =>
        {
            Assert.Equal(i + 1, commitment.GetProperty("no").GetInt32());
            Assert.InRange(commitment.GetProperty("title").GetString()!.Length, 2, 48);
            Assert.True(commitment.GetProperty("score").GetDouble() >= 0);
            if (commitment.GetProperty("deadline").GetString() is { } day) Assert.Matches(@"^20\d\d-\d\d-\d\d$", day);
        });
        Assert.All(Measures(Speech).Select(m => m.GetProperty("quantity"))
            .Where(q => q.ValueKind != JsonValueKind.Null), q => AssertFigure(q.GetProperty("value")));
    }

    [Fact]
    public void Redacted_figures_stay_X_and_ask_for_a_person()
    {
        using var folder = new TempFolder();
        using var json = Json.Of(folder.Write("讲话.txt", "二、主要目标\n2026年全区生产总值增长X%以上。\n三、重点工作\n新增学位X个。\n"));
        Assert.Equal("X", Assert.Single(json.RootElement.GetProperty("targets").EnumerateArray()).GetProperty("value").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("review").EnumerateArray().Count(n => n.GetProperty("code").GetString() == "placeholder"));
    }

    [Fact]
    public void Every_field_is_documented()
    {
        var text = File.ReadAllText(Path.Combine(Corpus.Root, "docs", "decompose-json.md"));
        var names = new HashSet<string>();
        Collect(Speech, names);
        Collect(_plan.Value.RootElement, names);
        Assert.DoesNotContain(names, n => !text.Contains($"`{n}`", StringComparison.Ordinal));
    }

    private static void Collect(JsonElement element, HashSet<string> names)
    {
        if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) Collect(item, names);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var property in element.EnumerateObject())
        {
            names.Add(property.Name);
            Collect(property.Value, names);
        }
    }

    private static void AssertEach(string list, params string[] names) =>
        Assert.All(Speech.GetProperty(list).EnumerateArray(), item => Assert.Equal(names, Names(item)));

    private static void AssertFigure(JsonElement value) =>
        Assert.True(value.ValueKind is JsonValueKind.Number or JsonValueKind.Null || value.GetString() == "X");

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    private static IEnumerable<JsonElement> Measures(JsonElement root) =>
        root.GetProperty("commitments").EnumerateArray().SelectMany(c => c.GetProperty("measures").EnumerateArray());

    private static string Words(JsonElement span) => _speechText.Substring(span.GetProperty("offset").GetInt32(), span.GetProperty("length").GetInt32());

    private static (int Start, int End) Span(JsonElement span) =>
        (span.GetProperty("offset").GetInt32(), span.GetProperty("offset").GetInt32() + span.GetProperty("length").GetInt32());
}
