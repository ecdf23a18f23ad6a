using Maoding.Domain.Lights;

namespace Maoding.Contracts;

/// <summary>What a feature does when a month of a plan is closed, inside the one transaction; registered as a service of this type.</summary>
public abstract class ClosingPart
{
    /// <summary>When it is asked and when it freezes, ascending; no two share one.</summary>
    public abstract int Place { get; }

    /// <summary>What it tells of the plan's rows at the month. Nothing is written: the same is asked for a month that is only looked at.</summary>
    public abstract Task<ClosingWord> ReadAsync(ClosingScene scene, CancellationToken stop);
}

/// <summary>The month that is closed or looked at.</summary>
/// <param name="Month">yyyymm.</param>
/// <param name="Today">The business date.</param>
public sealed record ClosingScene(int PlanId, int Month, DateOnly Today);

/// <summary>What a part tells of rows, and what it keeps of the month itself.</summary>
public sealed record ClosingWord
{
    private static readonly IReadOnlyDictionary<int, Light> NoLights = new Dictionary<int, Light>();
    private static readonly IReadOnlyDictionary<int, int> NoShares = new Dictionary<int, int>();

    /// <summary>Lights of rows that it judges by figures of its own, by the row's id: no rule on shares is asked about these.</summary>
    public IReadOnlyDictionary<int, Light> Lights { get; init; } = NoLights;

    /// <summary>Shares of rows, 0 to 1000, that stand in the place of reports, by the row's id.</summary>
    public IReadOnlyDictionary<int, int> Shares { get; init; } = NoShares;

    /// <summary>Writes what it keeps into tracked things; the closing saves.</summary>
    public Func<MonthRules, CancellationToken, Task> Freeze { get; init; } = (_, _) => Task.CompletedTask;
}

/// <summary>The rules that a month is judged by.</summary>
/// <param name="EditionId">Kept with each result.</param>
public sealed record MonthRules(LightRules Rules, int EditionId);
