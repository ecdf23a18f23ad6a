using System.Text;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests.Commands;

public sealed class DecomposeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_is_the_format_when_none_is_named() =>
        Assert.Equal(Cli.Run("decompose", Cli.Speech, "--format", "text").Output, Cli.Run("decompose", Cli.Speech).Output);

    /// <summary>The web SDK would run it in the project's folder.</summary>
    [Fact]
    public void Relative_paths_mean_the_callers_folder_under_dotnet_run_too()
    {
        _folder.Write("讲话.txt", File.ReadAllText(Cli.Speech));
        var run = Cli.RunByDotnet(_folder.Root, "decompose", "讲话.txt", "-o", "台账.json");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal(["台账.json", "讲话.txt"], _folder.Names);
        Assert.StartsWith("聚力", Cli.RunByDotnet(Corpus.Root, "decompose", "samples/plenary-speech.txt").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json", "{\n")]
    [InlineData("md", "# ")]
    [InlineData("xlsx", "PK")]
    [InlineData("docx", "PK")]
    [InlineData("text", "聚力")]
    public void Piped_output_holds_data_alone(string format, string start)
    {
        var run = Cli.Run("decompose", Cli.Speech, "--format", format);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        Assert.StartsWith(start, run.Output);
        if (start != "PK") Assert.DoesNotContain('\u001b', run.Output);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("md")]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void The_extension_of_the_output_names_the_format(string format)
    {
        var output = _folder.At($"台账.{format}");
        var run = Cli.Run("decompose", Cli.Speech, "-o", output);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Bytes);
        Assert.StartsWith("已写入", run.Errors);
        Assert.Equal([$"台账.{format}"], _folder.Names);
        if (format is "json" or "md") Assert.Equal(Cli.Run("decompose", Cli.Speech, "-f", format).Bytes, File.ReadAllBytes(output));
    }

    [Fact]
    public void A_named_format_wins_over_the_extension_and_text_goes_to_txt()
    {
        Assert.Equal(0, Cli.Run("decompose", Cli.Speech, "-f", "json", "-o", _folder.At("结果.dat")).ExitCode);
        Assert.StartsWith("{", File.ReadAllText(_folder.At("结果.dat")));
        Assert.Equal(0, Cli.Run("decompose", Cli.Speech, "-o", _folder.At("结果.txt")).ExitCode);
        Assert.Contains("== 任务台账（", File.ReadAllText(_folder.At("结果.txt")));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void A_ledger_that_was_written_is_read_again_row_for_row(string format)
    {
        var ledger = _folder.At($"台账.{format}");
        Assert.Equal(0, Cli.Run("decompose", Cli.Speech, "-o", ledger, "--units", Cli.Units).ExitCode);
        using var first = Json.Of(Cli.Speech, "--units", Cli.Units);
        using var again = Json.Of(ledger);
        var rows = again.RootElement.GetProperty("ledger");
        Assert.Equal(first.RootElement.GetProperty("commitments").EnumerateArray()
            .Select(c => c.GetProperty("title").GetString()), rows.EnumerateArray().Select(r => r.GetProperty("text").GetString()));
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        foreach (var format in (string[])["json", "xlsx", "docx"])
            Assert.Equal(Cli.Run("decompose", Cli.Speech, "-f", format).Bytes, Cli.Run("decompose", Cli.Speech, "-f", format).Bytes);
    }

    [Fact]
    public void Explain_tells_the_rule_and_the_words_of_every_commitment()
    {
        var run = Cli.Run("decompose", Cli.Speech, "--explain");
        AssertClean(run);
        Assert.Contains("== 判断依据 ==", run.Output);
        Assert.DoesNotContain("判断依据", Cli.Run("decompose", Cli.Speech).Output);
        Assert.Contains("## 判断依据", Cli.Run("decompose", Cli.Speech, "--explain", "-f", "md").Output);
        using var json = Json.Of(Cli.Speech, "--explain");
        Assert.All(json.RootElement.GetProperty("commitments").EnumerateArray(), c => Assert.NotEmpty(c.GetProperty("evidence").EnumerateArray()));
    }

    [Fact]
    public void A_unit_list_turns_functions_into_the_districts_own_units()
    {
        using var json = Json.Of(Cli.Speech, "--units", Cli.Units);
        var known = File.ReadAllText(Cli.Units);
        var units = json.RootElement.GetProperty("commitments").EnumerateArray()
            .SelectMany(c => c.GetProperty("units").EnumerateArray()).Select(u => u.GetString()!).Distinct().ToList();
        Assert.True(units.Count > 15);
        Assert.All(units.Where(u => !u.StartsWith('各')), unit => Assert.Contains(unit, known));
        using var without = Json.Of(Cli.Speech);
        Assert.All(without.RootElement.GetProperty("commitments").EnumerateArray(), c => Assert.False(c.TryGetProperty("units", out _)));
    }

    [Fact]
    public void The_year_moves_deadlines()
    {
        var file = _folder.Write("安排.txt", "一、重点工作\n新建学校3所，年底前投用。\n");
        using var json = Json.Of(file, "--year", "2031");
        Assert.Equal(2031, json.RootElement.GetProperty("document").GetProperty("planYear").GetInt32());
        Assert.Equal("2031-12-31", json.RootElement.GetProperty("commitments")[0].GetProperty("deadline").GetString());
    }

    [Fact]
    public void A_breakdown_plan_is_read_as_written()
    {
        using var json = Json.Of(Cli.Plan);
        var rows = json.RootElement.GetProperty("ledger").EnumerateArray().ToList();
        Assert.True(rows.Count > 10);
        Assert.All(rows, row => Assert.False(string.IsNullOrEmpty(row.GetProperty("lead").GetString())));
        Assert.Contains("这是一份任务分解方案", Cli.Run("decompose", Cli.Plan).Output);
    }

    [Theory]
    [InlineData("\r\n", true)]
    [InlineData("\r\n", false)]
    [InlineData("\r", false)]
    [InlineData("\n", true)]
    public void Line_ends_and_byte_order_mark_do_not_move_offsets(string lineEnd, bool mark)
    {
        var text = File.ReadAllText(Cli.Speech).Replace("\n", lineEnd, StringComparison.Ordinal);
        File.WriteAllText(_folder.At("讲话.txt"), text, new UTF8Encoding(mark));
        Assert.Equal(Cli.Run("decompose", Cli.Speech, "-f", "json").Bytes, Cli.Run("decompose", _folder.At("讲话.txt"), "-f", "json").Bytes);
    }

    private static void AssertClean(CliRun run)
    {
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.NotEmpty(run.Bytes);
    }
}
