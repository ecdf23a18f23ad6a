namespace Maoding.Domain.Projects;

/// <summary>What the choices of a project are called in the office.</summary>
public static class ProjectWords
{
    public static string Of(ProjectLevel level) => level switch
    {
        ProjectLevel.National => "国家级",
        ProjectLevel.Provincial => "省级",
        ProjectLevel.Municipal => "市级",
        ProjectLevel.District => "区级",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public static string Of(Sector sector) => sector switch
    {
        Sector.Industry => "工业",
        Sector.Services => "现代服务业",
        Sector.Agriculture => "农业农村",
        Sector.Infrastructure => "基础设施",
        Sector.Livelihood => "社会民生",
        Sector.Renewal => "城市更新",
        Sector.Ecology => "生态环保",
        Sector.Culture => "文化旅游",
        Sector.Innovation => "科技创新",
        Sector.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(sector)),
    };

    public static string Of(YearClass wanted) => wanted switch
    {
        YearClass.Completing => "竣工",
        YearClass.Continuing => "续建",
        YearClass.Starting => "新开工",
        YearClass.Reserve => "预备",
        _ => throw new ArgumentOutOfRangeException(nameof(wanted)),
    };

    public static string Of(FundSource source) => source switch
    {
        FundSource.Upper => "中央和省级资金",
        FundSource.Bond => "专项债券",
        FundSource.Budget => "市区财政",
        FundSource.Loan => "银行贷款",
        FundSource.Enterprise => "企业自筹",
        FundSource.Other => "其他资金",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    public static string Of(SoughtKind kind) => kind switch
    {
        SoughtKind.Policy => "政策",
        SoughtKind.Funds => "资金",
        SoughtKind.Planning => "规划",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
