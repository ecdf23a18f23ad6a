using System.Globalization;
using Maoding.Domain.Procedures;

namespace Maoding.Features.Building.Procedures;

/// <summary>What a procedure's standing is called, with the shape of its mark.</summary>
public static class ProcedureMarks
{
    /// <summary>The words and the class of the mark that says where a procedure stands.</summary>
    public static (string Words, string Class) Of(Procedure procedure, Slot? slot, DateOnly today)
    {
        if (procedure.FinishedOn is not null) return ("已办结", "mark-green");
        if (procedure.Waived.Length > 0) return ("不需办理", "mark-plain");
        if (slot?.Slack < 0) return (string.Create(CultureInfo.InvariantCulture, $"差 {-slot.Slack} 天"), "mark-red");
        if (procedure.AcceptedOn is not null) return ("办理中", "mark-blue");
        return slot is not null && slot.EarlyStart <= today ? ("可以受理", "mark-yellow") : ("未到", "mark-plain");
    }

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>晚 3 天, 早 2 天, 按时.</summary>
    public static string Moved(int days) => days == 0 ? "按计划" : string.Create(CultureInfo.InvariantCulture, $"{(days > 0 ? "晚" : "早")} {Math.Abs(days)} 天");
}
