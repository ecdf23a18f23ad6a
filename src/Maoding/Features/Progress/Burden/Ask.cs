namespace Maoding.Features.Progress.Burden;

/// <summary>What a unit can be asked for, in the order of the table.</summary>
public enum AskKind
{
    /// <summary>填报.</summary>
    Report = 1,

    /// <summary>退回补报.</summary>
    Again,

    /// <summary>配合情况: a paragraph for another unit's report.</summary>
    Paragraph,

    /// <summary>征求意见.</summary>
    Opinion,

    /// <summary>签收.</summary>
    Receipt,

    /// <summary>议定事项.</summary>
    NextStep,

    /// <summary>核验.</summary>
    Verification,

    /// <summary>催办: a call, over with itself.</summary>
    Call,
}

/// <summary>The same demand made of a unit some times on one day and closed on another.</summary>
/// <param name="ClosedOn">Null while it is open.</param>
public sealed record Ask(AskKind Kind, int UnitId, DateOnly AskedOn, DateOnly? ClosedOn, int Count)
{
    /// <summary>
    /// Days from the demand to its end; 0 for the same day and for what was done before it was due; null
    /// while open, and for calls and second writings, whose time is that of the report.
    /// </summary>
    public int? Days => Kind is not (AskKind.Again or AskKind.Call) && ClosedOn is { } day ? Math.Max(0, day.DayNumber - AskedOn.DayNumber) : null;
}

/// <summary>What a month's reports of a unit could take over by themselves.</summary>
/// <param name="Reports">All of the month.</param>
/// <param name="WithEarlier">Those pre-filled from an earlier report.</param>
/// <param name="Typed">Those whose share was typed, because the row has neither quantities nor milestones.</param>
public sealed record Prefill(int UnitId, int Reports, int WithEarlier, int Typed);

/// <summary>One unit's line.</summary>
public sealed record BurdenLine(int UnitId, IReadOnlyList<Ask> Asks, Prefill Prefill)
{
    public int Total => Asks.Sum(a => a.Count);

    public int Open => Of(null).Where(a => a.ClosedOn is null).Sum(a => a.Count);

    /// <summary>Mean days to the end of what was closed; null while nothing is.</summary>
    public decimal? MeanDays => Mean(null);

    public int Count(AskKind kind) => Of(kind).Sum(a => a.Count);

    public int OpenOf(AskKind kind) => Of(kind).Where(a => a.ClosedOn is null).Sum(a => a.Count);

    public decimal? Mean(AskKind? kind)
    {
        var closed = Of(kind).Where(a => a.Days is not null).ToList();
        return closed.Count == 0
            ? null : Math.Round((decimal)closed.Sum(a => a.Days!.Value * a.Count) / closed.Sum(a => a.Count), 1, MidpointRounding.AwayFromZero);
    }

    private IEnumerable<Ask> Of(AskKind? kind) => kind is null ? Asks : Asks.Where(a => a.Kind == kind);
}

/// <summary>A month over all units that were asked for something, in official order.</summary>
/// <param name="Month">yyyymm.</param>
/// <param name="Before">All demands of the month before, for comparison.</param>
public sealed record BurdenMonth(int Month, IReadOnlyList<BurdenLine> Lines, int Before)
{
    public int Total => Lines.Sum(l => l.Total);
}

/// <summary>Words of the demands.</summary>
public static class AskWords
{
    public static string Of(AskKind kind) => kind switch
    {
        AskKind.Report => "填报",
        AskKind.Again => "退回补报",
        AskKind.Paragraph => "配合情况",
        AskKind.Opinion => "征求意见",
        AskKind.Receipt => "签收",
        AskKind.NextStep => "议定事项",
        AskKind.Verification => "核验",
        AskKind.Call => "催办电话",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Who asks.</summary>
    public static string By(AskKind kind) => kind switch
    {
        AskKind.Paragraph => "牵头单位",
        AskKind.NextStep => "调度会",
        _ => "督查室",
    };

    /// <summary>What it takes, so that a reader knows what is counted.</summary>
    public static string Meaning(AskKind kind) => kind switch
    {
        AskKind.Report => "按填报频次应写的进展，从填报期结束到签发",
        AskKind.Again => "被退回又写一遍的次数，用时算在填报里",
        AskKind.Paragraph => "牵头单位请写的一段，从请写到写成",
        AskKind.Opinion => "征求意见稿逐项反馈，从发出到反馈",
        AskKind.Receipt => "印发一批签收一次，从印发到签收",
        AskKind.NextStep => "会上定的事，从开会到办结",
        AskKind.Verification => "受托核验其他单位的销号申请，从申请到核验",
        AskKind.Call => "未按时填报被电话催过的次数",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
