using Maoding.Domain.Search;

namespace Maoding.Domain.Problems;

/// <summary>Where a problem was met.</summary>
public enum ProblemOrigin
{
    /// <summary>月度填报.</summary>
    Report = 1,

    /// <summary>项目调度.</summary>
    Project = 2,

    /// <summary>领导走访.</summary>
    Visit = 3,

    /// <summary>企业反映.</summary>
    Enterprise = 4,
}

/// <summary>What holds the work back.</summary>
public enum ProblemCause
{
    /// <summary>前期手续.</summary>
    Procedures = 1,

    /// <summary>土地征迁.</summary>
    Land = 2,

    /// <summary>基础设施配套.</summary>
    Utilities = 3,

    /// <summary>资金.</summary>
    Money = 4,

    /// <summary>用工.</summary>
    Labour = 5,

    /// <summary>政策.</summary>
    Policy = 6,

    /// <summary>其他.</summary>
    Other = 9,
}

/// <summary>Who has to settle it now; what a tier can settle may not skip it.</summary>
public enum Tier
{
    /// <summary>责任单位.</summary>
    Unit = 1,

    /// <summary>分管（包联）领导.</summary>
    Leader = 2,

    /// <summary>主要负责同志: the chief of the handling unit's line.</summary>
    Chief = 3,

    /// <summary>专题会议.</summary>
    Meeting = 4,
}

/// <summary>问题清单: what stands in the way, until whoever raised it says that it does no longer.</summary>
public sealed class Problem : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    /// <summary>From 1, unique; shown as 问题0012.</summary>
    public int Number { get; set; }

    public required string Title { get; set; }

    public string Text { get; set; } = "";

    public ProblemCause Cause { get; set; }

    public ProblemOrigin Origin { get; set; }

    public int? ProjectId { get; set; }

    /// <summary>The ledger row it was met in.</summary>
    public int? CommitmentId { get; set; }

    /// <summary>The enterprise that brought it; empty for none.</summary>
    public string Enterprise { get; set; } = "";

    /// <summary>Investment that it holds back, 万元; null while nobody says.</summary>
    public decimal? HeldBack { get; set; }

    public DateOnly RaisedOn { get; set; }

    /// <summary>Account of whoever raised it: he verifies that it is solved.</summary>
    public int RaisedById { get; set; }

    /// <summary>The unit it was raised for; null when a leader or the coordinator raised it.</summary>
    public int? RaisedUnitId { get; set; }

    public ProblemState State { get; set; } = ProblemState.Raised;

    /// <summary>Who handles it; null before it is assigned.</summary>
    public int? UnitId { get; set; }

    /// <summary>The leader in charge.</summary>
    public int? LeaderPostId { get; set; }

    public DateOnly? Due { get; set; }

    public Tier Tier { get; set; } = Tier.Unit;

    /// <summary>Since when it is on its tier; the day it was assigned at first.</summary>
    public DateOnly? TierSince { get; set; }

    /// <summary>What was done, as the unit says.</summary>
    public string Resolution { get; set; } = "";

    public DateOnly? ResolvedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>How often it was opened again.</summary>
    public int Reopened { get; set; }

    public int Version { get; set; } = 1;

    public List<ProblemEvent> Events { get; set; } = [];

    public List<ProblemStep> Steps { get; set; } = [];

    SearchKind ISearched.FoundAs => SearchKind.Problem;

    IEnumerable<string> ISearched.SearchTexts => [$"{Number:0000}\n{Number}\n{Title}\n{Text}\n{Enterprise}\n{Resolution}"];
}

/// <summary>One thing that happened to a problem.</summary>
public sealed class ProblemEvent
{
    public int Id { get; set; }

    public int ProblemId { get; set; }

    /// <summary>Null for raising it.</summary>
    public ProblemMove? Move { get; set; }

    public ProblemState State { get; set; }

    public Tier Tier { get; set; }

    public DateOnly On { get; set; }

    public string Text { get; set; } = "";

    public int ById { get; set; }
}

/// <summary>A next step of a problem, with owner and time; most come from site meetings.</summary>
public sealed class ProblemStep
{
    public int Id { get; set; }

    public int ProblemId { get; set; }

    /// <summary>The meeting that decided it; null for one set at the desk.</summary>
    public int? MeetingId { get; set; }

    public required string Text { get; set; }

    public int UnitId { get; set; }

    public DateOnly Due { get; set; }

    public DateOnly? DoneOn { get; set; }

    public string Result { get; set; } = "";
}

/// <summary>现场办公: a leader goes where the work stands still and decides there.</summary>
public sealed class SiteMeeting : IVersioned, IAudited
{
    public int Id { get; set; }

    public DateOnly HeldOn { get; set; }

    public required string Place { get; set; }

    /// <summary>Whose meeting it is.</summary>
    public int LeaderPostId { get; set; }

    /// <summary>Who was there, as the minutes say.</summary>
    public string Attendees { get; set; } = "";

    /// <summary>What was seen and heard.</summary>
    public string Text { get; set; } = "";

    /// <summary>The minutes are signed: nothing changes any more. Null before.</summary>
    public DateOnly? SignedOn { get; set; }

    public int EnteredById { get; set; }

    public int Version { get; set; } = 1;

    public List<MeetingProject> Projects { get; set; } = [];
}

/// <summary>A project that a site meeting was about.</summary>
public sealed class MeetingProject
{
    public int Id { get; set; }

    public int MeetingId { get; set; }

    public int ProjectId { get; set; }
}
