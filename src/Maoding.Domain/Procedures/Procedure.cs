using System.Globalization;
using Maoding.Domain.Audit;

namespace Maoding.Domain.Procedures;

/// <summary>A type of project with the procedures that come before its building.</summary>
[Called("手续模板", Place = 300)]
public sealed class ProcedureTemplate : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>政府投资房建类, 企业投资工业类.</summary>
    [Called("名称")] public required string Name { get; set; }

    [Called("说明")] public string Note { get; set; } = "";

    [Called("停用")] public bool IsRetired { get; set; }

    public int Version { get; set; } = 1;

    public List<TemplateStep> Steps { get; set; } = [];
}

/// <summary>One procedure of a template. Days are working days.</summary>
[Called("模板手续")]
public sealed class TemplateStep
{
    public int Id { get; set; }

    [Called("手续模板")] public int TemplateId { get; set; }

    /// <summary>From 1, unique in the template.</summary>
    [Called("次序")] public int Order { get; set; }

    /// <summary>用地规划许可.</summary>
    [Called("名称")] public required string Name { get; set; }

    /// <summary>Function of the department in charge (自然资源), by which its unit is found.</summary>
    [Called("主管职能")] public string Function { get; set; } = "";

    [Called("法定时限（工作日）")] public int StatutoryDays { get; set; }

    /// <summary>承诺时限; not above the statutory one.</summary>
    [Called("承诺时限（工作日）")] public int PromisedDays { get; set; }

    /// <summary>Orders of the steps it needs, as 1,3; empty for none.</summary>
    [Called("前置手续")] public string After { get; set; } = "";
}

/// <summary>手续: one procedure of a project. Days are working days.</summary>
[Called("手续", Place = 310)]
public sealed class Procedure : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("项目")] public int ProjectId { get; set; }

    /// <summary>From 1, unique in the project.</summary>
    [Called("次序")] public int Order { get; set; }

    [Called("名称")] public required string Name { get; set; }

    /// <summary>Who decides it; null while nobody is named.</summary>
    [Called("单位")] public int? UnitId { get; set; }

    [Called("法定时限（工作日）")] public int StatutoryDays { get; set; }

    [Called("承诺时限（工作日）")] public int PromisedDays { get; set; }

    /// <summary>Orders of the procedures it needs, as 1,3; empty for none.</summary>
    [Called("前置手续")] public string After { get; set; } = "";

    /// <summary>受理.</summary>
    [Called("受理日期")] public DateOnly? AcceptedOn { get; set; }

    /// <summary>办结.</summary>
    [Called("办结日期")] public DateOnly? FinishedOn { get; set; }

    /// <summary>文号 of what was granted.</summary>
    [Called("批复文号")] public string Paper { get; set; } = "";

    /// <summary>Why it is not needed; empty when it is.</summary>
    [Called("不需办理的原因")] public string Waived { get; set; } = "";

    public int Version { get; set; } = 1;

    /// <summary>Nothing is left to do for it.</summary>
    public bool IsSettled => FinishedOn is not null || Waived.Length > 0;

    /// <summary>1,3 as numbers; blanks and what is no number are skipped.</summary>
    public static IEnumerable<int> Orders(string after) => after
        .Split((char[])[',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0)
        .Where(order => order > 0)
        .Distinct();
}
