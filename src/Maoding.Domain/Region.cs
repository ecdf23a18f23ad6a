using Maoding.Domain.Audit;

namespace Maoding.Domain;

/// <summary>The district or county that this database serves: one row.</summary>
[Called("区县设置", Place = 450)]
public sealed class Region : IVersioned, IAudited
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>云泽区.</summary>
    [Called("区县名称")] public required string Name { get; set; }

    /// <summary>What the region calls itself in front of its organs: 县 in 县委 and 县教育局 of 青禾县.</summary>
    public string Own => OwnOf(Name);

    public static string OwnOf(string name) => name is [.., ('县' or '旗' or '市') and var own] ? $"{own}" : "区";

    /// <summary>The city above: 云州市.</summary>
    [Called("上级市")] public string CityName { get; set; } = "";

    /// <summary>A demonstration database: serve refuses it.</summary>
    [Called("演示数据")] public bool IsDemo { get; set; }

    /// <summary>Today in the district; null: the real day in China.</summary>
    [Called("业务日期")] public DateOnly? BusinessDate { get; set; }

    /// <summary>gbt22239 or asvs5, see PasswordRules.</summary>
    [Called("密码规则")] public string PasswordPolicy { get; set; } = "gbt22239";

    /// <summary>Day of the next month on which a month's reports are due, 1 to 28; on a day off the next working day.</summary>
    [Called("填报截止日")] public int ReportDay { get; set; } = 5;

    /// <summary>Day of the next month on which a month is closed, 2 to 28 and after <see cref="ReportDay"/>; on a day off the next working day.</summary>
    [Called("月结日")] public int CloseDay { get; set; } = 10;

    /// <summary>Working days after which an open problem may go from the unit to the leader in charge, 1 to 60.</summary>
    [Called("责任单位办理期限（工作日）")] public int ProblemUnitDays { get; set; } = 10;

    /// <summary>Likewise from the leader to the chief of the district.</summary>
    [Called("分管领导协调期限（工作日）")] public int ProblemLeaderDays { get; set; } = 10;

    /// <summary>Likewise from the chief to a meeting.</summary>
    [Called("区长协调期限（工作日）")] public int ProblemChiefDays { get; set; } = 10;

    /// <summary>The GeoJSON file of the district's boundary; null before one was uploaded.</summary>
    [Called("区界文件")] public int? BoundaryFileId { get; set; }

    /// <summary>Grows with every change of units, posts, persons and their terms, so that caches know they are old.</summary>
    public int DirectoryVersion { get; set; } = 1;

    public int Version { get; set; } = 1;
}
