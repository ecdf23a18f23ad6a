using Maoding.Documents.Units;
using Xunit;

namespace Maoding.Documents.Tests.Units;

public class UnitDirectoryTests
{
    // A district after the reforms of 2018–2019 and 2023–2024, in official order.
    private static readonly string[] District =
    [
        "区委办公室", "区人大常委会办公室", "区政府办公室", "区政协办公室", "区纪委监委", "区委组织部", "区委宣传部", "区委统战部", "区委政法委", "区委社会工作部",
        "区发展和改革委员会", "区教育体育局", "区科学技术局", "区工业和信息化局", "某某市公安局某某分局", "区民政局", "区司法局", "区财政局（区国有资产监督管理局）",
        "区人力资源和社会保障局", "某某市自然资源和规划局某某分局", "某某市生态环境局某某分局", "区住房和城乡建设局", "区交通运输局", "区水利局", "区农业农村局（区乡村振兴局）",
        "区商务局", "区文化和旅游局", "区卫生健康局", "区退役军人事务局", "区应急管理局", "区审计局", "区市场监督管理局", "区统计局", "区医疗保障局", "区政务服务和大数据管理局",
        "区城市管理综合行政执法局", "区信访局", "区投资促进中心", "区园林绿化中心", "区人民武装部", "国家税务总局某某区税务局", "区消防救援大队", "东关街道办事处", "西关街道", "北山镇人民政府",
    ];

    private static UnitDirectory Of(params string[] names) => new(names.Select((name, i) => new UnitEntry(i, name, "", "")).ToList());

    [Theory]
    [InlineData("发展改革", "区发展和改革委员会")]
    [InlineData("工业和信息化", "区工业和信息化局")]
    [InlineData("科技", "区科学技术局")]
    [InlineData("财政", "区财政局（区国有资产监督管理局）")]
    [InlineData("税务", "国家税务总局某某区税务局")]
    [InlineData("商务", "区商务局")]
    [InlineData("农业农村", "区农业农村局（区乡村振兴局）")]
    [InlineData("住房城乡建设", "区住房和城乡建设局")]
    [InlineData("自然资源和规划", "某某市自然资源和规划局某某分局")]
    [InlineData("交通运输", "区交通运输局")]
    [InlineData("水利", "区水利局")]
    [InlineData("生态环境", "某某市生态环境局某某分局")]
    [InlineData("教育", "区教育体育局")]
    [InlineData("卫生健康", "区卫生健康局")]
    [InlineData("人力资源社会保障", "区人力资源和社会保障局")]
    [InlineData("民政", "区民政局")]
    [InlineData("医疗保障", "区医疗保障局")]
    [InlineData("文化旅游", "区文化和旅游局")]
    [InlineData("体育", "区教育体育局")]
    [InlineData("市场监管", "区市场监督管理局")]
    [InlineData("应急管理", "区应急管理局")]
    [InlineData("公安", "某某市公安局某某分局")]
    [InlineData("司法", "区司法局")]
    [InlineData("信访", "区信访局")]
    [InlineData("国资监管", "区财政局（区国有资产监督管理局）")]
    [InlineData("金融", "区财政局（区国有资产监督管理局）")]
    [InlineData("统计", "区统计局")]
    [InlineData("审计", "区审计局")]
    [InlineData("行政审批(政务服务)", "区政务服务和大数据管理局")]
    [InlineData("招商投资促进", "区投资促进中心")]
    [InlineData("城市管理", "区城市管理综合行政执法局")]
    [InlineData("林业园林", "区园林绿化中心")]
    [InlineData("退役军人", "区退役军人事务局")]
    [InlineData("乡村振兴(扶贫)", "区农业农村局（区乡村振兴局）")]
    [InlineData("组织", "区委组织部")]
    [InlineData("宣传", "区委宣传部")]
    [InlineData("统战", "区委统战部")]
    [InlineData("政法", "区委政法委")]
    [InlineData("纪检监察", "区纪委监委")]
    [InlineData("区委办(督查)", "区委办公室")]
    [InlineData("政府办", "区政府办公室")]
    [InlineData("人大", "区人大常委会办公室")]
    [InlineData("政协", "区政协办公室")]
    [InlineData("街道乡镇", "东关街道办事处")]
    [InlineData("国防外事", "区人民武装部")]
    public void Finds_the_units_of_a_district_by_their_names(string function, string unit) => Assert.Equal(unit, Of(District).UnitFor(function)?.Name);

