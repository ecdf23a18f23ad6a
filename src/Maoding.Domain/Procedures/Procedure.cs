using System.Globalization;

namespace Maoding.Domain.Procedures;

/// <summary>A type of project with the procedures that come before its building.</summary>
public sealed class ProcedureTemplate : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>政府投资房建类, 企业投资工业类.</summary>
    public required string Name { get; set; }

    public string Note { get; set; } = "";

    public bool IsRetired { get; set; }

    public int Version { get; set; } = 1;

    public List<TemplateStep> Steps { get; set; } = [];
}

/// <summary>One procedure of a template. Days are working days.</summary>
public sealed class TemplateStep
{
    public int Id { get; set; }

    public int TemplateId { get; set; }

    /// <summary>From 1, unique in the template.</summary>
    public int Order { get; set; }

    /// <summary>用地规划许可.</summary>
    public required string Name { get; set; }

    /// <summary>Function of the department in charge (自然资源), by which its unit is found.</summary>
    public string Function { get; set; } = "";

    public int StatutoryDays { get; set; }

    /// <summary>承诺时限; not above the statutory one.</summary>
    public int PromisedDays { get; set; }

    /// <summary>Orders of the steps it needs, as 1,3; empty for none.</summary>
    public string After { get; set; } = "";
}

/// <summary>手续: one procedure of a project. Days are working days.</summary>
public sealed class Procedure : IVersioned, IAudited
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    /// <summary>From 1, unique in the project.</summary>
    public int Order { get; set; }

    public required string Name { get; set; }

    /// <summary>Who decides it; null while nobody is named.</summary>
    public int? UnitId { get; set; }

    public int StatutoryDays { get; set; }

    public int PromisedDays { get; set; }

    /// <summary>Orders of the procedures it needs, as 1,3; empty for none.</summary>
    public string After { get; set; } = "";

    /// <summary>受理.</summary>
    public DateOnly? AcceptedOn { get; set; }

    /// <summary>办结.</summary>
    public DateOnly? FinishedOn { get; set; }

    /// <summary>文号 of what was granted.</summary>
    public string Paper { get; set; } = "";

    /// <summary>Why it is not needed; empty when it is.</summary>
    public string Waived { get; set; } = "";

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
