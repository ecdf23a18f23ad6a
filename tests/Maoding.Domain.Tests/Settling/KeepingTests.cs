using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Xunit;

namespace Maoding.Domain.Tests.Settling;

public sealed class KeepingTests
{
    /// <summary>A leaf each: D done, d settled as done, S stopped, A answered for, C carried, o open.</summary>
    [Theory]
    [InlineData("", Kept.NoPromise)]
    [InlineData("D", Kept.Kept)]
    [InlineData("Dd", Kept.Kept)]
    [InlineData("DC", Kept.Partly)]
    [InlineData("DS", Kept.Partly)]
    [InlineData("DA", Kept.Partly)]
    [InlineData("CA", Kept.Carried)]
    [InlineData("AS", Kept.NotKept)]
    [InlineData("Do", Kept.Open)]
    [InlineData("So", Kept.Open)]
    public void A_sentence_is_kept_as_its_leaves_are(string leaves, Kept expected) => Assert.Equal(expected, Keeping.Of(leaves.Select(l => l switch
    {
        'D' => (CommitmentState.Done, null),
        'd' => (CommitmentState.Verified, SettlementKind.Done),
        'S' => (CommitmentState.Stopped, null),
        'A' => (CommitmentState.InProgress, SettlementKind.Answered),
        'C' => (CommitmentState.InProgress, (SettlementKind?)SettlementKind.Carried),
        _ => (CommitmentState.InProgress, null),
    })));

    [Fact]
    public void Rows_are_answered_for_from_December_on()
    {
        Keeping.DemandYearEnd(2026, new DateOnly(2026, 12, 1));
        Assert.Equal("SET101", Assert.Throws<RefusalException>(() => Keeping.DemandYearEnd(2026, new DateOnly(2026, 11, 30))).Code);
    }
}
