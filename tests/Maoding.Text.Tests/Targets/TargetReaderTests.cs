using Maoding.Text.Structure;
using Maoding.Text.Targets;
using Xunit;

namespace Maoding.Text.Tests.Targets;

public class TargetReaderTests
{
    [Theory]
    [InlineData(SectionRole.Review)]
    [InlineData(SectionRole.Situation)]
    [InlineData(SectionRole.Closing)]
    public void Sections_about_the_past_hold_no_targets(SectionRole role) =>
        Assert.Empty(TargetReader.Read("地区生产总值增长8%以上。", role));

    [Theory]
    [InlineData("力争规上工业增加值增长9%。", TargetStrength.Strive)]
    [InlineData("确保城镇登记失业率控制在4%以内。", TargetStrength.Ensure)]
    [InlineData("城镇登记失业率控制在4%以内。", TargetStrength.Plain)]
    public void Tells_how_firmly_a_target_is_worded(string sentence, TargetStrength strength) =>
        Assert.Equal(strength, Assert.Single(TargetReader.Read(sentence, SectionRole.Deployment)).Strength);

    [Theory]
    [InlineData("创新方面，地区生产总值增长X%。", "创新")]
    [InlineData("规模以上工业增加值增长X%。", "速度")]
    [InlineData("单位生产总值能耗下降3%。", "绿色")]
    [InlineData("进出口总额增长10%。", "开放")]
    [InlineData("城镇新增就业5000人以上。", "共享")]
    [InlineData("常住人口城镇化率达到60%。", "协调")]
    public void Gives_the_dimension_from_the_sentence_or_the_indicator(string sentence, string dimension) =>
        Assert.Equal(dimension, Assert.Single(TargetReader.Read(sentence, SectionRole.Targets)).Dimension);

    [Theory]
    [InlineData("居民收入增长与经济增长基本同步。", "经济增长")]
    [InlineData("居民人均可支配收入增速高于GDP增速。", "GDP增速")]
    public void Names_what_an_indicator_is_compared_with(string sentence, string partner) =>
        Assert.Equal(partner, Assert.Single(TargetReader.Read(sentence, SectionRole.Targets)).Partner);

    [Fact]
    public void Keeps_redacted_figures_as_redacted()
    {
        var target = Assert.Single(TargetReader.Read("固定资产投资增长X%。", SectionRole.Targets));
        Assert.True(target.Value!.Value.Redacted);
        Assert.Equal("%", target.Unit);
    }

    [Fact]
    public void Leads_each_target_back_to_the_source()
    {
        const string source = "一、2024年主要目标\n今年主要预期目标是： 地区生产总值增长８％左右 ；粮食产量3.2亿斤。\n";
        var outline = OutlineReader.Read(SourceText.FromPlain(source));
        var targets = TargetReader.Read(outline);
        Assert.Equal(["地区生产总值增长８％左右", "粮食产量3.2亿斤"], targets.Select(target => source.Substring(target.Span.Offset, target.Span.Length)));
        Assert.All(targets, target => Assert.NotEmpty(target.Evidence));
    }

    [Fact]
    public void Goals_of_later_years_are_not_this_years_targets()
    {
        const string source = "2024年政府工作报告\n二、2024年重点工作\n到2027年，规上工业企业达到200家。\n今年规上工业企业达到120家。\n";
        var target = Assert.Single(TargetReader.Read(OutlineReader.Read(SourceText.FromPlain(source))));
        Assert.Equal("120", target.Value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("、，；：。")]
    [InlineData("“（《增长8%")]
    [InlineData("”）》，达到X%、和、分别")]
    [InlineData("分别达到80亿元、60亿元")]
    [InlineData("其中3个、5个。")]
    [InlineData("百分之")]
    [InlineData("1.")]
    [InlineData("（三")]
    public void Broken_sentences_do_no_harm(string sentence)
    {
        foreach (var target in TargetReader.Read(sentence, SectionRole.Targets))
            Assert.True(target.Span.Offset >= 0 && target.Span.End <= sentence.Length && target.Span.Length > 0);
    }
}
