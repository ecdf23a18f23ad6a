using Maoding.TestKit;
using Maoding.Text.Functions;
using Xunit;

namespace Maoding.Text.Tests.Functions;

public sealed class FunctionRankerTests(ITestOutputHelper output)
{
    private static readonly FunctionRanker Ranker = new();

    private static readonly IReadOnlyList<SpecExample> Specification =
        SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Functions", "职能.md"));

    public static TheoryData<SpecExample> Examples => [.. Specification];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Ranks_the_examples_of_the_specification(SpecExample example)
    {
        var ranking = Ranker.Rank(example.Text, "").Select(f => f.Name).ToList();
        var row = Assert.Single(example.Rows);
        Assert.Equal(row["牵头"], ranking.Count == 0 ? "" : ranking[0]);
        if (row["配合"].Length > 0) Assert.Contains(row["配合"], ranking);
    }

    [Fact]
    public void Every_function_of_the_closed_list_is_known_and_leads_in_the_specification()
    {
        string[] closed =
        [
            "发展改革", "工业和信息化", "科技", "财政", "税务", "商务", "农业农村", "住房城乡建设", "自然资源和规划", "交通运输",
            "水利", "生态环境", "教育", "卫生健康", "人力资源社会保障", "民政", "医疗保障", "文化旅游", "体育", "市场监管",
            "应急管理", "公安", "司法", "信访", "国资监管", "金融", "统计", "审计", "行政审批(政务服务)", "招商投资促进",
            "城市管理", "林业园林", "退役军人", "乡村振兴(扶贫)", "组织", "宣传", "统战", "政法", "纪检监察", "区委办(督查)",
            "政府办", "人大", "政协", "街道乡镇", "国防外事", "其他",
        ];
        Assert.Equal(closed, Ranker.Names);
        Assert.Empty(closed.Except(Specification.Select(e => e.Rows[0]["牵头"])));
    }

    [Fact]
    public void Agrees_with_the_labelled_corpus()
    {
        Assert.SkipWhen(Corpus.Folder is null, "no ../shared/corpus beside this checkout");
        AssertAgreement(Corpus.Folder, 0.85, 0.95);
    }

    [Fact]
    public void Carries_over_to_the_held_out_documents() =>
        AssertAgreement(Path.Combine(Corpus.Root, "tests", "corpus"), 0.80, 0.92);

    [Fact]
    public void Names_nobody_where_no_duty_is_named() =>
        Assert.Empty(Ranker.Rank("让我们更加紧密地团结起来，为美好的明天而努力奋斗！", ""));

    [Fact]
    public void Takes_the_topic_only_where_the_sentence_is_silent()
    {
        var silent = Ranker.Rank("要抓紧研究，尽快拿出办法。", "深化医保支付方式改革");
        Assert.Equal("医疗保障", silent[0].Name);
        Assert.True(silent[0].FromContext);
        Assert.False(silent[0].IsClear);
        Assert.Equal("上文的职责用语", silent[0].Evidence.Rule);
        var spoken = Ranker.Rank("要加快农村公路建设。", "深化医保支付方式改革");
        Assert.Equal("交通运输", spoken[0].Name);
        Assert.True(spoken[0].IsClear);
    }

    [Fact]
    public void Repeating_a_word_does_not_make_it_heavier() =>
        Assert.Equal(Ranker.Rank("修建水库。", "")[0].Score, Ranker.Rank("修建水库、扩建水库、改建水库。", "")[0].Score);

    [Fact]
    public void A_longer_word_hides_the_shorter_inside_it()
    {
        Assert.DoesNotContain(Ranker.Rank("引进招商银行分行。", ""), f => f.Words.Contains("招商"));
        Assert.Equal("农业农村", Ranker.Rank("完成第三次全国土壤普查。", "")[0].Name);
    }

    [Fact]
    public void Names_at_most_five_functions_best_first_with_three_words_each()
    {
        var ranking = Ranker.Rank("统筹推进学校、医院、养老院、水库、公路、森林、景区、银行、企业安全生产。", "");
        Assert.Equal(5, ranking.Count);
        Assert.All(ranking, f => Assert.InRange(f.Words.Count, 1, 3));
        Assert.Equal(ranking.OrderByDescending(f => f.Score).Select(f => f.Name), ranking.Select(f => f.Name));
    }

    [Fact]
    public void Strength_is_the_score_of_the_first_without_context()
    {
        const string Words = "加固病险水库，新建农村公路，带动乡村旅游。";
        Assert.Equal(Ranker.Rank(Words, "")[0].Score, Ranker.Strength(Words));
        Assert.Equal(0, Ranker.Strength("让我们携手前行！"));
    }

    [Fact]
    public void Words_of_means_weigh_less_than_the_work_they_serve() =>
        Assert.Equal("农业农村", Ranker.Rank("以物业出租为抓手壮大村级集体经济。", "")[0].Name);

    private void AssertAgreement(string folder, double top1, double top3)
    {
        var scores = LabelledFunctions.Of(folder, Ranker);
        var pooled = LabelledFunctions.Pooled(scores);
        foreach (var score in scores) output.WriteLine($"{score}");
        output.WriteLine($"{pooled}");
        Assert.True(pooled.Top1 >= top1 && pooled.Top3 >= top3, $"{pooled}\n{string.Join('\n', pooled.Misses)}");
    }
}
