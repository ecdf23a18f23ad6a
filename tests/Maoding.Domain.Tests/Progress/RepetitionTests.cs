using Maoding.Domain.Progress;
using Xunit;

namespace Maoding.Domain.Tests.Progress;

/// <summary>Last month's text in this month's report is noticed, new work is not.</summary>
public sealed class RepetitionTests
{
    private const string Before = "已完成5个小区的外墙施工，正在对其余小区入户调查，资金已拨付到位。";

    [Theory]
    [InlineData("已完成5个小区的外墙施工，正在对其余小区入户调查，资金已拨付到位。")]
    [InlineData("已完成５个小区的外墙施工, 正在对其余小区入户调查; 资金已拨付到位")]
    [InlineData("已完成5个小区的外墙施工，正在对其余小区入户调查，资金拨付到位。")]
    public void The_same_text_is_noticed_whatever_its_marks_and_a_word_more_or_less(string text) => Assert.True(Repetition.Found(text, Before));

    [Theory]
    [InlineData("")]
    [InlineData("，。")]
    [InlineData("7个小区完工验收，剩余5个小区外墙施工过半，预计9月底全部完成。")]
    [InlineData("已完成5个小区的外墙施工，正在对其余小区入户调查，资金已拨付到位。本月新开工3个小区，其中两个已搭好脚手架，另一个完成图审。")]
    public void New_work_is_not(string text) => Assert.False(Repetition.Found(text, Before));

    [Fact]
    public void A_short_text_is_the_same_only_when_it_is_equal()
    {
        Assert.True(Repetition.Found("按计划推进。", "按计划推进"));
        Assert.False(Repetition.Found("已开工", "未开工"));
    }
}
