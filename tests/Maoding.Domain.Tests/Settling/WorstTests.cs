using CsCheck;
using Maoding.Domain.Lights;
using Maoding.Domain.Settling;
using Xunit;

namespace Maoding.Domain.Tests.Settling;

public sealed class WorstTests
{
    private static readonly DateOnly _june = new(2026, 6, 30);

    [Fact]
    public void Red_longest_comes_first_then_what_is_furthest_behind_then_what_is_due_first()
    {
        Standing[] rows =
        [
            new(1, Light.Yellow, 0, 900, _june, 1),
            new(2, Light.Red, 1, 300, _june, 2),
            new(3, Light.Red, 3, 100, _june, 3),
            new(4, Light.Green, 0, 0, _june, 4),
            new(5, Light.Red, 1, 300, _june.AddDays(-1), 5),
            new(6, Light.Red, 1, 400, null, 6),
            new(7, Light.None, 0, 0, null, 7),
            new(8, Light.Red, 1, 300, null, 8),
        ];
        Assert.Equal([3, 6, 5, 2, 8, 1], Worst.Order(rows).Select(r => r.RowId));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("RR", 2)]
    [InlineData("RRGR", 2)]
    [InlineData("YRR", 0)]
    public void Red_months_are_counted_back_from_the_newest(string lights, int expected) =>
        Assert.Equal(expected, Worst.RedMonths(lights.Select(l => l switch { 'R' => Light.Red, 'Y' => Light.Yellow, _ => Light.Green })));

    [Fact]
    public void The_order_of_reading_changes_nothing() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1, 9]).Array[0, 12].Sample(given =>
        {
            Standing[] rows = [.. given.Select((g, i) => new Standing(i, (Light)g.Item1, g.Item2, g.Item3, _june, g.Item4))];
            Assert.Equal(Worst.Order(rows), Worst.Order(rows.Reverse()));
        });
}
