using Xunit;

namespace Maoding.Tests.Commands;

/// <summary>Every bad input: refused with one Chinese line that says what to do, nothing written, little memory.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file() => Refused(_folder.Write("空.txt", ""), "DOC005");

    [Fact]
    public void A_file_of_blanks() => Refused(_folder.Write("空白.txt", " \n\n　\n"), "DOC005");

    [Fact]
    public void A_binary_file()
    {
        var bytes = new byte[5000];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 31 % 7 * i);
        Refused(_folder.Write("程序.txt", bytes), "DOC007");
    }

    [Fact]
    public void An_encrypted_docx() => Refused(_folder.Write("加密.docx", BadFiles.EncryptedDocx()), "DOC010");

    [Fact]
    public void A_truncated_docx()
    {
        var whole = BadFiles.Docx(string.Concat(Enumerable.Repeat(BadFiles.Paragraph("新建学校三所。"), 500)));
        Refused(_folder.Write("截断.docx", whole[..(whole.Length / 2)]), "DOC011");
    }

    [Fact]
    public void A_docx_that_expands_without_end() => Refused(_folder.Write("炸弹.docx", BadFiles.Bomb(400)), "DOC012");

    [Fact]
    public void A_docx_with_a_document_type_and_entities() =>
        Refused(_folder.Write("实体.docx", BadFiles.Docx(BadFiles.Paragraph("&x;"), "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")), "DOC013");

    [Fact]
    public void A_pdf_of_pictures() => Refused(_folder.Write("扫描.pdf", BadFiles.ImagePdf()), "DOC015");

    [Fact]
    public void A_file_over_64_MB()
    {
        using (var file = File.Create(_folder.At("大.txt"))) file.SetLength((64L << 20) + 1);
        Refused(_folder.At("大.txt"), "DOC006");
    }

    [Fact]
    public void A_folder() => Refused(_folder.Root, "DOC002");

    [Fact]
    public void A_missing_file() => Refused(_folder.At("没有.txt"), "DOC001");

    [Fact]
    public void A_missing_folder() => Refused(_folder.At("没有/没有.txt"), "DOC001");

    [Fact]
    public void A_document_marked_secret() => Refused(_folder.Write("密.txt", "机密★5年\n关于重点工作的报告\n新建学校3所。\n"), "DOC016");

    [Fact]
    public void A_file_without_permission()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("权限测试只在类 Unix 系统上做");
            return;
        }

        var file = _folder.Write("别人的.txt", "新建学校3所。\n");
        File.SetUnixFileMode(file, UnixFileMode.None);
        var run = Environment.UserName == "root" ? Cli.RunAsNobody("decompose", file) : Cli.Run("decompose", file);
        Assert.SkipWhen(run is null, "当前账户什么都能读，也不能换成别的账户");
        AssertRefusal(run!, "DOC003");
    }

    [Fact]
    public void A_unit_list_that_is_missing_or_has_no_units()
    {
        AssertRefusal(Cli.Run("decompose", Cli.Speech, "--units", _folder.At("没有.xlsx")), "DOC001");
        AssertRefusal(Cli.Run("decompose", Cli.Speech, "--units", _folder.Write("单位.txt", "单位名称\t简称\n")), "DOC017");
    }

    private void Refused(string input, string code)
    {
        var before = _folder.Names;
        AssertRefusal(Cli.Run("decompose", input, "-o", _folder.At("台账.xlsx")), code);
        Assert.Equal(before, _folder.Names);
    }

    private static void AssertRefusal(CliRun run, string code)
    {
        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Bytes);
        Assert.StartsWith(code + " ", run.Errors);
        AssertOneChineseLine(run.Errors);
        Assert.InRange(run.PeakMegabytes, 1, 512);
    }

    private static void AssertOneChineseLine(string errors)
    {
        Assert.EndsWith("。\n", errors);
        Assert.Equal(1, errors.Count(c => c == '\n'));
        Assert.Contains(errors, c => c is >= '\u4e00' and <= '\u9fa5');
        Assert.True(errors.Contains('请') || errors.Contains("不得", StringComparison.Ordinal), errors);
    }
}
