using Maoding.Documents.Reading;
using Maoding.Text;
using Xunit;

namespace Maoding.Documents.Tests.Reading;

public sealed class WordTests
{
    [Fact]
    public void Paragraphs_are_lines_with_their_numbers()
    {
        var source = TestPackage.Word(P("第一段") + "<w:p/>" + P("第三段")).Read();
        Assert.Equal("第一段\n\n第三段", source.Text);
        Assert.Equal(new Place(PlaceKind.Paragraph, 3), source.PlaceOf(source.Text.IndexOf('三')));
    }

    [Fact]
    public void A_document_written_by_an_office_program_reads_like_its_source()
    {
        var source = DocumentReader.Read(Bytes.Fixture("report.docx"));
        Assert.StartsWith("政　府　工　作　报　告\n——2031年1月12日在清河区", source.Text);
        Assert.Equal(69, source.Lines.Count);
        Assert.DoesNotContain("会议文件", source.Text);
        Assert.Equal("第69段", source.PlaceOf(source.Text.Length).ToString());
    }

    [Fact]
    public void Tracked_changes_count_as_accepted()
    {
        var text = TestPackage.Word(
            "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>6%</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>7%</w:t></w:r></w:ins><w:r><w:t>左右。</w:t></w:r></w:p>"
            + "<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>").Text();
        Assert.Equal("增长7%左右。\n移来", text);
    }

    [Fact]
    public void A_deleted_paragraph_mark_joins_two_paragraphs()
    {
        var source = TestPackage.Word(P("年底前完成", "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>") + P("河道清淤。") + P("下一段")).Read();
        Assert.Equal("年底前完成河道清淤。\n下一段", source.Text);
        Assert.Equal(new Place(PlaceKind.Paragraph, 1), source.Lines[0].Place);
        Assert.Equal(new Place(PlaceKind.Paragraph, 3), source.Lines[1].Place);
    }

    [Fact]
    public void Earlier_properties_kept_by_tracking_do_not_count()
    {
        var text = TestPackage.Word(P("正文", "<w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>"))
            .Numbering(WordNumberingTests.List(1, "decimal", "%1.")).Text();
        Assert.Equal("正文", text);
    }

    [Fact]
    public void Hidden_text_is_dropped()
    {
        var package = TestPackage.Word(
            "<w:p><w:r><w:t>看得见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>又看得见</w:t></w:r>"
            + "<w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>样式隐藏</w:t></w:r></w:p>");
        Assert.Equal("看得见又看得见", package.Styles("<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>").Text());
    }

