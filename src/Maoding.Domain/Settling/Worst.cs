using Maoding.Domain.Lights;

namespace Maoding.Domain.Settling;

/// <summary>How a row stands, for putting rows in the order in which a meeting should speak of them.</summary>
/// <param name="Light">Of the last closed month.</param>
/// <param name="RedMonths">Closed months in a row with a red light, the last one included.</param>
/// <param name="Behind">Per mille of the whole behind its plan; 0 or less when it is not.</param>
/// <param name="Order">Place in the ledger.</param>
public sealed record Standing(int RowId, Light Light, int RedMonths, int Behind, DateOnly? Due, int Order);

/// <summary>The rows that go worst.</summary>
public static class Worst
{
    /// <summary>As many rows as a meeting of half an hour can speak of.</summary>
    public const int Spoken = 3;

    /// <summary>The order in words, for the page.</summary>
    public const string Words = "先红灯后黄灯；连续亮红灯的月数多的在前；一样多的，落后计划多的在前；再一样的，时限早的在前。";

    /// <summary>Yellow and red rows, the worst first; the ledger's order decides between equals.</summary>
    public static IEnumerable<Standing> Order(IEnumerable<Standing> rows) => rows
        .Where(r => r.Light >= Light.Yellow)
        .OrderByDescending(r => r.Light).ThenByDescending(r => r.RedMonths).ThenByDescending(r => r.Behind)
        .ThenBy(r => r.Due ?? DateOnly.MaxValue).ThenBy(r => r.Order).ThenBy(r => r.RowId);

    /// <summary>Months in a row with a red light, from the newest back.</summary>
    /// <param name="newestFirst">The lights of the closed months.</param>
    public static int RedMonths(IEnumerable<Light> newestFirst) => newestFirst.TakeWhile(l => l == Light.Red).Count();
}
