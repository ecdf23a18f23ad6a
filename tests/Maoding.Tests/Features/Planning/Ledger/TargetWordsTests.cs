using Maoding.Features.Planning.Ledger;
using Maoding.Text.Targets;
using Xunit;

namespace Maoding.Tests.Features.Planning.Ledger;

public sealed class TargetWordsTests
{
    [Theory]
    [InlineData("地区生产总值", TargetKind.GrowthAbout, "6.2", "%", "", "地区生产总值增长6.2%左右")]
    [InlineData("规模以上工业增加值", TargetKind.GrowthAtLeast, "7", "%", "", "规模以上工业增加值增长7%")]
    [InlineData("一般公共预算收入", TargetKind.GrowthAtLeast, "4—5", "%", "", "一般公共预算收入增长4%—5%")]
    [InlineData("固定资产投资", TargetKind.GrowthAtLeast, "X", "%", "", "固定资产投资增长X%")]
    [InlineData("PM2.5平均浓度", TargetKind.LevelAtMost, "38", "微克/立方米", "", "PM2.5平均浓度不超过38微克/立方米")]
    [InlineData("税收占比", TargetKind.ShareAtLeast, "72", "%", "", "税收占比达到72%")]
    [InlineData("省控断面水质达标率", TargetKind.ShareAtLeast, "100", "%", "", "省控断面水质达标率达到100%")]
    [InlineData("进出口总值", TargetKind.LevelAtLeast, "42", "亿元", "", "进出口总值达到42亿元")]
    [InlineData("净增高新技术企业", TargetKind.LevelAtLeast, "30", "家", "", "净增高新技术企业30家")]
    [InlineData("城镇调查失业率", TargetKind.LevelAbout, "5.5", "%", "", "城镇调查失业率保持在5.5%左右")]
    [InlineData("万人成讼率", TargetKind.ChangeDown, "8", "%", "", "万人成讼率下降8%")]
    [InlineData("事故起数", TargetKind.ChangeDown, "", "", "", "事故起数下降")]
    [InlineData("城镇化率", TargetKind.RaiseBy, "1.3", "个百分点", "", "城镇化率提高1.3个百分点")]
    [InlineData("营商环境评价", TargetKind.RankTop, "2", "", "全市", "营商环境评价位居全市前2名")]
    [InlineData("实际使用外资", TargetKind.Stable, "", "", "", "实际使用外资保持稳定")]
    [InlineData("单位生产总值能耗", TargetKind.Quota, "", "", "", "单位生产总值能耗完成下达任务")]
    [InlineData("民营经济增加值", TargetKind.Outpace, "", "", "地区生产总值增速", "民营经济增加值增速高于地区生产总值增速")]
    [InlineData("居民人均可支配收入", TargetKind.InStep, "", "", "经济增长", "居民人均可支配收入增长与经济增长同步")]
    [InlineData("人均文化设施面积", TargetKind.Improve, "", "", "", "人均文化设施面积持续改善")]
    [InlineData("零就业家庭", TargetKind.Zero, "", "", "", "零就业家庭清零")]
    [InlineData("规模性返贫", TargetKind.Zero, "", "", "", "规模性返贫零发生")]
    [InlineData("区级重点项目", TargetKind.Amount, "86", "个", "", "区级重点项目86个")]
    [InlineData("综合考核", TargetKind.Other, "90", "分", "", "综合考核：90分")]
    public void A_target_reads_as_an_official_would_write_it(string indicator, TargetKind kind, string value, string unit, string partner, string title) =>
        Assert.Equal(title, TargetWords.Title(indicator, kind, value, unit, partner));
}
