using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Search;

namespace Maoding.Domain.Projects;

/// <summary>Where a 招商与谋划 lead stands.</summary>
public enum LeadState
{
    [Called("线索")] Clue = 1,

    [Called("洽谈")] Talks = 2,

    [Called("签约")] Contracted = 3,

    /// <summary>落地: a company is registered, a site is found.</summary>
    [Called("落地")] Landed = 4,

    /// <summary>已入库: it became a project.</summary>
    [Called("已入库")] Entered = 5,

    [Called("终止")] Ended = 9,
}

public enum LeadMove
{
    /// <summary>开始洽谈.</summary>
    Talk = 1,

    /// <summary>签约.</summary>
    Sign,

    /// <summary>落地.</summary>
    Land,

    /// <summary>转为项目.</summary>
    Enter,

    /// <summary>终止.</summary>
    End,

    /// <summary>重新跟进.</summary>
    TakeUp,
}

/// <summary>The life of a lead.</summary>
public static class LeadMoves
{
    private static readonly AskedReason Ending = new("终止的原因", "PIP006", "请写终止的原因，以后复盘要用。", 500) { Lines = 1 };

    public static LifeCycle<LeadState, LeadMove> Table { get; } = new("这条线索", "PIP001", NameOf,
    [
        new(LeadMove.Talk, "开始洽谈", LeadState.Clue, LeadState.Talks, Permission.EditPipeline),
        new(LeadMove.End, "终止", LeadState.Clue, LeadState.Ended, Permission.EditPipeline) { Reason = Ending, Look = ButtonLook.Danger },
        new(LeadMove.Sign, "签约", LeadState.Talks, LeadState.Contracted, Permission.EditPipeline),
        new(LeadMove.End, "终止", LeadState.Talks, LeadState.Ended, Permission.EditPipeline) { Reason = Ending, Look = ButtonLook.Danger },
        new(LeadMove.Land, "落地", LeadState.Contracted, LeadState.Landed, Permission.EditPipeline),
        new(LeadMove.End, "终止", LeadState.Contracted, LeadState.Ended, Permission.EditPipeline) { Reason = Ending, Look = ButtonLook.Danger },
        new(LeadMove.Enter, "转为项目", LeadState.Landed, LeadState.Entered, Permission.EditProjects),
        new(LeadMove.End, "终止", LeadState.Landed, LeadState.Ended, Permission.EditPipeline) { Reason = Ending, Look = ButtonLook.Danger },
        new(LeadMove.TakeUp, "重新跟进", LeadState.Ended, LeadState.Clue, Permission.EditPipeline),
    ]);

    public static string NameOf(LeadState state) => ChoiceWords.Of(state);
}

/// <summary>招商、谋划线索: what may become a project.</summary>
[Called("招商线索", Place = 280)]
public sealed class Lead : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    [Called("名称")] public required string Name { get; set; }

    /// <summary>投资方; empty for what the district plans itself.</summary>
    [Called("投资方")] public string Investor { get; set; } = "";

    [Called("行业")] public Sector Sector { get; set; }

    /// <summary>意向投资, 万元; 0 while unknown.</summary>
    [Called("金额（万元）")] public decimal Amount { get; set; }

    /// <summary>Who follows it.</summary>
    [Called("单位")] public int UnitId { get; set; }

    [Called("牵头领导")] public int? LeaderPostId { get; set; }

    /// <summary>Where it came from.</summary>
    [Called("来源")] public string Origin { get; set; } = "";

    /// <summary>What stands now.</summary>
    [Called("说明")] public string Note { get; set; } = "";

    [Called("状态")] public LeadState State { get; set; } = LeadState.Clue;

    [Called("登记日期")] public DateOnly FoundOn { get; set; }

    /// <summary>Since when it is in its state.</summary>
    [Called("进入本状态日期")] public DateOnly Since { get; set; }

    /// <summary>What comes next, until when.</summary>
    [Called("下步打算")] public string NextStep { get; set; } = "";

    [Called("下一步时间")] public DateOnly? NextOn { get; set; }

    /// <summary>Why it was ended.</summary>
    [Called("理由")] public string Reason { get; set; } = "";

    /// <summary>What it became.</summary>
    [Called("项目")] public int? ProjectId { get; set; }

    public int Version { get; set; } = 1;

    SearchKind ISearched.FoundAs => SearchKind.Lead;

    IEnumerable<string> ISearched.SearchTexts => [string.Join('\n', Name, Investor, Origin, Note)];
}

