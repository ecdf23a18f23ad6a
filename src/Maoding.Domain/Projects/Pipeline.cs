using Maoding.Domain.Access;
using Maoding.Domain.Search;

namespace Maoding.Domain.Projects;

/// <summary>Where a 招商与谋划 lead stands.</summary>
public enum LeadState
{
    /// <summary>线索.</summary>
    Clue = 1,

    /// <summary>洽谈.</summary>
    Talks = 2,

    /// <summary>签约.</summary>
    Contracted = 3,

    /// <summary>落地: a company is registered, a site is found.</summary>
    Landed = 4,

    /// <summary>已入库: it became a project.</summary>
    Entered = 5,

    /// <summary>终止.</summary>
    Ended = 9,
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

    public static string NameOf(LeadState state) => state switch
    {
        LeadState.Clue => "线索",
        LeadState.Talks => "洽谈",
        LeadState.Contracted => "签约",
        LeadState.Landed => "落地",
        LeadState.Entered => "已入库",
        LeadState.Ended => "终止",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>招商、谋划线索: what may become a project.</summary>
public sealed class Lead : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>投资方; empty for what the district plans itself.</summary>
    public string Investor { get; set; } = "";

    public Sector Sector { get; set; }

    /// <summary>意向投资, 万元; 0 while unknown.</summary>
    public decimal Amount { get; set; }

    /// <summary>Who follows it.</summary>
    public int UnitId { get; set; }

    public int? LeaderPostId { get; set; }

    /// <summary>Where it came from.</summary>
    public string Origin { get; set; } = "";

    /// <summary>What stands now.</summary>
    public string Note { get; set; } = "";

    public LeadState State { get; set; } = LeadState.Clue;

    public DateOnly FoundOn { get; set; }

    /// <summary>Since when it is in its state.</summary>
    public DateOnly Since { get; set; }

    /// <summary>What comes next, until when.</summary>
    public string NextStep { get; set; } = "";

    public DateOnly? NextOn { get; set; }

    /// <summary>Why it was ended.</summary>
    public string Reason { get; set; } = "";

    /// <summary>What it became.</summary>
    public int? ProjectId { get; set; }

    public int Version { get; set; } = 1;

    SearchKind ISearched.FoundAs => SearchKind.Lead;

    IEnumerable<string> ISearched.SearchTexts => [string.Join('\n', Name, Investor, Origin, Note)];
}

/// <summary>What is sought from above.</summary>
public enum SoughtKind
{
    /// <summary>政策.</summary>
    Policy = 1,

    /// <summary>资金.</summary>
    Funds = 2,

    /// <summary>规划: to be written into an upper plan.</summary>
    Planning = 3,
}

public enum SoughtState
{
    /// <summary>筹备.</summary>
    Preparing = 1,

    /// <summary>已申报.</summary>
    Filed = 2,

    /// <summary>已获批.</summary>
    Won = 3,

    /// <summary>未获批.</summary>
    Refused = 4,

    /// <summary>放弃.</summary>
    Dropped = 5,
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

    public static string NameOf(SoughtState state) => state switch
    {
        SoughtState.Preparing => "筹备",
        SoughtState.Filed => "已申报",
        SoughtState.Won => "已获批",
        SoughtState.Refused => "未获批",
        SoughtState.Dropped => "放弃",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>向上争取: policy, money or a place in an upper plan, with the day on which the window closes.</summary>
public sealed class SoughtMatter : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public SoughtKind Kind { get; set; }

    /// <summary>国家发展改革委, 省财政厅.</summary>
    public string Authority { get; set; } = "";

    public int UnitId { get; set; }

    /// <summary>万元 asked for; null where it is not about money.</summary>
    public decimal? Amount { get; set; }

    /// <summary>万元 granted.</summary>
    public decimal? Granted { get; set; }

    public DateOnly? WindowOpens { get; set; }

    /// <summary>The last day on which it can be filed.</summary>
    public DateOnly WindowCloses { get; set; }

    public SoughtState State { get; set; } = SoughtState.Preparing;

    public DateOnly? FiledOn { get; set; }

    public DateOnly? DecidedOn { get; set; }

    /// <summary>What came of it, or why it was dropped.</summary>
    public string Result { get; set; } = "";

    /// <summary>The project it is for; null for none yet.</summary>
    public int? ProjectId { get; set; }

    public int Version { get; set; } = 1;

    SearchKind ISearched.FoundAs => SearchKind.SoughtMatter;

    IEnumerable<string> ISearched.SearchTexts => [$"{Name}\n{Authority}"];
}