    [Fact]
    public void Words_struck_through_are_no_words()
    {
        static string Run(string words, string marks) => $"<w:r><w:rPr>{marks}</w:rPr><w:t>{words}</w:t></w:r>";
        var package = TestPackage.Word(
            $"<w:p><w:r><w:t>改造小区</w:t></w:r>{Run("46", "<w:strike/>")}{Run("52", "")}{Run("幢", "<w:dstrike/>")}{Run("个", "<w:strike w:val=\"0\"/>")}</w:p>"
            + $"<w:p><w:pPr><w:pStyle w:val=\"S\"/></w:pPr>{Run("整段划掉", "")}{Run("，除了这里", "<w:strike w:val=\"0\"/>")}</w:p>"
            + $"<w:p>{Run("样式划掉", "<w:rStyle w:val=\"C\"/>")}</w:p><w:p><w:r><w:t>下一段</w:t></w:r></w:p>");
        Assert.Equal("改造小区52个\n，除了这里\n\n下一段", package.Styles(
            "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:rPr><w:strike/></w:rPr></w:style>"
            + "<w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:dstrike/></w:rPr></w:style>").Text());
    }

    [Fact]
    public void The_number_of_a_paragraph_that_is_struck_through_goes_with_it()
    {
        const string InList = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
        var text = TestPackage.Word(
            P("甲", InList) + "<w:p>" + InList + "<w:r><w:rPr><w:strike/></w:rPr><w:t>乙</w:t></w:r></w:p>"
            + P("丙", InList)).Numbering(WordNumberingTests.List(1, "decimal", "%1.")).Text();
        Assert.Equal("1. 甲\n\n3. 丙", text);
    }

    [Fact]
    public void Breaks_tabs_hyphens_and_symbols_are_kept()
    {
        var text = TestPackage.Word(
            "<w:p><w:r><w:t>一行</w:t><w:br/><w:t>二行</w:t><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:sym "
                + "w:font=\"Wingdings\" w:char=\"F0FE\"/><w:br w:type=\"page\"/></w:r></w:p>"
            + P("<w:tabs/>尾", "<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"1\"/></w:tabs></w:pPr>").Replace("<w:tabs/>尾", "尾")).Text();
        Assert.Equal("一行\n二行\tA-B☑\n尾", text);
    }

    [Fact]
    public void Fields_show_their_results_and_contents_lists_are_dropped()
    {
        const string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
            separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var text = TestPackage.Word(
            $"<w:p>{begin}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{separate}<w:r><w:t>一、目标 1</w:t></w:r></w:p>" + P("二、任务 3") + $"<w:p>{end}</w:p>"
            + $"<w:p><w:r><w:t>共</w:t></w:r>{begin}<w:r><w:instrText> REF x "
            + $"</w:instrText></w:r>{separate}<w:r><w:t>42</w:t></w:r>{end}<w:r><w:t>项</w:t></w:r></w:p>"
            + $"<w:p>{begin}<w:r><w:instrText>坏域</w:instrText></w:r></w:p>" + P("后文还在")).Text();
        Assert.Equal("共42项\n后文还在", text.Trim('\n').Replace("\n\n", "\n"));
    }

    [Fact]
    public void Notes_comments_and_phonetic_guides_are_not_in_the_flow()
    {
        var text = TestPackage.Word(
            "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>"
            + "<w:r><w:ruby><w:rt><w:r><w:t>pīn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>").Text();
        Assert.Equal("正文拼", text);
    }

    [Theory]
    [InlineData("<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing>"
        + "</mc:Choice><mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>")]
    [InlineData("<mc:AlternateContent><mc:Choice Requires=\"x\"/><mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>")]
    [InlineData("<w:pict><v:shape><v:textbox>{0}</v:textbox></v:shape></w:pict>")]
    public void Text_boxes_follow_their_paragraph_once(string drawing)
    {
        var box = "<w:txbxContent>" + P("框内一") + P("框内二") + "</w:txbxContent>";
        var source = TestPackage.Word(
            $"<w:p><w:r><w:t>锚定段，</w:t></w:r><w:r>{string.Format(drawing, box)}</w:r><w:r><w:t>接着说。</w:t></w:r></w:p>" + P("后段")).Read();
        Assert.Equal("锚定段，接着说。\n框内一\n框内二\n后段", source.Text);
        Assert.Equal(new Place(PlaceKind.Paragraph, 1), source.Lines[2].Place);
        Assert.Equal(new Place(PlaceKind.Paragraph, 2), source.Lines[3].Place);
    }

    [Fact]
    public void Content_controls_links_and_strict_files_read_alike()
    {
        const string body = "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r>"
            + "<w:t>链接</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>标签</w:t></w:r></w:smartTag></w:p></w:sdtContent></w:sdt>";
        Assert.Equal("链接标签", TestPackage.Word(body).Text());
        var strict = TestPackage.Word("")
            .Add("word/document.xml", $"<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>{body}</w:body></w:document>");
        Assert.Equal("链接标签", strict.Text());
    }

    [Fact]
    public void External_targets_are_never_followed()
    {
        var package = TestPackage.Word(P("正文")).Add("word/_rels/document.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                + "Id=\"h\" Type=\"x/header\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>");
        Assert.Equal("正文", package.Text());
    }

    internal static string P(string words, string properties = "") => $"<w:p>{properties}<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>";
}
