namespace Maoding.Training;

/// <summary>Counts of right and wrong decisions.</summary>
internal readonly record struct Score(int Hits, int False, int Missed)
{
    public double Precision => Hits + False == 0 ? 0 : (double)Hits / (Hits + False);

    public double Recall => Hits + Missed == 0 ? 0 : (double)Hits / (Hits + Missed);

    public double F1 => Hits == 0 ? 0 : 2.0 * Hits / ((2 * Hits) + False + Missed);

    public static Score operator +(Score a, Score b) => new(a.Hits + b.Hits, a.False + b.False, a.Missed + b.Missed);

    public static Score Of(LabelledDocument document, Func<Example, bool> decide)
    {
        var score = new Score();
        foreach (var example in document.Examples)
        {
            var said = example.Features is not null && decide(example);
            score += new Score(said && example.Label ? 1 : 0, said && !example.Label ? 1 : 0, !said && example.Label ? 1 : 0);
        }

        return score;
    }

    public static void PrintMisses(LabelledDocument document, Weights weights)
    {
        foreach (var example in document.Examples)
        {
            var odds = example.Features is null ? -9 : weights.LogOdds(example);
            if (odds > 0 != example.Label) Console.WriteLine($"   {(example.Label ? "missed" : "false "),-6} {odds,5:0.0} {example.Words}");
            if (odds > 0 != example.Label && example.Features is not null && Environment.GetEnvironmentVariable("WHY") is not null)
                Console.WriteLine("          " + string.Join(' ', weights.Names.Select((n, i) => (n, w: weights.Values[i] * example.Features[i]))
                    .Where(p => p.w != 0).OrderBy(p => -Math.Abs(p.w)).Select(p => $"{p.n}{p.w:+0.0;-0.0}")));
        }
    }
}
