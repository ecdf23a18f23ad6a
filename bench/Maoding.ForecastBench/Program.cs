using System.Diagnostics;
using Maoding.ForecastBench;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: Maoding.ForecastBench FOLDER (with m3-monthly.csv and china-retail-2012-2018.csv)");
    return 2;
}

const int AnyMonth = 199001, Ahead = 11, FirstOrigin = 33;
var watch = Stopwatch.StartNew();
var m3 = RealSeries.M3(folder);
var whole = Over(m3);
Console.WriteLine($"M3, {m3.Count} monthly series, 18 ahead, {watch.Elapsed.TotalSeconds:0.0} s");
Errors(whole);
Console.WriteLine("chosen: " + string.Join(", ", whole.Chosen.OrderByDescending(c => c.Value).Select(c => $"{c.Key} {c.Value}")));
Coverage("steps 1-18", whole);
Console.WriteLine("by step, 80/95 %: "
    + string.Join("  ", whole.ByStep.Where(s => s.Key % 3 == 0 || s.Key == 1).Select(s => $"{s.Key}: {s.Value.Covered80:0.0}/{s.Value.Covered95:0.0}")));
Console.WriteLine("at least the last known value, % said and came: "
    + string.Join("  ", whole.Likely.Where(l => l.Said > 0).Select(l => $"{l.Mean:0}: {100.0 * l.Came / l.Said:0}")));
Coverage("even series", Over([.. m3.Where((_, i) => i % 2 == 0)]));
Coverage("odd series", Over([.. m3.Where((_, i) => i % 2 == 1)]));

Console.WriteLine();
Console.WriteLine("M3 with only the last values given");
foreach (var length in (int[])[60, 48, 36, 30, 24, 20, 12, 8, 6, 4])
{
    var shorter = Over([.. m3.Select(s => (s.Past[^Math.Min(length, s.Past.Length)..], s.Future))]);
    Coverage($"last {length,2}: sMAPE {shorter.Tallies["product"].Smape:0.00}", shorter);
}

Console.WriteLine();
Trying all = new();
Console.WriteLine($"China's retail sales, eleven periods a year, from every end after {FirstOrigin} values, up to {Ahead} ahead");
foreach (var (name, values) in RealSeries.Retail(folder))
{
    var trying = new Trying();
    for (var origin = FirstOrigin; origin < values.Length; origin++)
    {
        foreach (var into in (Trying[])[trying, all]) into.Try(201202, values[..origin], values[origin..Math.Min(values.Length, origin + Ahead)], 11);
    }

    Console.WriteLine(name);
    Errors(trying);
    Coverage("  coverage", trying);
}

Coverage("all four", all);

Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s");
var met = whole.Tallies["product"].Smape <= 9.5 && whole.Steps is { Covered80: >= 75 and <= 87, Covered95: >= 92 and <= 97 };
Console.WriteLine(met ? "demands met" : "DEMANDS MISSED");
return met ? 0 : 1;

static Trying Over(IReadOnlyList<(double[] Past, double[] Future)> series)
{
    var trying = new Trying();
    foreach (var (past, future) in series) trying.Try(AnyMonth, past, future, 12);
    return trying;
}

static void Errors(Trying trying)
{
    foreach (var (name, tally) in trying.Tallies) Console.WriteLine($"  sMAPE {tally.Smape,6:0.00}  MASE {tally.Mase,5:0.000}  {name}");
}

static void Coverage(string of, Trying trying) =>
    Console.WriteLine(
        $"{of}: 80 % holds {trying.Steps.Covered80:0.0}, 95 % {trying.Steps.Covered95:0.0}; of sums {trying.Sums.Covered80:0.0}, {trying.Sums.Covered95:0.0}");
