using Maoding.Documents.Reading.Word;
using Xunit;

namespace Maoding.Documents.Tests.Reading;

public sealed class WordNumberingTests
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 21, "二十一")]
    [InlineData("chineseCountingThousand", 11, "十一")]
    [InlineData("chineseCountingThousand", 101, "一百零一")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 1010, "一千零一十")]
    [InlineData("japaneseCounting", 3, "三")]
    [InlineData("ideographDigital", 102, "一〇二")]
    [InlineData("ideographTraditional", 3, "丙")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("decimalFullWidth", 10, "１０")]
    [InlineData("decimalEnclosedCircle", 1, "①")]
    [InlineData("decimalEnclosedCircleChinese", 21, "㉑")]
    [InlineData("decimalEnclosedParen", 2, "⑵")]
    [InlineData("decimalEnclosedFullstop", 2, "⒉")]
    [InlineData("lowerLetter", 27, "aa")]
    [InlineData("upperLetter", 2, "B")]
    [InlineData("upperRoman", 14, "XIV")]
    [InlineData("lowerRoman", 9, "ix")]
    [InlineData("ordinal", 12, "12th")]
    [InlineData("none", 5, "")]
    public void Numbers_are_written_in_every_common_format(string format, int number, string expected) =>
    Assert.Equal(expected, NumberWords.Write(number, format));

    [Fact]
    public void Levels_count_and_restart_under_a_higher_level()
    {
        var numbering = "<w:abstractNum w:abstractNumId=\"0\">" + Level(0, "chineseCountingThousand", "%1、")
            + Level(1, "chineseCountingThousand", "（%2）") + Level(2, "decimal", "%3.")
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        var body = In(1, 0, "总体要求") + In(1, 1, "目标") + In(1, 2, "甲") + In(1, 2, "2025年乙") + In(1, 1, "任务") + In(1, 2, "丙") + In(1, 0, "重点工作") + In(1, 1, "产业");
        Assert.Equal("一、总体要求\n（一）目标\n1. 甲\n2. 2025年乙\n（二）任务\n1. 丙\n二、重点工作\n（一）产业", TestPackage.Word(body).Numbering(numbering).Text());
    }

    [Fact]
    public void Labels_may_show_several_levels_and_legal_numbers()
    {
        var numbering = "<w:abstractNum w:abstractNumId=\"0\">" + Level(0, "chineseCounting", "第%1章", "<w:suff w:val=\"space\"/>")
            + Level(1, "decimal", "%1.%2", "<w:isLgl/><w:suff w:val=\"nothing\"/>")
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        Assert.Equal("第一章 总则\n1.1目的\n1.2依据", TestPackage.Word(In(1, 0, "总则") + In(1, 1, "目的") + In(1, 1, "依据")).Numbering(numbering).Text());
    }

    [Fact]
    public void Two_uses_of_a_list_count_on_and_a_start_override_begins_again()
    {
        var numbering = List(1, "decimal", "%1、") + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";
        Assert.Equal("1、甲\n2、乙\n5、丙\n6、丁", TestPackage.Word(In(1, 0, "甲") + In(2, 0, "乙") + In(3, 0, "丙") + In(3, 0, "丁")).Numbering(numbering).Text());
    }

    [Fact]
    public void A_use_may_replace_a_level()
    {
        var numbering = List(1, "decimal", "%1、")
            + $"<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">{Level(0, "upperLetter", "（%1）")}</w:lvlOverride></w:num>";
        Assert.Equal("（A）甲", TestPackage.Word(In(2, 0, "甲")).Numbering(numbering).Text());
    }

    [Fact]
    public void Restart_rules_of_levels_are_kept()
    {
        var numbering = "<w:abstractNum w:abstractNumId=\"0\">" + Level(0, "chineseCounting", "%1、") + Level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>")
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        Assert.Equal("一、甲\n1. 子\n二、乙\n2. 丑", TestPackage.Word(In(1, 0, "甲") + In(1, 1, "子") + In(1, 0, "乙") + In(1, 1, "丑")).Numbering(numbering).Text());
    }

    [Fact]
    public void Styles_put_their_paragraphs_in_lists()
    {
        const string styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
        var numbering = "<w:abstractNum w:abstractNumId=\"0\">" + Level(0, "chineseCounting", "%1、")
            + Level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"C\"/>")
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        var body = Styled("A", "甲") + Styled("C", "子") + Styled("B", "乙")
            + WordTests.P("不编号", "<w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>");
        Assert.Equal("一、甲\n（一）子\n二、乙\n不编号", TestPackage.Word(body).Styles(styles).Numbering(numbering).Text());
    }

    [Fact]
    public void A_list_style_lends_its_levels()
    {
        var numbering = List(1, "decimal", "%1、")
            .Replace("<w:abstractNum w:abstractNumId=\"1\">", "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"L\"/>")
            + "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink w:val=\"L\"/></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"7\"/></w:num>";
        Assert.Equal("1、甲", TestPackage.Word(In(7, 0, "甲")).Numbering(numbering).Text());
    }

    [Fact]
    public void Bullets_are_no_numbers_and_unknown_lists_are_silent()
    {
        Assert.Equal("甲\n乙", TestPackage.Word(In(1, 0, "甲") + In(99, 0, "乙")).Numbering(List(1, "bullet", "●")).Text());
    }

    internal static string List(int id, string format, string text) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\">{Level(0, format, text)}</w:abstractNum><w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>";

    internal static string In(int list, int level, string words) =>
        WordTests.P(words, $"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>");

    private static string Styled(string style, string words) => WordTests.P(words, $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");

    private static string Level(int level, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";
}
