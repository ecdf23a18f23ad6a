using Maoding.Domain.Access;

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
    /// <summary>Asked before sheets are locked.</summary>
    public const string BeforeLocking = "锁定以后，要更正须写明原因解锁。确定锁定吗？";

    /// <summary>Asked from whoever sends a sheet back.</summary>
    public static AskedReason WhyReturned { get; } = new("退回原因", "FIG010", "请写明退回原因（500 字以内），让报送的单位知道改什么。", 500) { Lines = 1 };

    /// <summary>Asked from whoever opens a locked sheet.</summary>
    public static AskedReason WhyOpened { get; } = new("解锁原因和批准人", "FIG011", "请写明解锁原因和批准人（500 字以内）。解锁会记录在案。", 500) { Lines = 1 };

    /// <summary>Asked from whoever revises a figure.</summary>
    public static AskedReason WhyRevised { get; } = new("修订原因", "FIG012", "请写明修订原因（500 字以内）。旧数据保留备查。", 500) { Lines = 1 };

    public static LifeCycle<SheetState, SheetMove> Table { get; } = new("这张报送表", "FIG001", FigureWords.Of,
    [
        new(SheetMove.Submit, "提交", SheetState.Draft, SheetState.Submitted, Permission.EnterFigures),
        new(SheetMove.Submit, "重新提交", SheetState.Returned, SheetState.Submitted, Permission.EnterFigures),
        new(SheetMove.Withdraw, "撤回", SheetState.Submitted, SheetState.Draft, Permission.EnterFigures),
        new(SheetMove.Approve, "审核通过", SheetState.Submitted, SheetState.Approved, Permission.ApproveFigures),
        new(SheetMove.Return, "退回", SheetState.Submitted, SheetState.Returned, Permission.ApproveFigures)
        {
            Reason = WhyReturned,
            Look = ButtonLook.Danger,
            Done = "已退回。",
        },
        new(SheetMove.Reopen, "补报、修订", SheetState.Approved, SheetState.Draft, Permission.EnterFigures),
        new(SheetMove.Revise, "修订", SheetState.Approved, SheetState.Approved, Permission.ApproveFigures) { Reason = WhyRevised },
        new(SheetMove.Lock, "锁定", SheetState.Approved, SheetState.Locked, Permission.ApproveFigures) { Confirm = BeforeLocking },
        new(SheetMove.Open, "解锁", SheetState.Locked, SheetState.Locked, Permission.ApproveFigures) { Reason = WhyOpened, Look = ButtonLook.Plain },
        // Only while it is opened: the service looks at the day.
        new(SheetMove.Reopen, "补报、修订", SheetState.Locked, SheetState.Draft, Permission.EnterFigures),
        new(SheetMove.Revise, "修订", SheetState.Locked, SheetState.Locked, Permission.ApproveFigures) { Reason = WhyRevised },
    ]);

    /// <summary>Whether figures may be written into the sheet.</summary>
    public static bool IsOpen(SheetState state) => Table.Allowed(state, SheetMove.Submit);

    /// <summary>Whether the table has the move, and a locked sheet is opened on the day.</summary>
    public static bool Allowed(DataSheet sheet, SheetMove move, DateOnly today) =>
        Table.Allowed(sheet.State, move) && !(NeedsOpening(sheet.State, move) && !IsOpened(sheet, today));

    /// <summary>The state after a move.</summary>
    /// <exception cref="RefusalException">FIG001: the move is not legal from there, or the sheet is locked and not opened.</exception>
    public static SheetState After(DataSheet sheet, SheetMove move, DateOnly today)
    {
        if (NeedsOpening(sheet.State, move) && !IsOpened(sheet, today))
            throw new RefusalException("FIG001", "这张报送表已锁定，不能改动。确需更正的，请数据员写明原因解锁到某一天，再修订。", RefusalKind.Conflict);
        return Table.After(sheet.State, move);
    }

    /// <summary>Opened by a recorded exception that has not run out.</summary>
    public static bool IsOpened(DataSheet sheet, DateOnly today) => sheet.OpenUntil >= today;

    private static bool NeedsOpening(SheetState state, SheetMove move) => state == SheetState.Locked && move is (SheetMove.Reopen or SheetMove.Revise);
}
