using System.Globalization;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Ledger;

/// <summary>How rows are worded and marked everywhere in the ledger.</summary>
public static class StateMark
{
    /// <summary>The class that gives a state its shape and colour; the word stands in it.</summary>
    public static string Class(CommitmentState state) => state switch
    {
        CommitmentState.Consulting or CommitmentState.CompletionApplied => "mark mark-yellow",
        CommitmentState.Consulted or CommitmentState.InProgress => "mark mark-blue",
        CommitmentState.Issued or CommitmentState.Verified => "mark mark-green",
        CommitmentState.Stopped => "mark mark-red",
        CommitmentState.Done => "mark",
        _ => "mark mark-plain",
    };

    public static string KindName(CommitmentKind kind) => kind == CommitmentKind.Target ? "指标" : "任务";

    /// <summary>06-30, 2027-06-30 outside the plan's year, 全年持续, or 未定.</summary>
    public static string Due(DueKind kind, DateOnly? due, int planYear) => (kind, due) switch
    {
        (DueKind.AllYear, _) => "全年持续",
        (DueKind.Date, { } day) => day.ToString(day.Year == planYear ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => "未定",
    };
}
