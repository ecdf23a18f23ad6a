namespace Maoding.Domain.Indicators;

/// <summary>A move of a sheet; its name is on the button.</summary>
public enum SheetMove
{
    /// <summary>提交.</summary>
    Submit = 1,

    /// <summary>撤回: the unit takes it back before it is approved.</summary>
    Withdraw,

    /// <summary>审核通过: its figures count from now on.</summary>
    Approve,

    /// <summary>退回, with a reason.</summary>
    Return,

    /// <summary>锁定.</summary>
    Lock,

    /// <summary>解锁 until a day, a recorded exception; the sheet stays locked for everybody else and afterwards.</summary>
    Open,

    /// <summary>补报、修订: late figures and revisions go the same way once more; what is in force stays so meanwhile.</summary>
    Reopen,

    /// <summary>修订 one figure, which is in force at once.</summary>
    Revise,
}

/// <summary>The one table of legal moves of a sheet; pages draw their buttons from it.</summary>
public static class SheetMoves
{
    private static readonly (SheetMove Move, string Name, SheetState From, SheetState To)[] Table =
    [
        (SheetMove.Submit, "提交", SheetState.Draft, SheetState.Submitted),
        (SheetMove.Submit, "重新提交", SheetState.Returned, SheetState.Submitted),
        (SheetMove.Withdraw, "撤回", SheetState.Submitted, SheetState.Draft),
        (SheetMove.Approve, "审核通过", SheetState.Submitted, SheetState.Approved),
        (SheetMove.Return, "退回", SheetState.Submitted, SheetState.Returned),
        (SheetMove.Reopen, "补报、修订", SheetState.Approved, SheetState.Draft),
        (SheetMove.Revise, "修订", SheetState.Approved, SheetState.Approved),
        (SheetMove.Lock, "锁定", SheetState.Approved, SheetState.Locked),
        (SheetMove.Open, "解锁", SheetState.Locked, SheetState.Locked),
        // Only while it is opened: the service looks at the day.
        (SheetMove.Reopen, "补报、修订", SheetState.Locked, SheetState.Draft),
        (SheetMove.Revise, "修订", SheetState.Locked, SheetState.Locked),
    ];

    /// <summary>Whether figures may be written into the sheet.</summary>
    public static bool IsOpen(SheetState state) => Allowed(state, SheetMove.Submit);

    public static bool Allowed(SheetState from, SheetMove move) => Table.Any(row => row.From == from && row.Move == move);

    /// <summary>Likewise, with the day until which a locked sheet is opened.</summary>
    public static bool Allowed(DataSheet sheet, SheetMove move, DateOnly today) =>
        Allowed(sheet.State, move) && !(NeedsOpening(sheet.State, move) && !IsOpened(sheet, today));

    /// <summary>The moves open from a state, in the order of buttons.</summary>
    public static IEnumerable<(SheetMove Move, string Name)> From(SheetState state) => Table.Where(row => row.From == state).Select(row => (row.Move, row.Name));

    /// <summary>The state after a move.</summary>
    /// <exception cref="RefusalException">FIG001: the move is not legal from there, or the sheet is locked and not opened.</exception>
    public static SheetState After(DataSheet sheet, SheetMove move, DateOnly today)
    {
        if (NeedsOpening(sheet.State, move) && !IsOpened(sheet, today))
            throw new RefusalException("FIG001", "这张报送表已锁定，不能改动。确需更正的，请数据员写明原因解锁到某一天，再修订。", RefusalKind.Conflict);
        foreach (var row in Table)
            if (row.From == sheet.State && row.Move == move) return row.To;
        throw new RefusalException("FIG001", $"这张报送表现在是“{FigureWords.Of(sheet.State)}”，不能{Table.First(row => row.Move == move).Name}。请刷新页面看最新状态。", RefusalKind.Conflict);
    }

    /// <summary>Opened by a recorded exception that has not run out.</summary>
    public static bool IsOpened(DataSheet sheet, DateOnly today) => sheet.OpenUntil >= today;

    private static bool NeedsOpening(SheetState state, SheetMove move) => state == SheetState.Locked && move is (SheetMove.Reopen or SheetMove.Revise);
}
