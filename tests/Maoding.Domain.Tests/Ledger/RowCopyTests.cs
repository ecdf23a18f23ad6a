using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Xunit;

namespace Maoding.Domain.Tests.Ledger;

public sealed class RowCopyTests
{
    [Fact]
    public void A_leaf_is_reported_on_as_often_as_the_row_it_comes_from()
    {
        var row = new Commitment { Title = "整合网格1120个", PlanId = 1, Rhythm = Rhythm.TenDays };
        Assert.Equal(Rhythm.TenDays, RowCopy.Of(row, 7, RowValues.Of(row)).Rhythm);
    }
}
