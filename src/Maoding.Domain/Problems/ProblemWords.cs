namespace Maoding.Domain.Problems;

/// <summary>What the choices of a problem are called in the office.</summary>
public static class ProblemWords
{
    /// <summary>问题0012.</summary>
    public static string Number(int number) => $"问题{number:0000}";

    public static string Of(ProblemOrigin origin) => origin switch
    {
        ProblemOrigin.Report => "月度填报",
        ProblemOrigin.Project => "项目调度",
        ProblemOrigin.Visit => "领导走访",
        ProblemOrigin.Enterprise => "企业反映",
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    public static string Of(ProblemCause cause) => cause switch
    {
        ProblemCause.Procedures => "前期手续",
        ProblemCause.Land => "土地征迁",
        ProblemCause.Utilities => "基础设施配套",
        ProblemCause.Money => "资金",
        ProblemCause.Labour => "用工",
        ProblemCause.Policy => "政策",
        ProblemCause.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };

    public static string Of(Tier tier) => tier switch
    {
        Tier.Unit => "责任单位",
        Tier.Leader => "分管领导",
        Tier.Chief => "主要负责同志",
        Tier.Meeting => "专题会议",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };
}
