using Maoding.Domain.Targets;

namespace Maoding.Features.Aiming;

/// <summary>What is expected of the year's end.</summary>
internal static class TargetOutlook
{
    public static Outlook? Of(TargetFacts facts, TargetFigures figures, Evaluation evaluation, int month) => null;
}
