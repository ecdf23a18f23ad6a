using Xunit;

namespace Maoding.Text.Tests;

/// <summary>A breakdown plan is taken at its word: nothing in its rows is guessed from what stands beside the item.</summary>
public class SpeechReaderLedgerTests
{
    private const string Plan = """
        一、重点任务
        1.新建学校3所，新增学位2400个。（牵头单位：区教育局；责任单位：区财政局、区住建局；完成时限：8月底前）
        2.改造老旧小区46个。（牵头单位：区住建局；责任单位：各街道（镇）；完成时限：2026年10月底）
        3.健全督查机制。（牵头单位：区委办）
        """;

    private static readonly Decomposition Read = new SpeechReader().Read(SourceText.FromPlain(Plan), 2026, 2026);

    [Fact]
    public void Commitments_are_the_rows_with_their_own_limits()
    {
        Assert.Equal(3, Read.Ledger!.Count);
        Assert.Equal([new DateOnly(2026, 8, 31), new DateOnly(2026, 10, 31), null], Read.Commitments.Select(c => c.Deadline?.Date));
        Assert.Equal("新建学校3所，新增学位2400个", Read.Commitments[0].Title);
    }

    [Fact]
    public void Names_of_units_beside_an_item_suggest_no_function_and_no_measure()
    {
        Assert.Equal(["教育"], Read.Commitments[0].Functions.Select(f => f.Name));
        Assert.All(Read.Commitments.SelectMany(c => c.Measures), m => Assert.DoesNotContain("单位", m.Measure.Text, StringComparison.Ordinal));
        foreach (var measure in Read.Commitments.SelectMany(c => c.Measures))
            Assert.Equal(measure.Measure.Text, Read.Outline.Source.Slice(measure.Span).ToString());
    }

    [Fact]
    public void Rows_are_not_doubted_and_not_explained_by_weights()
    {
        Assert.DoesNotContain(Read.Review, n => n.Code is ReviewCode.NarrowMargin or ReviewCode.NoFunction);
        Assert.Equal(["任务分解方案照原文读"], new SpeechReader().Explain(Read, Read.Commitments[0].Sentence).Select(e => e.Rule));
    }
}
