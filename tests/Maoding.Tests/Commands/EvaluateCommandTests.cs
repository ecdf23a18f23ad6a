using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests.Commands;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Sentence = "新建学校3所。";
    private const string Row = "{\"offset\":0,\"length\":7,\"text\":\"新建学校3所。\",\"label\":\"commitment\",\"targets\":[],\"units\":[\"教育\"]}";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_corpus_folder_is_scored_document_by_document_and_pooled()
    {
        var run = Cli.Run("evaluate", Path.Combine(Corpus.Root, "tests", "corpus"));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        Assert.All(["city-plenary", "district-plan", "province-report", "town-report", "合计", "任务 F1 0.", "95% 区间", "职能 首位 0.", "的差错（"],
            words => Assert.Contains(words, run.Output));
        var summary = Cli.Run("evaluate", Path.Combine(Corpus.Root, "tests", "corpus"), "--summary").Output;
        Assert.StartsWith(summary, run.Output);
        Assert.DoesNotContain("差错", summary);
    }

    [Theory]
    [InlineData("{\"offset\":0,")]
    [InlineData("{\"offset\":0,\"length\":7}")]
    [InlineData("{\"offset\":\"0\",\"length\":7,\"text\":\"新建学校3所。\",\"label\":\"none\"}")]
    [InlineData("{\"offset\":0.5,\"length\":7,\"text\":\"新建学校3所。\",\"label\":\"none\"}")]
    [InlineData("{\"offset\":0,\"length\":7,\"text\":null,\"label\":\"none\",\"targets\":[{\"text\":\"3所\",\"name\":\"学校\",\"kind\":\"amount\"}]}")]
    [InlineData("{\"offset\":0,\"length\":7,\"text\":\"新建学校3所。\",\"label\":\"both\",\"targets\":[{\"text\":null,\"name\":\"学校\",\"kind\":\"amount\"}]}")]
    [InlineData("[]")]
    [InlineData("不是 JSON")]
    public void A_damaged_label_is_named_with_its_line(string row)
    {
        _folder.Write("甲.txt", Sentence + "\n");
        _folder.Write("甲.labels.jsonl", Row + "\n\n" + row + "\n");
        AssertRefusal(Cli.Run("evaluate", _folder.Root), "EVA003");
        Assert.Contains("第 3 行", Cli.Run("evaluate", _folder.Root).Errors);
    }

    [Fact]
    public void A_missing_folder_and_a_folder_without_labels()
    {
        AssertRefusal(Cli.Run("evaluate", _folder.At("没有")), "EVA001");
        AssertRefusal(Cli.Run("evaluate", _folder.Root), "EVA002");
    }

    private static void AssertRefusal(CliRun run, string code)
    {
        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Bytes);
        Assert.StartsWith(code + " ", run.Errors);
        Assert.EndsWith("。\n", run.Errors);
        Assert.Equal(1, run.Errors.Count(c => c == '\n'));
    }
}
