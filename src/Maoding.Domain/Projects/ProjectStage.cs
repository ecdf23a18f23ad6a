using Maoding.Domain.Access;
using Maoding.Domain.Audit;

namespace Maoding.Domain.Projects;

/// <summary>Where a project stands. The order of the numbers is the order of its life.</summary>
public enum Stage
{
    [Called("谋划")] Planning = 10,

    /// <summary>前期: procedures and land.</summary>
    [Called("前期")] Preparing = 20,

    /// <summary>开工: work has begun, nothing of substance stands yet.</summary>
    [Called("开工")] Started = 30,

    [Called("在建")] Building = 40,

    /// <summary>竣工: accepted on the site.</summary>
    [Called("竣工")] Completed = 50,

    [Called("投产")] Operating = 60,

    /// <summary>暂停: by decision, with the reason; not counted until it is resumed.</summary>
    [Called("暂停")] Suspended = 80,

    [Called("退库")] Withdrawn = 90,
}

public enum StageMove
{
    [Called("转入前期")] Prepare = 1,

    [Called("开工")] Start,

    [Called("转入在建")] Build,

    [Called("竣工")] Complete,

    [Called("投产")] Operate,

    [Called("暂停")] Suspend,

    /// <summary>恢复: to preparation or building, where it was.</summary>
    [Called("恢复前期")] ResumePreparing,

    /// <summary>恢复在建.</summary>
    [Called("复工")] ResumeBuilding,

    /// <summary>退回: the stage was entered by mistake.</summary>
    [Called("退回")] StepBack,

    [Called("退库")] Withdraw,
}

/// <summary>The life of a project.</summary>
public static class StageMoves
{
    private static readonly AskedReason Note = new("说明", "PRJ006", "说明最多 500 个字，请删短。", 500) { IsRequired = false, Lines = 1 };

    private static readonly AskedReason Why = new("原因", "PRJ006", "请写明原因，会记入阶段记录。", 500) { TooLong = "原因最多 500 个字，请删短。", Lines = 1 };

    public static LifeCycle<Stage, StageMove> Table { get; } = new("这个项目", "PRJ001", NameOf,
    [
        new(StageMove.Prepare, "转入前期", Stage.Planning, Stage.Preparing, Permission.EditProjects) { Reason = Note },
        new(StageMove.Withdraw, "退库", Stage.Planning, Stage.Withdrawn, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.Start, "开工", Stage.Preparing, Stage.Started, Permission.EditProjects) { Reason = Note },
        new(StageMove.StepBack, "退回谋划", Stage.Preparing, Stage.Planning, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.Suspend, "暂停", Stage.Preparing, Stage.Suspended, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.Withdraw, "退库", Stage.Preparing, Stage.Withdrawn, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.Build, "转入在建", Stage.Started, Stage.Building, Permission.EditProjects) { Reason = Note },
        new(StageMove.StepBack, "撤销开工", Stage.Started, Stage.Preparing, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.Suspend, "停工", Stage.Started, Stage.Suspended, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.Complete, "竣工", Stage.Building, Stage.Completed, Permission.EditProjects) { Reason = Note },
        new(StageMove.StepBack, "退回开工", Stage.Building, Stage.Started, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.Suspend, "停工", Stage.Building, Stage.Suspended, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.Operate, "投产", Stage.Completed, Stage.Operating, Permission.EditProjects) { Reason = Note },
        new(StageMove.StepBack, "撤销竣工", Stage.Completed, Stage.Building, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.StepBack, "撤销投产", Stage.Operating, Stage.Completed, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
        new(StageMove.ResumePreparing, "恢复前期", Stage.Suspended, Stage.Preparing, Permission.EditProjects) { Reason = Note },
        new(StageMove.ResumeBuilding, "复工", Stage.Suspended, Stage.Building, Permission.EditProjects) { Reason = Note },
        new(StageMove.Withdraw, "退库", Stage.Suspended, Stage.Withdrawn, Permission.EditProjects) { Reason = Why, Look = ButtonLook.Plain },
    ]);

    public static string NameOf(Stage stage) => ChoiceWords.Of(stage);
}