/// <summary>What is sought from above.</summary>
public enum SoughtKind
{
    [Called("政策")] Policy = 1,

    [Called("资金")] Funds = 2,

    /// <summary>规划: to be written into an upper plan.</summary>
    [Called("规划")] Planning = 3,
}

public enum SoughtState
{
    [Called("筹备")] Preparing = 1,

    [Called("已申报")] Filed = 2,

    [Called("已获批")] Won = 3,

    [Called("未获批")] Refused = 4,

    [Called("放弃")] Dropped = 5,
}

public enum SoughtMove
{
    /// <summary>申报.</summary>
    File = 1,

    /// <summary>获批.</summary>
    Win,

    /// <summary>未获批.</summary>
    Refuse,

    /// <summary>放弃.</summary>
    Drop,

    /// <summary>重新筹备.</summary>
    TakeUp,
}

/// <summary>The life of a matter sought from above.</summary>
public static class SoughtMoves
{
    private static readonly AskedReason Why = new("原因", "PIP009", "请写原因，以后争取时要用。", 2000) { TooLong = "最多 2000 个字，请删短。", Lines = 1 };

    private static readonly AskedReason Result = new("结果", "PIP009", "最多 2000 个字，请删短。", 2000) { IsRequired = false, Lines = 1 };

    public static LifeCycle<SoughtState, SoughtMove> Table { get; } = new("这个争取事项", "PIP002", NameOf,
    [
        new(SoughtMove.File, "申报", SoughtState.Preparing, SoughtState.Filed, Permission.EditPipeline),
        new(SoughtMove.Drop, "放弃", SoughtState.Preparing, SoughtState.Dropped, Permission.EditPipeline) { Reason = Why, Look = ButtonLook.Plain },
        new(SoughtMove.Win, "获批", SoughtState.Filed, SoughtState.Won, Permission.EditPipeline) { Reason = Result },
        new(SoughtMove.Refuse, "未获批", SoughtState.Filed, SoughtState.Refused, Permission.EditPipeline) { Reason = Why, Look = ButtonLook.Plain },
        new(SoughtMove.TakeUp, "重新筹备", SoughtState.Refused, SoughtState.Preparing, Permission.EditPipeline) { Look = ButtonLook.Plain },
        new(SoughtMove.TakeUp, "重新筹备", SoughtState.Dropped, SoughtState.Preparing, Permission.EditPipeline) { Look = ButtonLook.Plain },
    ]);

    public static string NameOf(SoughtState state) => ChoiceWords.Of(state);
}

/// <summary>向上争取: policy, money or a place in an upper plan, with the day on which the window closes.</summary>
[Called("向上争取", Place = 290)]
public sealed class SoughtMatter : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    [Called("名称")] public required string Name { get; set; }

    [Called("类别")] public SoughtKind Kind { get; set; }

    /// <summary>国家发展改革委, 省财政厅.</summary>
    [Called("争取对象")] public string Authority { get; set; } = "";

    [Called("单位")] public int UnitId { get; set; }

    /// <summary>万元 asked for; null where it is not about money.</summary>
    [Called("金额（万元）")] public decimal? Amount { get; set; }

    /// <summary>万元 granted.</summary>
    [Called("获批金额（万元）")] public decimal? Granted { get; set; }

    [Called("窗口开启")] public DateOnly? WindowOpens { get; set; }

    /// <summary>The last day on which it can be filed.</summary>
    [Called("窗口关闭")] public DateOnly WindowCloses { get; set; }

    [Called("状态")] public SoughtState State { get; set; } = SoughtState.Preparing;

    [Called("申报日期")] public DateOnly? FiledOn { get; set; }

    [Called("决定日期")] public DateOnly? DecidedOn { get; set; }

    /// <summary>What came of it, or why it was dropped.</summary>
    [Called("办理情况")] public string Result { get; set; } = "";

    /// <summary>The project it is for; null for none yet.</summary>
    [Called("项目")] public int? ProjectId { get; set; }

    public int Version { get; set; } = 1;

    SearchKind ISearched.FoundAs => SearchKind.SoughtMatter;

    IEnumerable<string> ISearched.SearchTexts => [$"{Name}\n{Authority}"];
}
