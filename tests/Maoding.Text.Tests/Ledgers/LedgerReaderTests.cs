using Maoding.TestKit;
using Maoding.Text.Ledgers;
using Xunit;

namespace Maoding.Text.Tests.Ledgers;

public class LedgerReaderTests
{
    public static TheoryData<SpecExample> Examples() => [.. SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Ledgers", "台账.md"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Reads_every_example_of_the_specification(SpecExample example)
    {
        var rows = LedgerReader.Read(SourceText.FromPlain(example.Text), 2026);
        if (example.Rows.Count == 0)
        {
            Assert.Null(rows);
            return;
        }

        Assert.NotNull(rows);
        var expected = example.Rows.Select(row => string.Join(" | ", row["编号"], row["任务"], row["领导"], row["牵头"], row["配合"], row["时限"], row["日期"]));
        Assert.Equal(string.Join('\n', expected), string.Join('\n', rows.Select(Line)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Spans_begin_and_end_with_the_words_of_the_item(SpecExample example)
    {
        var source = SourceText.FromPlain(example.Text);
        foreach (var row in LedgerReader.Read(source, 2026) ?? [])
        {
            var words = source.Slice(row.Span).ToString();
            Assert.Equal(row.Text[..2], words[..2]);
            Assert.Equal(row.Text[^2..], words[^2..]);
        }
    }

    [Theory]
    [InlineData("plenary-speech.txt")]
    [InlineData("work-report-2022.txt")]
    [InlineData("county-work-report.txt")]
    public void A_speech_or_report_is_no_ledger(string file)
    {
        Assert.SkipWhen(Corpus.Folder is null, "the corpus folder is not beside this checkout");
        var text = File.ReadAllText(Path.Combine(Corpus.Folder, file));
        Assert.Null(LedgerReader.Read(SourceText.FromPlain(text), 2026));
    }

    [Fact]
    public void An_empty_text_is_no_ledger() => Assert.Null(LedgerReader.Read(SourceText.FromPlain(""), 2026));

    [Theory]
    [InlineData("（（（（（（牵头单位：")]
    [InlineData("牵头单位：\n责任单位：\n完成时限：")]
    [InlineData("1.（责任单位：）")]
    [InlineData("）））责任单位：区财政局（")]
    public void Broken_brackets_and_empty_labels_do_no_harm(string text) => LedgerReader.Read(SourceText.FromPlain(text), 2026);

    [Fact]
    public void Unclosed_brackets_without_end_are_read_to_the_end()
    {
        var text = string.Concat(Enumerable.Repeat("1.改造小区（责任单位：区住建局\n", 20_000));
        Assert.NotNull(LedgerReader.Read(SourceText.FromPlain(text), 2026));
    }

    internal static string Line(LedgerRow row) =>
        string.Join(" | ", row.Number, row.Text, string.Join('；', row.Leaders), string.Join('；', row.Leads),
            string.Join('；', row.CoUnits), row.DeadlineWords, row.Deadline?.ToString("yyyy-MM-dd"));
}
