using System.Globalization;

namespace Maoding.Features.Progress.Chasing;

/// <summary>What is sent to a group chat about a unit's missing reports.</summary>
public static class ChaseMessage
{
    /// <summary>Numbers of rows named one by one; the rest are counted.</summary>
    private const int Named = 12;

    /// <param name="caller">Name and telephone of who asks; empty without.</param>
    public static string Of(LateUnit unit, int month, DateOnly today, string caller)
    {
        var rows = string.Join('、', unit.Rows.Take(Named)) + (unit.Rows.Count > Named ? $" 等 {unit.Rows.Count} 项" : " 项");
        var due = unit.DueOn.ToString("M月d日", CultureInfo.InvariantCulture);
        var when = unit.DaysLate > 0
            ? $"最早的应于{due}前报送，已逾期 {unit.DaysLate} 天，请今天报送"
            : unit.DueOn == today ? "今天截止，请今天报送" : $"请于{due}前报送";
        return $"【进展填报】{unit.Unit.ShortName}：{month % 100}月进展还有 {unit.Missing} 份未报（第 {rows}）。{when}，由联络员填写、负责人签发。"
            + $"有困难请及时说明。{(caller.Length > 0 ? $"联系人：{caller}。" : "")}";
    }
}
