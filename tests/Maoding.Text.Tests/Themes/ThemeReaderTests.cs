using Maoding.TestKit;
using Maoding.Text.Structure;
using Maoding.Text.Themes;
using Xunit;

namespace Maoding.Text.Tests.Themes;

public sealed class ThemeReaderTests
{
    public static TheoryData<SpecExample> Examples => [.. SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Themes", "专题.md"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Reads_the_themes_of_the_specification(SpecExample example)
    {
        var expected = example.Rows.Select(row => (row["专题"], row["个数"], row["成员"], row["类别"]));
        var read = ThemeReader.Read(OutlineReader.Read(SourceText.FromPlain(example.Text)));
        Assert.Equal(expected,
            read.Select(theme => (theme.Name, theme.Count?.ToString() ?? "", string.Join('、', theme.Members), theme.Kind == ThemeKind.Formula ? "政治" : "工作")));
    }

    [Fact]
    public void Mentions_point_to_the_name_in_the_source_quoted_or_bare()
    {
        var source = SourceText.FromPlain("我们要打好“三大攻坚战”。\n继续打好三大攻坚战。\n");
        var theme = Assert.Single(ThemeReader.Read(OutlineReader.Read(source)));
        Assert.Equal(["“三大攻坚战”", "三大攻坚战"], theme.Spans.Select(span => source.Slice(span).ToString()));
    }

    [Fact]
    public void A_section_titled_with_a_theme_gives_it_to_all_its_sentences()
    {
        var outline = OutlineReader.Read(SourceText.FromPlain("一、重点任务\n（一）聚焦“三大攻坚战”补短板。\n持续治理大气污染。\n稳妥化解债务风险。\n（二）聚焦城市建设强支撑。\n新建公园5处。\n"));
        var themes = ThemeReader.Read(outline);
        var bySentence = ThemeReader.BySentence(outline, themes);
        foreach (var sentence in outline.Sentences)
        {
            var words = outline.Words(sentence).ToString();
            Assert.Equal(words.Contains("大气") || words.Contains("债务") || words.Contains("攻坚战"), bySentence[sentence.Index].Count > 0);
        }
    }

    [Fact]
    public void Strands_that_open_passages_of_their_own_are_gathered()
    {
        var source = SourceText.FromPlain("打好“三大攻坚战”。在防范化解风险攻坚战方面，要守住底线。在污染防治攻坚战方面，要治理扬尘。在脱贫攻坚战方面，要防止返贫。\n");
        Assert.Equal(["防范化解风险攻坚战", "污染防治攻坚战", "脱贫攻坚战"], Assert.Single(ThemeReader.Read(OutlineReader.Read(source))).Members);
    }
}
