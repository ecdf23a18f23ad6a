using Maoding.Contracts;
using Xunit;

namespace Maoding.Tests.Contracts;

/// <summary>Of clocks that lie in one another the topmost governs; each thing is counted once.</summary>
public sealed class ClocksTests
{
    private static readonly DateOnly _day = new(2026, 3, 2);

    [Fact]
    public void The_topmost_governs_and_the_others_are_shown_beneath_it()
    {
        var governing = Clocks.Governing([At("step", 1, "order"), At("order", 5, "matter"), At("matter", 9), At("report", 3)]);
        Assert.Equal(["report", "matter"], governing.Select(g => g.Clock.Thing));
        Assert.Equal(["step", "order"], governing[1].Inner.Select(c => c.Thing));
    }

    [Fact]
    public void Who_may_not_see_the_governing_clock_sees_the_inner_one_by_itself() =>
        Assert.Equal(["step"], Clocks.Governing([At("step", 1, "secret")]).Select(g => g.Clock.Thing));

    [Fact]
    public void Clocks_that_name_each_other_end_all_the_same() =>
        Assert.Equal(2, Clocks.Governing([At("a", 1, "b"), At("b", 2, "a")]).Sum(g => 1 + g.Inner.Count));

    private static Clock At(string thing, int days, string beneath = "") => new(thing, thing, _day.AddDays(days), "/") { Beneath = beneath };
}
