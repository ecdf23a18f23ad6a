using Xunit;

namespace Maoding.Tests.Commands;

/// <summary>A result is written whole or not at all, and never over what the user did not mean.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_folder() => Refused(_folder.At("没有/台账.json"), "OUT001");

    [Fact]
    public void A_folder_in_the_files_place() => Refused(_folder.Root, "OUT001");

    [Fact]
    public void An_unknown_extension() => Refused(_folder.At("台账.pdf"), "OUT005");

    [Fact]
    public void The_input_itself()
    {
        var input = _folder.Write("讲话.txt", "一、重点工作\n新建学校3所。\n");
        Refused(input, "OUT006", input);
        Assert.StartsWith("一、", File.ReadAllText(input));
    }

    [Fact]
    public void A_read_only_file_stays_as_it_is()
    {
        var output = _folder.Write("台账.json", "旧");
        File.SetAttributes(output, FileAttributes.ReadOnly);
        Refused(output, "OUT002");
        Assert.Equal("旧", File.ReadAllText(output));
    }

    [Fact]
    public void A_folder_without_permission()
    {
        var run = Cli.RunAsNobody("decompose", Cli.Speech, "-o", "/usr/台账.json");
        Assert.SkipWhen(run is null || run.Errors.StartsWith("DOC", StringComparison.Ordinal), "不能换成别的账户，或别的账户读不到样例");
        AssertRefusal(run!, "OUT002");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xlsx")]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("text")]
    public void A_full_disk_on_standard_output(string format)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "没有 /dev/full");
        AssertRefusal(Cli.RunInto("/dev/full", "decompose", Cli.Speech, "-f", format), "OUT003");
    }

    [Fact]
    public void A_device_is_written_to_and_never_replaced()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "没有 /dev/full");
        AssertRefusal(Cli.Run("decompose", Cli.Speech, "-f", "json", "-o", "/dev/full"), "OUT003");
        Assert.Equal(0, Cli.Run("decompose", Cli.Speech, "-f", "json", "-o", "/dev/null").ExitCode);
        Assert.Throws<IOException>(() => File.WriteAllText("/dev/full", "满"));
    }

    [Fact]
    public void A_link_is_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "建链接需要特权");
        _folder.Write("真.json", "旧");
        File.CreateSymbolicLink(_folder.At("链接.json"), _folder.At("真.json"));
        Assert.Equal(0, Cli.Run("decompose", Cli.Speech, "-o", _folder.At("链接.json")).ExitCode);
        Assert.StartsWith("{", File.ReadAllText(_folder.At("真.json")));
        Assert.NotNull(new FileInfo(_folder.At("链接.json")).LinkTarget);
    }

    [Fact]
    public void An_older_result_is_replaced_whole()
    {
        var output = _folder.Write("台账.json", new string('旧', 1_000_000));
        Assert.Equal(0, Cli.Run("decompose", Cli.Speech, "-o", output).ExitCode);
        Assert.EndsWith("}\n", File.ReadAllText(output));
        Assert.Equal(["台账.json"], _folder.Names);
    }

    private void Refused(string output, string code, string? input = null)
    {
        var before = _folder.Names;
        AssertRefusal(Cli.Run("decompose", input ?? Cli.Speech, "-o", output), code);
        Assert.Equal(before, _folder.Names);
    }

    private static void AssertRefusal(CliRun run, string code)
    {
        Assert.Equal(4, run.ExitCode);
        Assert.Empty(run.Bytes);
        Assert.StartsWith(code + " ", run.Errors);
        Assert.Contains("请", run.Errors);
        Assert.EndsWith("。\n", run.Errors);
        Assert.DoesNotMatch("[A-Za-z]{3,} [a-z]{2,}", run.Errors);
        Assert.Equal(1, run.Errors.Count(c => c == '\n'));
    }
}
