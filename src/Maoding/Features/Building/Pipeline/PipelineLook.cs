using Maoding.Domain.Projects;

namespace Maoding.Features.Building.Pipeline;

/// <summary>How states of the pipeline are drawn: the word stands in it, the shape tells it on a black-and-white print.</summary>
public static class PipelineLook
{
    public static string Class(LeadState state) => state switch
    {
        LeadState.Contracted or LeadState.Landed => "mark mark-blue",
        LeadState.Entered => "mark mark-green",
        _ => "mark mark-plain",
    };

    public static string Class(SoughtState state) => state switch
    {
        SoughtState.Filed => "mark mark-blue",
        SoughtState.Won => "mark mark-green",
        SoughtState.Refused => "mark mark-red",
        _ => "mark mark-plain",
    };

    public static string Class(WindowState window) => window switch
    {
        WindowState.Missed or WindowState.Urgent => "mark mark-red",
        WindowState.Near => "mark mark-yellow",
        _ => "mark mark-plain",
    };

    public static string Words(WindowState window, SoughtMatter matter, DateOnly today) => (window, matter.WindowCloses.DayNumber - today.DayNumber) switch
    {
        (WindowState.Missed, _) => "窗口已关闭",
        (_, 0) => "今天关闭",
        (WindowState.Ahead, _) => "窗口未开",
        (_, var days) => $"还有 {days} 天",
    };
}
