using Maoding.TestKit;
using Maoding.Text.Commitments;
using Xunit;

namespace Maoding.Text.Tests.Commitments;

public sealed class JudgingTests
{
    public static TheoryData<SpecExample> Examples => [.. SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Commitments", "任务句.md"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Judges_the_sentences_of_the_specification(SpecExample example)
    {
        var read = Read(example.Text);
        var judged = read.Outline.Sentences.ToLookup(
            s => read.Outline.Words(s).ToString(),
            s => read.Commitments.Any(c => c.Sentence == s) ? "任务" : "不列");
        Assert.All(example.Rows, row => Assert.Equal($"{row["判断"]} {row["句"]}", $"{judged[row["句"]].SingleOrDefault()} {row["句"]}"));
    }

    [Fact]
    public void Every_judgement_names_its_rule_and_words()
    {
        var reader = new SpeechReader();
        var read = reader.Read(SourceText.FromPlain("一、工作回顾\n新建学校3所。\n二、重点工作\n新建学校5所，年底前投用。\n"), null, 2026);
        Assert.Equal("回顾部分不列任务", Assert.Single(reader.Explain(read, read.Outline.Sentences[1])).Rule);
        var evidence = reader.Explain(read, read.Outline.Sentences[3]);
        Assert.NotEmpty(evidence);
        Assert.Contains(evidence, e => e.Words.Length > 0 && "新建学校5所，年底前投用。".Contains(e.Words, StringComparison.Ordinal));
        Assert.True(Assert.Single(read.Commitments).Score > 0);
    }

    [Fact]
    public void A_narrow_judgement_is_shown_for_review_and_a_clear_one_is_not()
    {
        var read = Read(string.Join('\n', SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Commitments", "任务句.md")).Select(e => e.Text)));
        foreach (var commitment in read.Commitments)
        {
            var asked = read.Review.Any(n => n.Code == ReviewCode.NarrowMargin && n.Span == commitment.Sentence.Span);
            Assert.Equal(commitment.Score < CommitmentClassifier.Narrow, asked);
        }
    }

    private static Decomposition Read(string text) => new SpeechReader().Read(SourceText.FromPlain(text), 2026, 2026);
}
