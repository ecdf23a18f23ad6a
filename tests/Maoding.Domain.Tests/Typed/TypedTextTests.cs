using Maoding.Domain.Ledger;
using Maoding.Domain.Search;
using Maoding.Domain.Typed;
using Xunit;

namespace Maoding.Domain.Tests.Typed;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("周　砺", "周砺")]
    [InlineData(" 周 砺 ", "周砺")]
    [InlineData("区\u200b教育局", "区教育局")]
    [InlineData("⼩区管理科", "小区管理科")]
    [InlineData("John Smith", "John Smith")]
    [InlineData("５Ｇ 专班", "５Ｇ专班")]
    public void A_name_stands_without_the_blanks_that_spread_it(string text, string name) => Assert.Equal(name, TypedText.Name(text));

    [Fact]
    public void A_search_for_radicals_asks_what_a_search_for_characters_asks() =>
        Assert.Equal(Bigrams.Index("老旧小区增长"), Bigrams.Index("⽼旧⼩\u200b区增⻓"));

    [Theory]
    [InlineData("７．５", "7.5")]
    [InlineData("6—7", "6—7")]
    [InlineData("X", "X")]
    [InlineData("7.5%", "7.5")]
    public void The_value_of_a_target_is_a_figure(string typed, string value)
    {
        var target = TargetValue.Typed("增速", "growth_at_least", typed, "%", "", "")!;
        Assert.Equal((value, true), (target.Value, target.IsFigure));
    }

    [Theory]
    [InlineData("七点五")]
    [InlineData("第三")]
    [InlineData("👍")]
    [InlineData("1.2.3")]
    public void What_is_no_figure_is_told_apart(string typed) => Assert.False(TargetValue.Typed("增速", "growth_at_least", typed, "%", "", "")!.IsFigure);
}
