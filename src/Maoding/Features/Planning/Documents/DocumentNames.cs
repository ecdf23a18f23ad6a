using Maoding.Domain.Documents;

namespace Maoding.Features.Planning.Documents;

/// <summary>The words for kinds of documents.</summary>
public static class DocumentNames
{
    public static IReadOnlyList<DocumentKind> Kinds { get; } = Enum.GetValues<DocumentKind>();

    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Speech => "全会讲话",
        DocumentKind.WorkReport => "政府工作报告",
        DocumentKind.LivelihoodList => "民生实事清单",
        DocumentKind.Decision => "会议决定、批示",
        DocumentKind.BreakdownPlan => "任务分解方案",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
