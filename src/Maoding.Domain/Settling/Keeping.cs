using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Settling;

/// <summary>What became of a sentence's promise.</summary>
public enum Kept
{
    /// <summary>没有承诺: no row quotes it.</summary>
    NoPromise = 0,

    /// <summary>兑现.</summary>
    Kept = 1,

    /// <summary>部分兑现.</summary>
    Partly = 2,

    /// <summary>结转下年.</summary>
    Carried = 3,

    /// <summary>没有兑现: answered for, or stopped by decision.</summary>
    NotKept = 4,

    /// <summary>在办: the year has not been settled.</summary>
    Open = 5,
}

/// <summary>Whether what was said was done.</summary>
public static class Keeping
{
    /// <summary>What became of all the leaves that a sentence feeds.</summary>
    /// <param name="leaves">In force; each with its settlement, null before.</param>
    public static Kept Of(IEnumerable<(CommitmentState State, SettlementKind? Settled)> leaves)
    {
        var each = leaves.Select(Of).ToList();
        if (each.Count == 0) return Kept.NoPromise;
        if (each.TrueForAll(k => k == Kept.Kept)) return Kept.Kept;
        if (each.Contains(Kept.Open)) return Kept.Open;
        if (each.Contains(Kept.Kept)) return Kept.Partly;
        return each.Contains(Kept.Carried) ? Kept.Carried : Kept.NotKept;
    }

    public static string NameOf(Kept kept) => kept switch
    {
        Kept.NoPromise => "没有承诺",
        Kept.Kept => "兑现",
        Kept.Partly => "部分兑现",
        Kept.Carried => "结转下年",
        Kept.NotKept => "没有兑现",
        Kept.Open => "在办",
        _ => throw new ArgumentOutOfRangeException(nameof(kept)),
    };

    public static string NameOf(SettlementKind kind) => ChoiceWords.Of(kind);

    /// <summary>Rows are answered for at the end of their year, not before.</summary>
    /// <exception cref="RefusalException">SET101.</exception>
    public static void DemandYearEnd(int planYear, DateOnly today)
    {
        if (today < CompletionRules.FirstDay(planYear)) throw new RefusalException("SET101", $"年底交账从{planYear}年12月1日开始。", RefusalKind.Conflict);
    }

    private static Kept Of((CommitmentState State, SettlementKind? Settled) leaf) => leaf switch
    {
        (CommitmentState.Done, _) or (_, SettlementKind.Done) => Kept.Kept,
        (CommitmentState.Stopped, _) or (_, SettlementKind.Answered) => Kept.NotKept,
        (_, SettlementKind.Carried) => Kept.Carried,
        _ => Kept.Open,
    };
}
