using Maoding.Domain.Access;

namespace Maoding.Domain.Projects;

/// <summary>What permission checks need to know of leads and of matters sought from above.</summary>
public static class PipelineFacts
{
    /// <summary>A negotiation may be kept among a few.</summary>
    public static AccessMap<Lead> Leads { get; } = new() { Units = [l => l.UnitId], LeaderPosts = [l => l.LeaderPostId], Restricted = l => l.Id };

    public static AccessMap<SoughtMatter> Matters { get; } = new() { Units = [m => m.UnitId] };
}

/// <summary>How near the last day is on which a matter can be filed.</summary>
public enum WindowState
{
    /// <summary>Not open yet.</summary>
    Ahead = 1,

    Open = 2,

    /// <summary>Closes within <see cref="SoughtWindow.NearDays"/>.</summary>
    Near = 3,

    /// <summary>Closes within <see cref="SoughtWindow.UrgentDays"/>.</summary>
    Urgent = 4,

    /// <summary>Closed without a filing.</summary>
    Missed = 5,
}

/// <summary>The window of a matter that is still being prepared.</summary>
public static class SoughtWindow
{
    public const int NearDays = 30;

    public const int UrgentDays = 7;

    /// <summary>Null once it was filed or dropped: its window no longer matters.</summary>
    public static WindowState? Of(SoughtMatter matter, DateOnly today)
    {
        if (matter.State != SoughtState.Preparing) return null;
        return (matter.WindowCloses.DayNumber - today.DayNumber) switch
        {
            < 0 => WindowState.Missed,
            <= UrgentDays => WindowState.Urgent,
            <= NearDays => WindowState.Near,
            _ when matter.WindowOpens > today => WindowState.Ahead,
            _ => WindowState.Open,
        };
    }
}
