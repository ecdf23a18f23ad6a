using Maoding.Text.Commitments;
using Maoding.Text.Lexicons;
using Maoding.Text.Structure;
using Xunit;

namespace Maoding.Text.Tests.Commitments;

public sealed class ClassifierTests
{
    [Fact]
    public void Every_weight_belongs_to_a_feature_and_every_feature_name_is_unique()
    {
        Assert.Equal(CommitmentFeatures.Names.Count, CommitmentFeatures.Names.Distinct().Count());
        Assert.All(
            LexiconFile.Read("commitment-weights.md").Where(e => e.Label != "起点"),
            entry => Assert.Contains(entry.Label, CommitmentFeatures.Names));
        Assert.Single(LexiconFile.Read("commitment-weights.md"), e => e.Label == "起点");
    }

    [Theory]
    [InlineData(SectionRole.Review, "回顾部分不列任务")]
    [InlineData(SectionRole.Opening, "开头部分不列任务")]
    [InlineData(SectionRole.Closing, "结束语和附注不列任务")]
    [InlineData(SectionRole.Deployment, null)]
    [InlineData(SectionRole.Safeguards, null)]
    public void Layout_alone_keeps_past_opening_and_closing_out(SectionRole role, string? rule) =>
        Assert.Equal(rule, CommitmentClassifier.LayoutRule(Sentence(SentenceKind.Body, role)));

    [Fact]
    public void Headings_and_frames_are_never_commitments()
    {
        Assert.NotNull(CommitmentClassifier.LayoutRule(Sentence(SentenceKind.Heading, SectionRole.Deployment)));
        Assert.NotNull(CommitmentClassifier.LayoutRule(Sentence(SentenceKind.Frame, SectionRole.Deployment)));
    }

    [Fact]
    public void The_same_text_is_judged_the_same_each_time()
    {
        const string text = "一、重点工作\n开工建设绕城公路，年内完成路基工程。要扩大开放。加强与周边县区合作，共建产业园区。\n";
        var reader = new SpeechReader();
        var first = reader.Read(SourceText.FromPlain(text), 2026, 2026).Commitments.Select(c => (c.Title, c.Score));
        var second = reader.Read(SourceText.FromPlain(text), 2026, 2026).Commitments.Select(c => (c.Title, c.Score));
        Assert.Equal(first, second);
    }

    private static Sentence Sentence(SentenceKind kind, SectionRole role) => new()
    {
        Index = 0,
        Span = default,
        Normal = default,
        Paragraph = 0,
        Ordinal = 0,
        Kind = kind,
        Role = role,
    };
}