    [Theory]
    [InlineData("县教育和科学技术局", "科技")]
    [InlineData("县工业信息化和科技局", "工业和信息化")]
    [InlineData("县文化广电旅游体育局", "体育")]
    [InlineData("县文化广电新闻出版旅游局", "文化旅游")]
    [InlineData("县住建局", "住房城乡建设")]
    [InlineData("县水务局", "水利")]
    [InlineData("县林业和草原局", "林业园林")]
    [InlineData("县自然资源和规划局", "林业园林")]
    [InlineData("县行政审批服务管理局", "行政审批(政务服务)")]
    [InlineData("县数据局", "行政审批(政务服务)")]
    [InlineData("县政务服务中心", "行政审批(政务服务)")]
    [InlineData("县委县政府督查室", "区委办(督查)")]
    [InlineData("县委巡察办", "纪检监察")]
    [InlineData("县民族宗教事务局", "统战")]
    [InlineData("县国防动员办公室", "国防外事")]
    [InlineData("县粮食和物资储备局", "发展改革")]
    [InlineData("县住房保障服务中心", "住房城乡建设")]
    [InlineData("县残疾人联合会", "民政")]
    [InlineData("县地方金融监督管理局", "金融")]
    [InlineData("县国有资产事务中心", "国资监管")]
    [InlineData("县招商服务中心", "招商投资促进")]
    [InlineData("县农牧局", "农业农村")]
    [InlineData("县经济和信息化局", "工业和信息化")]
    [InlineData("城关镇", "街道乡镇")]
    [InlineData("白山苏木", "街道乡镇")]
    public void Knows_the_names_of_many_places(string unit, string function) => Assert.Equal(unit, Of("县某某协调服务专班", unit).UnitFor(function)?.Name);

    [Fact]
    public void Unit_whose_name_says_it_too_leads_before_one_that_only_lists_it()
    {
        var directory = new UnitDirectory(
        [
            new UnitEntry(0, "云泽区残疾人联合会", "区残联", "民政、其他"),
            new UnitEntry(1, "云泽区民政局", "区民政局", "民政"),
        ]);
        Assert.Equal("区民政局", directory.LeadFor("民政"));
    }

    [Fact]
    public void A_company_or_centre_gives_way_to_the_bureau()
    {
        var directory = Of("区水务集团有限公司", "区交通投资公司", "区水利局", "区大数据中心", "区行政审批服务局", "中心商务区管委会", "区商务局");
        Assert.Equal("区水利局", directory.UnitFor("水利")?.Name);
        Assert.Equal("区行政审批服务局", directory.UnitFor("行政审批(政务服务)")?.Name);
        Assert.Equal("区商务局", directory.UnitFor("商务")?.Name);
    }

    [Fact]
    public void The_duties_column_goes_before_the_name()
    {
        var directory = new UnitDirectory(
        [
            new UnitEntry(0, "区经济发展局", "经发局", "发展改革、工信、商务、统计"),
            new UnitEntry(1, "区社会事业局", "", "教育；卫健；民政；文旅"),
            new UnitEntry(2, "区商务服务中心", "", ""),
            new UnitEntry(3, "区建设局", "", "负责房屋建筑、市政公用、城市管理、园林绿化等工作，会同财政部门管理资金。"),
        ]);
        Assert.Equal("区经济发展局", directory.UnitFor("工业和信息化")?.Name);
        Assert.Equal("区经济发展局", directory.UnitFor("商务")?.Name);
        Assert.Equal("区社会事业局", directory.UnitFor("卫生健康")?.Name);
        Assert.Equal("区建设局", directory.UnitFor("城市管理")?.Name);
        Assert.Equal("区建设局", directory.UnitFor("住房城乡建设")?.Name);
        Assert.Null(directory.LeadFor("公安"));
        Assert.Equal("经发局", directory.LeadFor("统计"));
    }

    [Fact]
    public void All_towns_and_streets_have_theirs_in_official_order() =>
        Assert.Equal(["东关街道办事处", "西关街道", "北山镇人民政府"], Of(District).UnitsFor("街道乡镇").Select(unit => unit.Name));

    [Theory]
    [InlineData("各街道（镇）", "东关街道", "北山镇")]
    [InlineData("各街道", "东关街道办事处", "西关街道")]
    [InlineData("各乡镇", "北山镇人民政府", "南河乡人民政府")]
    [InlineData("东关街道", "东关街道", "区财政局")]
    public void Towns_and_streets_lead_together(string words, params string[] names) => Assert.Equal(words, Of(names).LeadFor("街道乡镇"));

    [Theory]
    [InlineData("区发改委", "区发展和改革委员会")]
    [InlineData("宣传部", "区委宣传部")]
    [InlineData("区财政局", "区财政局（区国有资产监督管理局）")]
    [InlineData("区卫健局", "区卫生健康局")]
    [InlineData("区教育体育局", "区教育体育局")]
    [InlineData("区委办", "区委办公室")]
    [InlineData("各街道（镇）", null)]
    [InlineData("区有关部门", null)]
    public void Finds_a_unit_by_the_name_that_a_document_uses(string words, string? unit) => Assert.Equal(unit, Of(District).Find(words)?.Name);
}
