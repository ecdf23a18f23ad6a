using Maoding.Domain.Progress;

namespace Maoding.Features.Progress.Reporting;

/// <summary>The class that gives a report's state its shape and colour; the word stands in it.</summary>
public static class ReportMark
{
    public static string Class(ReportState state) => state switch
    {
        ReportState.Submitted => "mark mark-yellow",
        ReportState.SignedOff => "mark mark-blue",
        ReportState.Accepted => "mark mark-green",
        ReportState.Returned => "mark mark-red",
        _ => "mark mark-plain",
    };
}
