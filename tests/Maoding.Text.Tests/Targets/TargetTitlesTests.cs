using Maoding.Text.Targets;
using Xunit;

namespace Maoding.Text.Tests.Targets;

/// <summary>A target is said in the words of its document.</summary>
public sealed class TargetTitlesTests
{
    [Theory]
    [InlineData("规模以上工业增加值增长X%", "规模以上工业增加值", "规模以上工业增加值增长X%")]
    [InlineData("进出口总值保持稳定增长", "进出口总值", "进出口总值保持稳定增长")]
    [InlineData("煤电机组基本清零", "煤电机组", "煤电机组基本清零")]
    [InlineData("零就业家庭动态“清零”", "零就业家庭", "零就业家庭动态“清零”")]
    [InlineData("教育、医疗、文化、体育等社会事业全面进步", "教育、医疗、文化、体育等社会事业", "教育、医疗、文化、体育等社会事业全面进步")]
    [InlineData("上半年达80%以上", "新开工项目一季度开工率", "新开工项目开工率上半年达80%以上")]
    [InlineData("年度计划投资X亿元", "重大项目年度计划投资", "重大项目年度计划投资X亿元")]
    [InlineData("增长11%以上", "工业投资", "工业投资增长11%以上")]
    [InlineData("发运650列以上", "国际班列", "国际班列发运650列以上")]
    [InlineData("亩均税收提高到\n\n— 7 —\n\n11万元以上", "亩均税收", "亩均税收提高到11万元以上")]
    public void One_target_stands_as_the_document_says_it(string quote, string name, string title) => Assert.Equal([title], TargetTitles.Of(quote, [name]));

    [Theory]
    [InlineData("单位生产总值能耗下降幅度、主要污染物排放量完成市下达指标", "单位生产总值能耗|主要污染物排放量", "单位生产总值能耗下降幅度完成市下达指标|主要污染物排放量完成市下达指标")]
    [InlineData("生产安全事故起数和死亡人数分别下降10%以上", "生产安全事故起数|生产安全事故死亡人数", "生产安全事故起数下降10%以上|生产安全事故死亡人数下降10%以上")]
    [InlineData("竹木家居、锂电材料、绿色食品产值分别达到80亿元、60亿元、40亿元", "竹木家居产值|锂电材料产值|绿色食品产值",
        "竹木家居产值达到80亿元|锂电材料产值达到60亿元|绿色食品产值达到40亿元")]
    [InlineData("事故起数和死亡人数“双下降”", "事故起数|事故死亡人数", "事故起数下降|事故死亡人数下降")]
    public void Several_targets_of_one_clause_each_have_their_own_part(string quote, string names, string titles) =>
        Assert.Equal(titles.Split('|'), TargetTitles.Of(quote, names.Split('|')));

    [Fact]
    public void A_clause_too_long_for_a_title_gives_none() => Assert.Equal([""], TargetTitles.Of(new string('长', 61), ["长"]));
}
