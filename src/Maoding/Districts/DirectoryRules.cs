using Maoding.Domain;
using Maoding.Domain.Organization;

namespace Maoding.Districts;

/// <summary>A value that cannot stand.</summary>
/// <param name="Field">The form's field: Name, ShortName, Phone, UnitId, UserName.</param>
internal sealed record Fault(string Field, string Message);

/// <summary>What the directory's values must be, said once for forms, sheets and the first run.</summary>
internal static class DirectoryRules
{
    private const int LongestOrgan = 100;
    private const int LongestShort = 50;
    private const int LongestPhone = 40;
    private const int LongestUserName = 64;
    private static readonly DateOnly Earliest = new(1980, 1, 1);

    public static IEnumerable<Fault> OfUnit(string name, string shortName, string phone)
    {
        if (name.Length is 0 or > LongestOrgan) yield return new Fault("Name", $"请写明单位名称，最多{LongestOrgan}个字。");
        if (shortName.Length is 0 or > LongestShort) yield return new Fault("ShortName", $"请写明简称，最多{LongestShort}个字；台账和文件里用的是简称。");
        if (OfPhone(phone) is { } wrong) yield return wrong;
    }

    /// <summary>No two units have one name, no two open ones one short name.</summary>
    /// <param name="all">The unit itself may be among them.</param>
    public static IEnumerable<Fault> AmongUnits(Unit unit, IReadOnlyCollection<Unit> all)
    {
        if (all.Any(u => u != unit && u.Name == unit.Name)) yield return new Fault("Name", $"已有别的单位叫“{unit.Name}”。请改名，或删去一个。");
        if (!unit.IsClosed && all.FirstOrDefault(u => u != unit && !u.IsClosed && u.ShortName == unit.ShortName) is { } same)
            yield return new Fault("ShortName", $"简称“{unit.ShortName}”已用于{same.Name}。请换一个。");
    }

    /// <param name="kind">Null where words name no kind, which is told elsewhere.</param>
    public static IEnumerable<Fault> OfPost(string name, PostKind? kind, bool hasUnit)
    {
        if (name.Length is 0 or > LongestOrgan) yield return new Fault("Name", $"请写明岗位名称，最多{LongestOrgan}个字。");
        if (!hasUnit && kind is { } needs && PostWords.NeedsUnit(needs)) yield return new Fault("UnitId", $"{PostWords.Of(needs)}的岗位要写明所在单位。");
    }

    /// <summary>A chief is a leader in one of the lines that have one, and the only one there.</summary>
    /// <param name="all">The post itself may be among them.</param>
    public static IEnumerable<Fault> OfChief(Post post, IEnumerable<Post> all)
    {
        if (!post.IsChief || post.IsClosed) yield break;
        if (post.Kind != PostKind.Leader) yield return new Fault("IsChief", "主要负责同志只能是牵头领导的岗位，请改类型或取消勾选。");
        if (post.Line is OrganLine.Other or OrganLine.Unsaid) yield return new Fault("IsChief", "请先选定条线，“其他”不设主要负责同志。");
        else if (all.FirstOrDefault(p => p != post && p.IsChief && !p.IsClosed && p.Line == post.Line) is { } other)
            yield return new Fault("IsChief", $"{PostWords.Of(post.Line)}条线的主要负责同志已是“{other.Name}”，请先修改那个岗位。");
    }

    public static IEnumerable<Fault> OfPerson(string name, string phone)
    {
        if (name.Length is 0 or > LongestShort) yield return new Fault("Name", $"请写明姓名，最多{LongestShort}个字。");
        if (OfPhone(phone) is { } wrong) yield return wrong;
    }

    public static Fault? OfUserName(string name) => name.Length is 0 or > LongestUserName || name.Any(char.IsWhiteSpace)
        ? new Fault("UserName", $"账号名应为1至{LongestUserName}个字符，中间没有空格，如手机号。")
        : null;

    /// <summary>A day that a term or a division begins or ends: a mistyped year would stand in the way of every later one.</summary>
    public static Fault? OfDay(DateOnly day, DateOnly today, string field) => day > today.AddYears(1) || day < Earliest
        ? new Fault(field, $"日期{day:yyyy-MM-dd}离今天太远，请核对年份；最多可以提前一年登记。")
        : null;

    /// <exception cref="RefusalException">The first fault, under the code.</exception>
    public static void Demand(IEnumerable<Fault?> faults, string code)
    {
        foreach (var fault in faults)
            if (fault is not null) throw new RefusalException(code, fault.Message) { Field = fault.Field };
    }

    /// <summary>A form over the whole directory, made from an older state of it.</summary>
    /// <exception cref="RefusalException">DIR022.</exception>
    public static void DemandCurrent(int present, int seen)
    {
        if (present != seen) throw new RefusalException("DIR022", "打开这个页面之后，有人改过名录。下面已换成最新情况，请看过后再提交一次。", RefusalKind.Conflict);
    }

    private static Fault? OfPhone(string phone) => phone.Length > LongestPhone ? new Fault("Phone", $"电话太长，最多{LongestPhone}个字符。") : null;
}
