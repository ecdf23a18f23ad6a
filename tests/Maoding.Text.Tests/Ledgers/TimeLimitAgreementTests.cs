using Maoding.Text.Deadlines;
using Maoding.Text.Ledgers;
using Xunit;

namespace Maoding.Text.Tests.Ledgers;

/// <summary>A ledger's cell and a speech's sentence mean the same day by the same words.</summary>
public class TimeLimitAgreementTests
{
    [Theory]
    [InlineData("年底前")]
    [InlineData("6月底前")]
    [InlineData("6月前")]
    [InlineData("三季度前")]
    [InlineData("一季度末")]
    [InlineData("上半年")]
    [InlineData("汛期前")]
    [InlineData("“五一”前")]
    [InlineData("国庆节前")]
    [InlineData("三年内")]
    [InlineData("2026年10月31日前")]
    public void Cell_and_sentence_agree(string words)
    {
        var said = DeadlineReader.Governing(DeadlineReader.Read($"{words}完成改造任务。", 0, 2026));
        Assert.NotNull(said);
        Assert.Equal(TimeLimit.Read(words, 2026), said.Date);
    }
}
