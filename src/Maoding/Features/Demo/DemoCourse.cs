using System.Globalization;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Demo;

/// <summary>What happens to a row's report of a month.</summary>
internal enum CourseTurn
{
    InTime,

    /// <summary>Returned once by the coordinator, sent again in time.</summary>
    Returned,

    /// <summary>Sent after the month was closed: its arrears are made up later.</summary>
    Late,

    /// <summary>Never sent.</summary>
    Missing,
}

/// <summary>A report that the story tells: how far a row is at the end of a month, and in what words.</summary>
/// <param name="Share">0 to 1000, for rows without quantities and milestones.</param>
/// <param name="Quantities">Cumulative values by the row's quantities.</param>
/// <param name="Reached">Names of milestones reached, with their days.</param>
/// <param name="Reason">Why a number that would be doubted stands; empty for most.</param>
internal sealed record CourseReport(
    int Share, IReadOnlyList<QuantityValue> Quantities, IReadOnlyList<(string Name, DateOnly On)> Reached,
    string Done, string Problems, string NextStep, string Reason, CourseTurn Turn, string ReturnReason);

/// <summary>
/// How the rows of 云泽区 fare from January to July: most keep to their plan, some lag and catch
/// up, a few stay behind. The same every time, from the rows' numbers alone.
/// </summary>
internal static class DemoCourse
{
    private static readonly Lazy<Dictionary<string, string[]>> Words = new(ReadWords);

    /// <summary>Per mille of the plan that a row reaches, by its temperament.</summary>
    private enum Temper
    {
        Steady,
        Ahead,
        CatchingUp,
        Lagging,
        Stuck,
    }

    /// <summary>The row of which two thirds more are done than was promised.</summary>
    private const string Exceeding = "建设社区食堂12家";

    /// <param name="row">With its quantities and milestones; in force.</param>
    /// <param name="month">1 to 12.</param>
    public static CourseReport Of(Commitment row, int year, int month)
    {
        var seed = Seed(row.Number);
        var share = ShareAt(row, seed, month);
        var isBehind = share < PlanAt(row, month) - 40;
        var exceeds = share == 1000 && row.Title == Exceeding;
        var quantities = row.Quantities.OrderBy(q => q.Id)
            .Select(q => new QuantityValue(q.Name, Part(q.Value, share) + (exceeds ? q.Value * 2 / 3 : 0), q.Unit)).ToList();
        var reached = row.Milestones.Where(m => m.Due <= new DateOnly(year, month, 1).AddMonths(isBehind ? 0 : 1).AddDays(-1))
            .Select(m => (m.Name, m.Due)).ToList();
        var turn = TurnOf(row, seed, month);
        return new CourseReport(
            share, quantities, reached, Done(row, seed, month, share, quantities),
            isBehind ? Pick("问题", seed + (month / 3)) : "", isBehind ? Pick("打算", seed + (month / 3)) : Pick("顺利", seed + month),
            exceeds ? "社会力量另办的食堂一并纳入统计，名单已由民政部门核实" : "", turn, turn == CourseTurn.Returned ? Pick("退回", seed + month) : "");
    }

    /// <summary>Never falls from one month to the next.</summary>
    private static int ShareAt(Commitment row, int seed, int month) =>
        Enumerable.Range(1, month).Max(m => Math.Clamp(PlanAt(row, m) * (FactorAt(TemperOf(seed), m) + Luck(seed, m)) / 1000, 0, 1000));

    private static int FactorAt(Temper temper, int month) => temper switch
    {
        Temper.Ahead => 1250,
        Temper.CatchingUp => month is 3 or 4 ? 820 : 1010,
        Temper.Lagging => month <= 3 ? 1000 : 850,
        Temper.Stuck => month <= 2 ? 900 : 480,
        _ => 1000 + (month % 3 * 15),
    };

    /// <summary>No two rows go alike.</summary>
    private static int Luck(int seed, int month) => (((seed / 3) + (month * 29)) % 47) - 12;

    private static Temper TemperOf(int seed) => (seed % 100) switch
    {
        < 12 => Temper.Ahead,
        < 26 => Temper.CatchingUp,
        < 38 => Temper.Lagging,
        < 44 => Temper.Stuck,
        _ => Temper.Steady,
    };

    private static CourseTurn TurnOf(Commitment row, int seed, int month) => (((seed / 7) + (month * 13) + row.Title.Length) % 41) switch
    {
        0 => CourseTurn.Missing,
        1 => CourseTurn.Late,
        2 or 3 => CourseTurn.Returned,
        _ => CourseTurn.InTime,
    };

    private static int PlanAt(Commitment row, int month) => MonthlyPlans.Values(row.MonthlyPlan) is { Count: 12 } plan ? plan[month - 1] : 1000 * month / 12;

    /// <summary>Whole things stay whole.</summary>
    private static decimal Part(decimal whole, int share)
    {
        var part = whole * share / 1000;
        return decimal.Truncate(whole) == whole && whole >= 10 ? decimal.Floor(part) : Math.Round(part, 2, MidpointRounding.ToZero);
    }

    private static string Done(Commitment row, int seed, int month, int share, List<QuantityValue> quantities)
    {
        var stage = row.Kind == CommitmentKind.Target ? "指标" : share switch { < 100 => "起步", < 600 => "推进", < 1000 => "攻坚", _ => "完成" };
        var words = Pick($"{stage}·进展", seed + month).Replace("{m}", month.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var counted = quantities.Zip(row.Quantities.OrderBy(q => q.Id),
            (now, all) => string.Create(CultureInfo.InvariantCulture, $"{now.Name}累计{now.Value:0.##}{now.Unit}，全年{all.Value:0.##}{all.Unit}"));
        return string.Join('；', [words, .. counted]) + "。";
    }

    private static string Pick(string group, int number) => Words.Value[group] is { Length: > 0 } lines ? lines[number % lines.Length] : "";

    /// <summary>FNV-1a: the same on every machine, which string.GetHashCode is not.</summary>
    private static int Seed(string number)
    {
        var hash = 2166136261u;
        foreach (var c in number) hash = (hash ^ c) * 16777619u;
        return (int)((hash ^ (hash >> 15)) & 0xFFFFF);
    }

    private static Dictionary<string, string[]> ReadWords()
    {
        using var stream = typeof(DemoCourse).Assembly.GetManifestResourceStream($"{typeof(DemoCourse).Namespace}.course.md")!;
        using var reader = new StreamReader(stream);
        var groups = reader.ReadToEnd().Split("\n## ").Skip(1);
        return groups.Select(g => g.Split('\n')).ToDictionary(
            lines => lines[0].Trim(),
            lines => lines.Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Trim()).ToArray());
    }
}
