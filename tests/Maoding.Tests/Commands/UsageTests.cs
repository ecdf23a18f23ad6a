using Xunit;

namespace Maoding.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("decompose")]
    [InlineData("拆解")]
    [InlineData("decompose", "a.txt", "--format", "pdf")]
    [InlineData("decompose", "a.txt", "--formatt", "json")]
    [InlineData("decompose", "a.txt", "b.txt")]
    [InlineData("decompose", "a.txt", "--year", "明年")]
    [InlineData("decompose", "a.txt", "--year", "0")]
    [InlineData("decompose", "a.txt", "--year", "20260")]
    [InlineData("decompose", "a.txt", "-o")]
    [InlineData("decompose", "a.txt", "--year", "2026", "--year", "2027")]
    [InlineData("decompose", "a.txt", "--explain=yes")]
    [InlineData("evaluate")]
    [InlineData("demo", "a.txt")]
    public void A_wrong_call_says_in_one_chinese_line_what_is_wrong(params string[] arguments)
    {
        var run = Cli.Run(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Bytes);
        Assert.StartsWith("命令没写对：", run.Errors);
        Assert.EndsWith("用 --help 看用法。\n", run.Errors);
        Assert.Equal(1, run.Errors.Count(c => c == '\n'));
        Assert.DoesNotMatch("[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", run.Errors);
    }

    [Fact]
    public void Help_is_in_chinese_and_names_every_option()
    {
        var run = Cli.Run("decompose", "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.All(["--format", "--output", "--units", "--year", "--explain", "计划年度"], words => Assert.Contains(words, run.Output));
        Assert.DoesNotContain("Usage", run.Output);
    }
}
