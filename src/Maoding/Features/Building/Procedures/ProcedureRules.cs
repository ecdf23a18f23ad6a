using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Calendar;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;

namespace Maoding.Features.Building.Procedures;

/// <summary>A procedure as it was typed, in a template or in a project.</summary>
public sealed class TypedProcedure
{
    public int? Order { get; set; }

    public string? Name { get; set; }

    public string? Function { get; set; }

    public int? UnitId { get; set; }

    public int? StatutoryDays { get; set; }

    public int? PromisedDays { get; set; }

    public string? After { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name);
}

/// <summary>What holds for procedures wherever they are typed.</summary>
internal static class ProcedureRules
{
    /// <summary>In one template or project.</summary>
    public const int Most = 60;

    /// <summary>Working days of one.</summary>
    public const int MostDays = 365;

    private const int LongestName = 100;

    /// <summary>1,3 in the order of numbers.</summary>
    /// <exception cref="RefusalException">PRC005: something else than numbers.</exception>
    public static string After(string? typed, string field)
    {
        var words = (typed ?? "").Split([',', '，', '、', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.FirstOrDefault(w => !int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1) is { } wrong)
            throw Refuse(field, $"前置手续写序号，用逗号隔开（如 1,3）。“{wrong}”不是序号。");
        return string.Join(',', Procedure.Orders(string.Join(',', words)).Order());
    }

    /// <exception cref="RefusalException">PRC005: a number, name or time is wrong.</exception>
    public static void Check(TypedProcedure typed, string prefix)
    {
        if (typed.Order is not (>= 1 and <= 99)) throw Refuse($"{prefix}Order", "序号填 1 至 99 的整数。");
        var name = (typed.Name ?? "").Trim();
        if (name.Length is 0 or > LongestName) throw Refuse($"{prefix}Name", $"第 {typed.Order} 项：手续名称填 1 至 {LongestName} 字。");
        if (typed.StatutoryDays is not (>= 1 and <= MostDays)) throw Refuse($"{prefix}StatutoryDays", $"第 {typed.Order} 项：法定时限填 1 至 {MostDays} 个工作日。");
        if (typed.PromisedDays is not (>= 1 and <= MostDays) || typed.PromisedDays > typed.StatutoryDays)
            throw Refuse($"{prefix}PromisedDays", $"第 {typed.Order} 项：承诺时限填 1 至 {MostDays} 个工作日，不能超过法定时限。");
    }

    /// <exception cref="RefusalException">PRC008: no day, after today, or beyond what can be reckoned.</exception>
    public static DateOnly PastDay(DateOnly? typed, DateOnly today, string field, string name)
    {
        if (typed is not { } day || day > today || !WorkAxis.Covers(day))
            throw new RefusalException("PRC008", $"请填{name}，不能晚于今天。") { Field = field };
        return day;
    }

    public static RefusalException Refuse(string field, string message) => new("PRC005", message) { Field = field };

    public static RefusalException MissingProject() => new("PRC007", "没有这个项目。请从“手续联审”栏目进入。", RefusalKind.Missing);

    public static RefusalException MissingProcedure() => new("PRC007", "没有这项手续，可能已被删除。请从项目的手续页重新进入。", RefusalKind.Missing);

    /// <summary>Whoever runs the project, and the unit that decides the procedure.</summary>
    public static AccessFacts FactsOf(Project project, Procedure procedure)
    {
        var facts = ProjectFacts.Of(project);
        return procedure.UnitId is { } unit ? facts with { Units = [.. facts.Units, unit] } : facts;
    }
}
