using Maoding.Domain.Issuing;
using Xunit;

namespace Maoding.Domain.Tests.Issuing;

public sealed class DocumentNumberTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData("云办发〔2026〕3号")]
    [InlineData("云办发[2026]3号")]
    [InlineData("云办发（2026）3号")]
    [InlineData(" 云办发 【2026】 3 号 ")]
    public void Brackets_and_spaces_are_put_right(string typed) => Assert.Equal("云办发〔2026〕3号", DocumentNumber.Of(typed, Day));

    [Theory]
    [InlineData("")]
    [InlineData("云办发2026年3号")]
    [InlineData("云办发〔2026〕第3号")]
    [InlineData("云办发〔2026〕03号")]
    [InlineData("云办发〔26〕3号")]
    [InlineData("〔2026〕3号")]
    [InlineData("<b>发〔2026〕3号")]
    public void What_the_standard_does_not_allow_is_refused(string typed) =>
        Assert.Equal("ISS001", Assert.Throws<RefusalException>(() => DocumentNumber.Of(typed, Day)).Code);

    [Fact]
    public void The_year_is_that_of_the_date() =>
        Assert.Equal("ISS002", Assert.Throws<RefusalException>(() => DocumentNumber.Of("云办发〔2025〕3号", Day)).Code);
}
