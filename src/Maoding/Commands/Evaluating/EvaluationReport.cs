namespace Maoding.Commands.Evaluating;

/// <summary>Prints scores with their 95 % bootstrap intervals and the misses.</summary>
internal static class EvaluationReport
{
    private const int Resamples = 1000;

    public static void Write(IReadOnlyList<DocumentScore> scores, TextWriter to, bool summaryOnly)
    {
        foreach (var score in scores) WriteScore(score.Name, [score], to);
        if (scores.Count > 1) WriteScore("合计", scores, to);
        if (summaryOnly) return;
        foreach (var score in scores)
        {
            to.WriteLine();
            to.WriteLine($"{score.Name} 的差错（{score.Misses.Count}）");
            foreach (var miss in score.Misses) to.WriteLine($"  {miss}");
        }
    }

    private static void WriteScore(string name, IReadOnlyList<DocumentScore> scores, TextWriter to)
    {
        to.WriteLine(name);
        WriteCounts("任务", [.. scores.SelectMany(s => s.Commitments)], to);
        WriteCounts("指标", [.. scores.SelectMany(s => s.Targets)], to);
        var right = scores.Sum(s => s.TargetsRight);
        if (right > 0) to.WriteLine($"  指标名称完全一致 {(double)scores.Sum(s => s.NamesExact) / right:0.000}");
        var functions = scores.SelectMany(s => s.Functions).ToList();
        if (functions.Count > 0)
            to.WriteLine(
                $"  职能 首位 {functions.Average(f => f.First ? 1.0 : 0):0.000}　前三 {functions.Average(f => f.Three ? 1.0 : 0):0.000}（{functions.Count} 条）");
    }

    private static void WriteCounts(string what, List<Counts> counts, TextWriter to)
    {
        var all = Sum(counts);
        var (low, high) = Interval(counts);
        to.WriteLine($"  {what} F1 {all.F1:0.000}（95% 区间 {low:0.000}–{high:0.000}）　准确 "
            + $"{all.Precision:0.000}　召回 {all.Recall:0.000}　对 {all.Right} 多 {all.False} 漏 {all.Missed}");
    }

    /// <summary>The middle 95 % of the F1 of samples drawn with replacement; the seed is fixed so that figures repeat.</summary>
    private static (double Low, double High) Interval(List<Counts> counts)
    {
        if (counts.Count == 0) return (0, 0);
#pragma warning disable CA5394 // Resampling wants a repeatable sequence, not a secret one.
        var random = new Random(20260101);
        var values = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            var sum = new Counts();
            for (var k = 0; k < counts.Count; k++) sum += counts[random.Next(counts.Count)];
            values[i] = sum.F1;
        }
#pragma warning restore CA5394
        Array.Sort(values);
        return (values[Resamples / 40], values[Resamples - 1 - (Resamples / 40)]);
    }

    private static Counts Sum(List<Counts> counts)
    {
        var sum = new Counts();
        foreach (var count in counts) sum += count;
        return sum;
    }
}
