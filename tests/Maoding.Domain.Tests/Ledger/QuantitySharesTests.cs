using CsCheck;
using Maoding.Domain.Ledger;
using Xunit;

namespace Maoding.Domain.Tests.Ledger;

/// <summary>What leaves are given adds up to what the row promised.</summary>
public sealed class QuantitySharesTests
{
    [Fact]
    public void Even_shares_of_whole_numbers_are_whole_add_up_and_differ_by_one_at_most() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 60]).Sample((total, leaves) =>
        {
            var shares = QuantityShares.Even(total, leaves);
            Assert.Equal(leaves, shares.Count);
            Assert.Equal(total, shares.Sum());
            Assert.All(shares, s => Assert.Equal(decimal.Truncate(s), s));
            Assert.True(shares.Max() - shares.Min() <= 1);
        });

    [Fact]
    public void Even_shares_of_broken_numbers_add_up_within_six_decimals() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Int[1, 60]).Sample((millionths, leaves) =>
        {
            var total = millionths / 1_000_000m;
            var shares = QuantityShares.Even(total, leaves);
            Assert.Equal(total, shares.Sum());
            Assert.All(shares, s => Assert.Equal(decimal.Round(s, 6), s));
        });

    [Fact]
    public void A_division_is_right_exactly_when_its_sums_are() =>
        Gen.Select(Gen.Int[1, 500], Gen.Int[0, 500].Array[1, 8]).Sample((total, given) =>
        {
            QuantityValue[] whole = [new("改造小区", total, "个")];
            var problems = QuantityShares.Problems(whole, [.. given.Select(g => (IReadOnlyList<QuantityValue>)[new QuantityValue("改造小区", g, "个")])]);
            Assert.Equal(given.Sum() == total, problems.Count == 0);
        });

    [Fact]
    public void The_remainder_is_told()
    {
        QuantityValue[] whole = [new("改造小区", 12, "个")];
        var problem = Assert.Single(QuantityShares.Problems(whole, [[new("改造小区", 5, "个")], [new("改造小区", 4, "个")]]));
        Assert.Equal("“改造小区”总数 12个，各子项合计 9个，还差 3个", problem);
    }
}
