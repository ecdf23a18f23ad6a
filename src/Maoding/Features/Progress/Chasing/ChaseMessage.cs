using System.Globalization;

namespace Maoding.Features.Progress.Chasing;

/// <summary>What is sent about missing reports: to one unit, to all of them in one text, or to the leader of several.</summary>
public static class ChaseMessage
{
    /// <summary>Numbers of rows named one by one; the rest are counted.</summary>
    private const int Named = 12;

    /// <param name="caller">Name and telephone of who asks; empty without.</param>
    public static string Of(Arrears unit, int month, DateOnly today, string caller) =>
        $"【进展填报】{unit.Unit.ShortName}：贵单位{month % 100}月进展尚有{unit.Missing}份未报（{Rows(unit)}），{When(unit, today)}。{Foot(caller)}";

    /// <summary>One text for the chat in which all of them are.</summary>
    public static string Of(IReadOnlyList<Arrears> units, int month, DateOnly today, string caller) =>
        $"【进展填报】{month % 100}月进展尚有{units.Count}家单位{units.Sum(u => u.Missing)}份未报：\n{Lines(units, today)}\n{Foot(caller)}";

    /// <param name="name">The leader's own; empty while the post is vacant.</param>
    public static string Of(LateLeader leader, string name, int month, DateOnly today, string caller) =>
        $"{(name.Length > 0 ? $"{name}同志：您好！您" : "该岗位")}牵头的任务中，{month % 100}月进展尚有{leader.Units.Count}家单位{leader.Units.Sum(u => u.Missing)}份未报：\n"
            + $"{Lines(leader.Units, today)}\n已请上述单位抓紧报送。{Contact(caller)}";

    private static string Lines(IReadOnlyList<Arrears> units, DateOnly today) => string.Join('\n', units.Select((u, i) =>
        $"{i + 1}. {u.Unit.ShortName}{u.Missing}份（{Rows(u)}），{When(u, today)}{(i + 1 < units.Count ? "；" : "。")}"));

    private static string Rows(Arrears unit) =>
        $"第{string.Join('、', unit.Rows.Take(Named))}{(unit.Rows.Count > Named ? $"等{unit.Rows.Count}项" : "项")}";

    private static string When(Arrears unit, DateOnly today)
    {
        var due = $"{(unit.Missing > 1 ? "最早应于" : "应于")}{unit.DueOn.ToString("M月d日", CultureInfo.InvariantCulture)}前报送";
        return unit.DaysLate > 0 ? $"{due}，已逾期{unit.DaysLate}天，请于今日报送" : unit.DueOn == today ? "今日截止，请于今日报送" : due;
    }

    private static string Foot(string caller) => $"由联络员填写、负责人签发，有困难请及时说明。{Contact(caller)}";

    private static string Contact(string caller) => caller.Length > 0 ? $"联系人：{caller}。" : "";
}
