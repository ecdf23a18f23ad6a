using System.Globalization;

namespace Maoding.Domain.Targets;

/// <summary>The planned value at each month's end.</summary>
/// <param name="Values">By month, 1 to 12 at index 0 to 11; null where no figure stands.</param>
/// <param name="Words">How it was drawn, for the page.</param>
public sealed record PlannedCurve(IReadOnlyList<decimal?> Values, string Words)
{
    /// <summary>Years before that tell the rhythm of the year.</summary>
    public const int MostYears = 3;

    /// <summary>No curve: nothing is planned before the year's end.</summary>
    public static PlannedCurve None(string words) => new(new decimal?[12], words);

    /// <param name="month">yyyymm, or 1 to 12.</param>
    public decimal? At(int month) => Values[(month % 100) - 1];

    /// <summary>What is built up follows the shape; a stock goes from where it stood last year; growth, ratios and ranks are a flat line at the goal.</summary>
    /// <param name="places">Decimals that planned values are rounded to, so that what is shown is what is compared.</param>
    public static PlannedCurve Of(TargetFacts facts, Goal goal, TargetFigures figures, int places)
    {
        if (facts.Target.Shape == CurveShape.Own && Own(facts, goal) is { } own) return own;
        if (facts.Kind is TargetKind.Zero or TargetKind.Stable or TargetKind.Improve or TargetKind.Outpace or TargetKind.InStep
            || !(facts.IsBuiltUp || facts.IsStock))
            return Drawn(
                facts, _ => goal.Line, facts.Kind is TargetKind.Outpace or TargetKind.InStep or TargetKind.Improve ? "与同期数据比较，没有固定的进度线" : "每个时点都与目标比较");
        if (facts.IsStock) return Stock(facts, goal, figures, places);
        if (facts.Target.Shape == CurveShape.Seasonal && Shares(facts, figures) is { Years.Count: > 0 } shares)
            return Drawn(
                facts, m => Math.Round(goal.Line * shares.Of(m), places, MidpointRounding.AwayFromZero), $"按{string.Join('、', shares.Years)}年各月累计占全年的比例编排");
        var why = facts.Target.Shape == CurveShape.Seasonal ? "没有往年逐月的完整数据，暂按月平均编排" : "按月平均编排";
        return Drawn(facts, m => Math.Round(goal.Line * m / 12, places, MidpointRounding.AwayFromZero), why);
    }

    /// <summary>Own values as they are stored.</summary>
    /// <returns>Twelve values; null where a part is empty; null for a text that is no curve.</returns>
    public static IReadOnlyList<decimal?>? Read(string text)
    {
        var parts = text.Split(',');
        if (parts.Length != 12) return null;
        var values = new decimal?[12];
        for (var i = 0; i < 12; i++)
        {
            if (parts[i].Trim().Length == 0) continue;
            if (!decimal.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite
                | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value)) return null;
            values[i] = value;
        }

        return values;
    }

    private static PlannedCurve Drawn(TargetFacts facts, Func<int, decimal> line, string words)
    {
        var values = new decimal?[12];
        foreach (var month in facts.Months) values[month - 1] = line(month);
        return new PlannedCurve(values, words);
    }

    private static PlannedCurve? Own(TargetFacts facts, Goal goal)
    {
        if (Read(facts.Target.Curve) is not { } own) return null;
        var values = own.ToArray();
        values[11] = goal.Line;
        return new PlannedCurve(values, "自定的进度");
    }

    private static PlannedCurve Stock(TargetFacts facts, Goal goal, TargetFigures figures, int places) =>
        figures.Own(((facts.Year - 1) * 100) + 12) is { } start
            ? Drawn(facts, m => Math.Round(start.Value + ((goal.Line - start.Value) * m / 12), places, MidpointRounding.AwayFromZero), "从上年末到目标按月平均编排")
            : None("没有上年末的数据，编排不了进度；年底时再比较");

    /// <summary>The mean over the years before that have a figure at every month's end; older or broken years say nothing.</summary>
    private static SeasonShares Shares(TargetFacts facts, TargetFigures figures)
    {
        var years = Enumerable.Range(facts.Year - MostYears, MostYears)
            .Where(y => facts.Months.All(m => figures.Own((y * 100) + m) is not null) && figures.Own((y * 100) + 12)!.Value.Value > 0).ToList();
        return new SeasonShares(years, m => years.Average(y => figures.Own((y * 100) + m)!.Value.Value / figures.Own((y * 100) + 12)!.Value.Value));
    }

    private sealed record SeasonShares(IReadOnlyList<int> Years, Func<int, decimal> Of);
}
