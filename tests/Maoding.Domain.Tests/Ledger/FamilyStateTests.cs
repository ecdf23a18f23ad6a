using Maoding.Domain.Ledger;
using Xunit;

namespace Maoding.Domain.Tests.Ledger;

public sealed class FamilyStateTests
{
    private static readonly CommitmentState[] _inForce =
        [CommitmentState.Issued, CommitmentState.InProgress, CommitmentState.CompletionApplied, CommitmentState.Verified];

    [Theory]
    [InlineData(CommitmentState.Issued, CommitmentState.Done, CommitmentState.Done, CommitmentState.Done)]
    [InlineData(CommitmentState.InProgress, CommitmentState.Done, CommitmentState.Stopped, CommitmentState.Done)]
    [InlineData(CommitmentState.InProgress, CommitmentState.Done, CommitmentState.Merged, CommitmentState.Done)]
    [InlineData(CommitmentState.InProgress, CommitmentState.Done, CommitmentState.Verified, CommitmentState.InProgress)]
    [InlineData(CommitmentState.Done, CommitmentState.Done, CommitmentState.InProgress, CommitmentState.InProgress)]
    [InlineData(CommitmentState.Stopped, CommitmentState.Done, CommitmentState.Done, CommitmentState.Stopped)]
    [InlineData(CommitmentState.Draft, CommitmentState.Done, CommitmentState.Done, CommitmentState.Draft)]
    [InlineData(CommitmentState.Issued, CommitmentState.Stopped, CommitmentState.Stopped, CommitmentState.Issued)]
    public void A_row_is_done_once_all_its_leaves_that_stand_are(CommitmentState before, CommitmentState one, CommitmentState two, CommitmentState after)
    {
        var row = Row(1, null, before);
        Family.SettleState(row, [row, Row(2, 1, one), Row(3, 1, two), Row(4, 9, CommitmentState.InProgress)]);
        Assert.Equal(after, row.State);
    }

    [Fact]
    public void One_leaf_that_is_not_done_keeps_the_row_open()
    {
        foreach (var open in _inForce)
        {
            var row = Row(1, null, CommitmentState.InProgress);
            Family.SettleState(row, [Row(2, 1, CommitmentState.Done), Row(3, 1, open)]);
            Assert.Equal(CommitmentState.InProgress, row.State);
        }
    }

    private static Commitment Row(int id, int? parent, CommitmentState state) => new() { Id = id, ParentId = parent, State = state, Title = "老旧小区改造" };
}
