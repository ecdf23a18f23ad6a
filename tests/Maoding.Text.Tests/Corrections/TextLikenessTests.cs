using Maoding.Text.Corrections;
using Xunit;

namespace Maoding.Text.Tests.Corrections;

public sealed class TextLikenessTests
{
    private const string Words = "要抓好老旧小区改造，全年改造老旧小区12个，加装电梯60部。要办好人民满意的教育，新建公办幼儿园3所，年底前投用。要推进零基预算改革，6月底前清理整合专项资金20项。";

    [Fact]
    public void An_edition_with_one_other_figure_is_much_alike_whatever_its_marks_and_blanks() =>
        Assert.InRange(TextLikeness.Of(Words, Words.Replace("60", "66", StringComparison.Ordinal).Replace("，", "， ", StringComparison.Ordinal)), 0.8, 0.99);

    [Fact]
    public void Another_document_is_not_alike_nor_one_that_quotes_a_sentence() =>
        Assert.InRange(TextLikeness.Of(Words, Words[..30] + "会议决定成立工作专班，由副区长任组长，每月调度一次，结果报区委。各单位要按分工抓好落实，重大事项及时请示报告。"), 0, 0.5);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData(Words, "", 0)]
    [InlineData(Words, Words, 1)]
    public void Nothing_is_like_nothing_and_all_like_itself(string one, string other, double share) => Assert.Equal(share, TextLikeness.Of(one, other));
}
