using System.Text;
using Maoding.Documents.Reading;
using Xunit;

namespace Maoding.Documents.Tests.Reading;

public sealed class SecrecyMarkTests
{
    [Theory]
    [InlineData("机密")]
    [InlineData("秘　密")]
    [InlineData("秘密★1年")]
    [InlineData("机密★１０年")]
    [InlineData("绝密★启用前")]
    [InlineData("机密★长期")]
    [InlineData("机密　特急")]
    [InlineData("特急 机密★一年")]
    [InlineData("密级：秘密")]
    [InlineData("密级:机密 保密期限:10年")]
    [InlineData("000012　　秘密★1年")]
    [InlineData("【绝密】")]
    [InlineData("机密级")]
    [InlineData("秘密文件")]
    [InlineData("（此件为秘密文件，请勿外传）")]
    [InlineData("本文件属于国家秘密，阅后交还")]
    [InlineData("关于某事项情况的报告（机密）")]
    [InlineData("份号：000001\t机密★5年")]
    public void A_marking_is_refused(string line)
    {
        var refusal = Bytes.Refusal(Encoding.UTF8.GetBytes($"某区文件\n{line}\n关于做好工作的通知\n"));
        Assert.Equal(DocumentErrors.Secret, refusal.Code);
        Assert.Contains("密", refusal.Message);
    }

    [Theory]
    [InlineData("要严格保守秘密，加强机密文件管理。")]
    [InlineData("依法保护商业秘密和个人隐私。")]
    [InlineData("商业秘密")]
    [InlineData("内部资料　注意保存")]
    [InlineData("密级：公开")]
    [InlineData("秘密工作条例学习情况")]
    [InlineData("国家秘密保护宣传月活动")]
    [InlineData("本文件不属于国家秘密")]
    [InlineData("机密制造产业园建设")]
    [InlineData("人口密度达到每平方公里2000人")]
    public void Words_about_secrets_are_no_marking(string line) => Assert.Null(SecrecyMark.Find(line));

    [Fact]
    public void A_marking_far_down_in_the_text_is_not_this_documents()
    {
        var text = string.Concat(Enumerable.Repeat("正文一句。\n", 20)) + "机密\n";
        Assert.Equal(text, Bytes.Read(Encoding.UTF8.GetBytes(text)).Text);
    }

    [Fact]
    public void A_marking_in_a_header_or_a_text_box_is_seen()
    {
        Assert.Equal(DocumentErrors.Secret, Bytes.Refusal(TestPackage.Word(WordTests.P("正文")).Header(WordTests.P("机密★1年")).ToBytes()).Code);
        var box = $"<w:p><w:r><w:t>标题</w:t></w:r><w:r><w:pict><v:textbox><w:txbxContent>{WordTests.P("秘密")}</w:txbxContent></v:textbox></w:pict></w:r></w:p>";
        Assert.Equal(DocumentErrors.Secret, Bytes.Refusal(TestPackage.Word(box).ToBytes()).Code);
        Assert.Equal(DocumentErrors.Secret, Bytes.Refusal(TestPackage.Sheets(
            ("一", "visible", $"<sheetData>{SheetTests.Row(1, SheetTests.Text("A1", "台账") + SheetTests.Text("H1", "秘密★1年"))}</sheetData>")).ToBytes()).Code);
    }
}
