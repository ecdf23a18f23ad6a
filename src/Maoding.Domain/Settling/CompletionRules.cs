using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Settling;

/// <summary>When a row can be said to be done.</summary>
public static class CompletionRules
{
    /// <summary>Work that goes on all year can be judged from this month of its plan's year on.</summary>
    private const int AllYearMonth = 12;

    /// <summary>A report of a hundred percent settles nothing: the lead unit applies, somebody else looks.</summary>
    /// <exception cref="RefusalException">
    /// CPL001: a row with leaves; LED001: not in progress; CPL002: it goes on all year and the year is not nearly over.
    /// </exception>
    public static void DemandApplicable(Commitment row, int planYear, DateOnly today)
    {
        if (!row.IsLeaf) throw new RefusalException("CPL001", "这一项分成了子项，子项全部销号后它自动销号。请到子项里申请。", RefusalKind.Conflict);
        CommitmentMoves.Table.After(row.State, CommitmentMove.ApplyCompletion);
        DemandDecember(row, planYear, today);
    }

    /// <exception cref="RefusalException">CPL002.</exception>
    public static void DemandDecember(Commitment row, int planYear, DateOnly today)
    {
        if (row.DueKind == DueKind.AllYear && today < FirstDay(planYear))
            throw new RefusalException("CPL002", $"这一项全年持续推进，要到{planYear}年{AllYearMonth}月1日以后才能核验销号。平时请按月填报。", RefusalKind.Conflict);
    }

    /// <summary>The first day on which work that goes on all year can be verified.</summary>
    public static DateOnly FirstDay(int planYear) => new(planYear, AllYearMonth, 1);

    public static string NameOf(CompletionState state) => ChoiceWords.Of(state);
}
