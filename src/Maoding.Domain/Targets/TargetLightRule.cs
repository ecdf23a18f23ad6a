using System.Globalization;
using Maoding.Domain.Lights;

namespace Maoding.Domain.Targets;

/// <summary>What is expected of the year's end, with its uncertainty.</summary>
/// <param name="Low">Lower end of the 80 % interval.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Likelihood">Of meeting the target, per mille.</param>
/// <param name="Words">The method and how well it did on the past.</param>
public sealed record Outlook(decimal Forecast, decimal Low, decimal High, int Likelihood, string Words)
{
    /// <summary>Each month on the way, the last included: yyyymm with the forecast and the ends of its 80 % interval.</summary>
    public IReadOnlyList<(int Month, decimal Forecast, decimal Low, decimal High)> Path { get; init; } = [];
}

/// <summary>A target's light with the line of the rule that gave it.</summary>
/// <param name="Line">Of <see cref="TargetLightRule.Lines"/>, from 1; 0 where nothing could be told.</param>
public sealed record TargetLight(Light Light, int Line, string Why);

/// <summary>目标亮灯规则: published, numbered, one for all targets.</summary>
public static class TargetLightRule
{
    public const int Number = 1;

    /// <summary>
    /// Per mille: an expected target less likely than this is warned of even while it keeps to its plan, and one behind stays yellow from here on.
    /// </summary>
    public const int EvenLikely = 500;

    /// <summary>Per mille: a binding target less likely than this is warned of.</summary>
    public const int Sure = 800;

    /// <summary>Per mille: an expected target nearly on its plan but less likely than this is red.</summary>
    public const int Unlikely = 200;

    private enum Line
    {
        Met = 1,
        Nearly,
        Missed,
        OnTrack,
        DoubtfulExpected,
        NearlyBehind,
        BehindButLikely,
        Behind,
        BindingThin,
        BindingBehind,
    }

    /// <summary>The rule as it is published, a line for each case.</summary>
    public static IReadOnlyList<(Light Light, string Words)> Lines { get; } =
    [
        (Light.Green, "已达到目标"),
        (Light.Yellow, "年度数据未达到，但属预期性目标，差距在允许的接近幅度以内"),
        (Light.Red, "年度数据未达到"),
        (Light.Green, $"达到进度要求；有预测的，完成可能不低于{Percent(EvenLikely)}（约束性不低于{Percent(Sure)}，且余量不小于接近幅度）"),
        (Light.Yellow, $"达到进度要求，但预测完成的可能低于{Percent(EvenLikely)}（预期性）"),
        (Light.Yellow, $"落后进度，差距在接近幅度以内（预期性），完成可能没有低于{Percent(Unlikely)}"),
        (Light.Yellow, $"落后进度超过接近幅度（预期性），但预测完成的可能不低于{Percent(EvenLikely)}"),
        (Light.Red, $"落后进度超过接近幅度（预期性）；差距虽小而完成可能低于{Percent(Unlikely)}的也是"),
        (Light.Yellow, $"约束性目标达到进度要求，但余量小于接近幅度，或预测完成的可能低于{Percent(Sure)}"),
        (Light.Red, "约束性目标落后进度或未达到，没有“接近”"),
    ];

    public static TargetLight Of(TargetFacts facts, Evaluation evaluation, Outlook? outlook)
    {
        if (evaluation is not { Gap: { } gap, Goal: { } goal }) return new TargetLight(Light.None, 0, evaluation.Words);
        var margin = facts.MarginOf(goal.Line);
        var likelihood = evaluation.IsFinal || evaluation.Verdict == Verdict.Met ? null : outlook?.Likelihood;
        var line = facts.Target.Nature == TargetNature.Binding
            ? Binding(evaluation, gap, HasCushion(facts, goal) ? margin : 0, likelihood)
            : Expected(evaluation, gap, margin, likelihood);
        return new TargetLight(Lines[(int)line - 1].Light, (int)line, Lines[(int)line - 1].Words);
    }

    private static Line Expected(Evaluation evaluation, decimal gap, decimal margin, int? likelihood) => evaluation.Verdict switch
    {
        Verdict.Met => Line.Met,
        Verdict.Missed => -gap <= margin ? Line.Nearly : Line.Missed,
        Verdict.OnTrack => likelihood < EvenLikely ? Line.DoubtfulExpected : Line.OnTrack,
        _ when -gap <= margin => likelihood < Unlikely ? Line.Behind : Line.NearlyBehind,
        _ => likelihood >= EvenLikely ? Line.BehindButLikely : Line.Behind,
    };

    private static Line Binding(Evaluation evaluation, decimal gap, decimal margin, int? likelihood) => evaluation.Verdict switch
    {
        Verdict.Met => Line.Met,
        Verdict.OnTrack => gap < margin || likelihood < Sure ? Line.BindingThin : Line.OnTrack,
        _ => Line.BindingBehind,
    };

    /// <summary>Whether a figure can be better than the goal at all: nothing is below zero cases, above 100 %, or between two bounds.</summary>
    private static bool HasCushion(TargetFacts facts, Goal goal) =>
        facts.Kind is not (TargetKind.Zero or TargetKind.RankTop or TargetKind.GrowthAbout or TargetKind.LevelAbout or TargetKind.InStep or TargetKind.Stable)
        && !(goal.Low >= 100 && facts.Unit.Value == "%" && !facts.IsGrowth);

    private static string Percent(int perMille) => (perMille / 10m).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
