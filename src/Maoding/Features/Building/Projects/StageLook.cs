using Maoding.Domain.Projects;

namespace Maoding.Features.Building.Projects;

/// <summary>How states of projects are drawn: the word stands in it, the shape tells it on a black-and-white print.</summary>
public static class StageLook
{
    public static string Class(Stage stage) => stage switch
    {
        Stage.Started or Stage.Building => "mark mark-blue",
        Stage.Completed or Stage.Operating => "mark mark-green",
        Stage.Suspended => "mark mark-yellow",
        _ => "mark mark-plain",
    };

    public static string Class(ProjectMonthState state) => state switch
    {
        ProjectMonthState.Accepted => "mark mark-green",
        ProjectMonthState.Submitted => "mark mark-blue",
        ProjectMonthState.Returned => "mark mark-red",
        _ => "mark mark-plain",
    };
}
