using Maoding.TestKit;
using Maoding.Text.Structure;
using Xunit;

namespace Maoding.Text.Tests.Structure;

public sealed class OutlineReaderTests
{
    public static TheoryData<SpecExample> Examples => [.. SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Structure", "结构.md"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Reads_the_structure_of_the_specification(SpecExample example)
    {
        var outline = OutlineReader.Read(SourceText.FromPlain(example.Text));
        var read = (example.Rows[0].ContainsKey("句"), example.Rows[0].ContainsKey("级")) switch
        {
            (true, _) => outline.Sentences.Select(s => SentenceCells(outline, s)),
            (_, true) => outline.Sections.Skip(1).Select(SectionCells),
            _ => [FactsCells(outline.Facts)],
        };
        var heads = example.Rows[0].Keys.ToList();
        Assert.Equal(Lines(example.Rows, heads), Lines(read, heads));
    }

    [Fact]
    public void A_sentence_keeps_its_place_in_the_source_with_spaces_page_marks_and_full_width_digits()
    {
        var source = SourceText.FromPlain("　　一、抓项目\n　　新 增 学 位 ７０００ 个，完善配套设施，改善办学条件，推动优质均衡发\n— 3 —\n展。再建两所。\n");
        var outline = OutlineReader.Read(source);
        Assert.Equal(
            ["一、抓项目", "新 增 学 位 ７０００ 个，完善配套设施，改善办学条件，推动优质均衡发\n— 3 —\n展。", "再建两所。"],
            outline.Sentences.Select(s => source.Slice(s.Span).ToString()));
    }

    [Theory]
    [InlineData(28)]
    [InlineData(36)]
    [InlineData(60)]
    public void A_text_broken_at_a_fixed_width_is_joined_again(int width)
    {
        string[] paragraphs =
        [
            "一、突出抓好工业经济",
            .. Enumerable.Range(1, 12).Select(i => $"第{i}项工作要抓住源头，摸清全县产业链的薄弱环节，列出清单逐项补齐，年底前完成标准厂房改造{i}万平方米，新引进配套企业{i}家，培育本地龙头企业，建立政企恳谈机制，帮助企业解决用工用地用能的实际困难。"),
        ];
        var wrapped = string.Join('\n', paragraphs.SelectMany(p => p.Chunk(width).Select(c => new string(c))));
        var expected = OutlineReader.Read(SourceText.FromPlain(string.Join('\n', paragraphs)));
        var read = OutlineReader.Read(SourceText.FromPlain(wrapped));
        Assert.Equal(expected.Sentences.Select(s => expected.Words(s).ToString()), read.Sentences.Select(s => read.Words(s).ToString()));
    }

    [Fact]
    public void A_list_of_short_lines_is_not_joined()
    {
        var lines = Enumerable.Range(1, 30).Select(i => $"新建社区食堂{i % 10}家配齐消防和净化设备").ToArray();
        Assert.Equal(30, OutlineReader.Read(SourceText.FromPlain(string.Join('\n', lines))).Sentences.Count);
    }

    [Fact]
    public void A_sentence_without_end_is_cut_after_a_pause()
    {
        var outline = OutlineReader.Read(SourceText.FromPlain(string.Concat(Enumerable.Repeat("新建学校三所，", 1000))));
        Assert.All(outline.Sentences, s => Assert.InRange(s.Span.Length, 1, 2000));
        Assert.All(outline.Sentences, s => Assert.EndsWith("所，", outline.Words(s).ToString()));
    }

    [Fact]
    public void Sections_know_their_parents_and_their_path()
    {
        var outline = OutlineReader.Read(SourceText.FromPlain("一、稳增长\n（一）抓工业。\n扩大产能，引进企业。\n（二）抓消费。\n改造商圈，发放消费券。\n二、惠民生\n改造小区，新建学校。\n"));
        Assert.Equal(["", "一、稳增长", "一、稳增长 ＞ （一）抓工业", "一、稳增长 ＞ （二）抓消费", "二、惠民生"], outline.Sections.Select(s => s.Path));
        Assert.Equal("一、稳增长 ＞ （二）抓消费", outline.SentenceAt(outline.Source.Text.IndexOf("改造商圈", StringComparison.Ordinal))!.Section.Path);
        Assert.Null(OutlineReader.Read(SourceText.FromPlain("\n\n一句话。")).SentenceAt(0));
    }

    [Fact]
    public void A_closing_call_without_a_heading_closes_the_document()
    {
        var work = string.Concat(Enumerable.Range(1, 40).Select(i => $"开工建设第{i}条农村公路，完善沿线排水设施。\n"));
        var outline = OutlineReader.Read(SourceText.FromPlain($"一、重点工作\n{work}同志们，让我们紧密团结起来，为建设美好家园不懈奋斗！\n"));
        Assert.Equal(SectionRole.Closing, outline.Sentences[^1].Role);
        Assert.Equal(SectionRole.Deployment, outline.Sentences[^2].Role);
    }

    [Fact]
    public void The_issuing_organ_is_no_part_of_the_title()
    {
        var facts = OutlineReader.Read(SourceText.FromPlain("云泽区2026年民生实事项目清单\n云泽区人民政府办公室\n（2026年2月6日）\n一、老旧小区改造\n改造老旧小区46个。\n")).Facts;
        Assert.Equal(("云泽区2026年民生实事项目清单", new DateOnly(2026, 2, 6)), (facts.Title, facts.Date));
    }

    [Fact]
    public void The_day_of_a_speech_does_not_name_the_year_of_the_tasks_that_follow_it()
    {
        var facts = OutlineReader.Read(SourceText.FromPlain("在全会上的讲话\n（2026年12月28日）\n同志们：\n一、重点任务\n改造老旧小区12个。\n")).Facts;
        Assert.Equal(2027, facts.PlanYear);
    }

    private static Dictionary<string, string> SentenceCells(Outline outline, Sentence sentence) => new()
    {
        ["句"] = outline.Words(sentence).ToString(),
        ["种类"] = sentence.Kind switch { SentenceKind.Frame => "题头", SentenceKind.Heading => "标题", SentenceKind.Lead => "领句", _ => "正文" },
        ["作用"] = Name(sentence.Role),
        ["话题"] = sentence.Topic,
    };

    private static Dictionary<string, string> SectionCells(Section section) => new()
    {
        ["级"] = $"{section.Level}",
        ["号"] = section.Number,
        ["标题"] = section.Title,
        ["作用"] = Name(section.Role),
    };

    private static Dictionary<string, string> FactsCells(DocumentFacts facts) => new()
    {
        ["题目"] = facts.Title,
        ["场合"] = facts.Occasion,
        ["讲话人"] = facts.Speaker,
        ["日期"] = facts.Date?.ToString("yyyy-MM-dd") ?? "",
        ["年度"] = $"{facts.PlanYear}",
    };

    private static string Name(SectionRole role) => role switch
    {
        SectionRole.Opening => "开头",
        SectionRole.Review => "回顾",
        SectionRole.Situation => "形势",
        SectionRole.Targets => "目标",
        SectionRole.Deployment => "部署",
        SectionRole.Safeguards => "保障",
        _ => "结尾",
    };

    private static List<string> Lines(IEnumerable<IReadOnlyDictionary<string, string>> rows, List<string> heads) =>
        [.. rows.Select(row => string.Join('｜', heads.Select(head => row[head])))];
}
