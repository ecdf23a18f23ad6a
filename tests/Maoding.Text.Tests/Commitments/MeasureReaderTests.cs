using Maoding.TestKit;
using Maoding.Text.Commitments;
using Maoding.Text.Deadlines;
using Xunit;

namespace Maoding.Text.Tests.Commitments;

public sealed class MeasureReaderTests
{
    public static TheoryData<SpecExample> Examples => [.. SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Commitments", "举措.md"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Reads_the_measures_of_the_specification(SpecExample example)
    {
        var expected = example.Rows.Select(row => (row["举措"], row["动词"], row["数量"]));
        var read = MeasureReader.Read(example.Text, 0, DeadlineReader.Read(example.Text, 0, 2025));
        Assert.Equal(expected, read.Select(measure => (measure.Text, measure.Verb, measure.Quantity is { } q ? $"{q.Value}/{q.Unit}/{q.Thing}" : "")));
        Assert.All(read, measure => Assert.Equal(measure.Text, example.Text.Substring(measure.Normal.Offset, measure.Normal.Length)));
    }

    [Fact]
    public void Each_measure_keeps_its_own_deadline()
    {
        const string text = "启动二期改建，6月底前完成招标，年底前路基贯通。";
        var read = MeasureReader.Read(text, 0, DeadlineReader.Read(text, 0, 2025));
        Assert.Equal([null, "6月底前", "年底前"], read.Select(measure => measure.Deadline?.Words));
    }

    [Fact]
    public void A_time_before_the_number_is_not_what_is_counted()
    {
        const string text = "完成6月底前400亩。";
        Assert.Equal("", Assert.Single(MeasureReader.Read(text, 0, DeadlineReader.Read(text, 0, 2026))).Quantity!.Thing);
    }

    [Fact]
    public void A_time_phrase_alone_belongs_to_the_next_measure()
    {
        const string text = "到2027年，建成省级园区5个。";
        var read = Assert.Single(MeasureReader.Read(text, 0, DeadlineReader.Read(text, 0, 2025)));
        Assert.Equal(new DateOnly(2027, 12, 31), read.Deadline!.Date);
    }

    [Fact]
    public void Every_labelled_commitment_of_the_corpus_has_measures_inside_its_sentence()
    {
        Assert.SkipWhen(Corpus.Folder is null, "没有语料文件夹");
        foreach (var (text, year) in LabelledCommitments.All())
        {
            var measures = MeasureReader.Read(text, 0, DeadlineReader.Read(text, 0, year));
            Assert.NotEmpty(measures);
            Assert.All(measures, measure => Assert.Equal(measure.Text, text.Substring(measure.Normal.Offset, measure.Normal.Length)));
        }
    }
}
