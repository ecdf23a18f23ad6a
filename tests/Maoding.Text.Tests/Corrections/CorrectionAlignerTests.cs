using CsCheck;
using Maoding.TestKit;
using Maoding.Text.Corrections;
using Xunit;

namespace Maoding.Text.Tests.Corrections;

/// <summary>Quotes of a speech are found again in its correction.</summary>
public sealed class CorrectionAlignerTests
{
    private const string Old = """
        在区委全会上的讲话
        一、加快产业转型
        要推动工业提质。全年新增规上工业企业20家，技改投资增长12%。支持青石机械建设智能工厂，带动上下游企业30家入网。
        要做强开发区。启动南桥片区1.2平方公里拓展区建设，6月底前完成征拆。
        二、改善民生
        新建改扩建中小学6所，新增学位7000个。完成老旧小区改造42个。
        同志们，让我们团结一心，真抓实干。
        """;

    private static readonly string[] _pieces =
        ["新增学位", "7000个", "。", "，", "\n", "完成改造", "42个", "要", "的", "的", "小区。", "学校。", "一", "一", "😀", " ", "\ud800", "；"];
    private static readonly Gen<string> _texts = Gen.Int[0, _pieces.Length - 1].Array[1, 60].Select(chosen => string.Concat(chosen.Select(i => _pieces[i])));

    [Fact]
    public void An_edited_figure_is_a_changed_quote()
    {
        var quote = Find(Old.Replace("7000个", "8200个", StringComparison.Ordinal), "新建改扩建中小学6所，新增学位7000个。");
        Assert.Equal((QuoteFate.Changed, "新建改扩建中小学6所，新增学位8200个。"), (quote.Fate, quote.NewWords));
        Assert.InRange(quote.Similarity, 0.7, 0.99);
    }

    [Fact]
    public void Words_put_in_and_taken_out_stay_in_the_quote()
    {
        Assert.Equal("启动南桥片区1.2平方公里拓展区和配套道路建设，6月底前完成征拆。",
            Find(Old.Replace("拓展区建设", "拓展区和配套道路建设", StringComparison.Ordinal), "启动南桥片区1.2平方公里拓展区建设，6月底前完成征拆。").NewWords);
        Assert.Equal("支持青石机械建设智能工厂。", Find(Old.Replace("，带动上下游企业30家入网", "", StringComparison.Ordinal), "支持青石机械建设智能工厂，带动上下游企业30家入网。").NewWords);
        Assert.Equal("力争完成老旧小区改造50个以上。", Find(Old.Replace("完成老旧小区改造42个", "力争完成老旧小区改造50个以上", StringComparison.Ordinal), "完成老旧小区改造42个。").NewWords);
    }

    [Fact]
    public void A_sentence_put_before_an_edited_one_is_not_drawn_into_the_quote()
    {
        var edited = Old.Replace("完成老旧小区改造42个。", "办好十件民生实事。抓好老旧小区改造42个。", StringComparison.Ordinal);
        var alignment = CorrectionAligner.Align(Old, edited, [Span("完成老旧小区改造42个。")]);
        Assert.Equal("抓好老旧小区改造42个。", alignment.Quotes[0].NewWords);
        Assert.Equal(["办好十件民生实事。"], alignment.Added.Select(s => edited.Substring(s.Offset, s.Length)));
    }

    [Fact]
    public void A_sentence_taken_out_is_lost() =>
        Assert.Equal(QuoteFate.Lost, Find(Old.Replace("完成老旧小区改造42个。", "", StringComparison.Ordinal), "完成老旧小区改造42个。").Fate);

    [Fact]
    public void A_sentence_replaced_by_another_is_lost_and_the_other_is_added()
    {
        var edited = Old.Replace("完成老旧小区改造42个。", "建成区人民医院新院区。", StringComparison.Ordinal);
        var alignment = CorrectionAligner.Align(Old, edited, [Span("完成老旧小区改造42个。")]);
        Assert.Equal(QuoteFate.Lost, alignment.Quotes[0].Fate);
        Assert.Equal(["建成区人民医院新院区。"], alignment.Added.Select(s => edited.Substring(s.Offset, s.Length)));
    }

    [Fact]
    public void A_sentence_moved_to_another_chapter_is_changed_with_the_same_words()
    {
        var edited = Old.Replace("要推动工业提质。", "要推动工业提质。完成老旧小区改造42个。", StringComparison.Ordinal)
            .Replace("7000个。完成老旧小区改造42个。", "7000个。", StringComparison.Ordinal);
        var quote = Find(edited, "完成老旧小区改造42个。");
        Assert.Equal((QuoteFate.Changed, 1.0, "完成老旧小区改造42个。"), (quote.Fate, quote.Similarity, quote.NewWords));
        Assert.Empty(CorrectionAligner.Align(Old, edited, []).Added);
    }

    [Fact]
    public void New_line_ends_change_no_quote()
    {
        var edited = Old.Replace("新增学位7000个。", "新增学\n位7000个。", StringComparison.Ordinal);
        var quote = Find(edited, "新建改扩建中小学6所，新增学位7000个。");
        Assert.Equal((QuoteFate.Unchanged, "新建改扩建中小学6所，新增学\n位7000个。"), (quote.Fate, quote.NewWords));
    }

    [Fact]
    public void In_a_whole_speech_with_every_tenth_sentence_edited_the_others_stay()
    {
        var old = File.ReadAllText(Path.Combine(Corpus.Root, "samples", "plenary-speech.txt"));
        var sentences = CorrectionBlocks.Sentences(old).Select(s => QuoteFinder.Trim(old, s)).Where(s => s.Length > 12).ToList();
        var edited = old;
        for (var i = sentences.Count - 1; i >= 0; i--)
            if (i % 10 == 0) edited = edited.Insert(sentences[i].Offset + (sentences[i].Length / 2), "（含续建）");
        var quotes = CorrectionAligner.Align(old, edited, sentences).Quotes;
        Assert.All(quotes.Index(), q => Assert.Equal(q.Index % 10 == 0 ? QuoteFate.Changed : QuoteFate.Unchanged, q.Item.Fate));
        Assert.All(quotes, q => Assert.Equal(q.OldWords, q.NewWords.Replace("（含续建）", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_editions_of_two_hundred_thousand_characters_keep_their_quotes()
    {
        var speech = File.ReadAllText(Path.Combine(Corpus.Root, "samples", "plenary-speech.txt"));
        var old = string.Concat(Enumerable.Range(0, (200_000 / speech.Length) + 1)
            .Select(i => speech.Replace("，", $"，{i}期", StringComparison.Ordinal)))[..200_000];
        var edited = old.Replace("提升", "提高", StringComparison.Ordinal).Replace("推进", "加快推进", StringComparison.Ordinal)[..200_000];
        var quotes = Enumerable.Range(0, 1000).Select(i => new TextSpan(i * 199, 80)).ToList();
        var alignment = CorrectionAligner.Align(old, edited, quotes);
        Assert.True(alignment.Quotes.Count(q => q.Fate != QuoteFate.Lost) > 980);
    }

    [Fact]
    public void The_same_text_maps_each_span_to_itself() =>
        Gen.Select(_texts, Gen.Int[0, 400], Gen.Int[0, 400]).Sample(
            (text, a, b) =>
            {
                var quote = Pick(text, a, b);
                var alignment = CorrectionAligner.Align(text, text, [quote]);
                Assert.Equal((QuoteFate.Unchanged, quote), (alignment.Quotes[0].Fate, alignment.Quotes[0].New));
                Assert.Empty(alignment.Added);
            },
            iter: 1000,
            threads: 1);

    [Fact]
    public void Text_put_in_elsewhere_leaves_a_quote_as_it_is() =>
        Gen.Select(_texts, _texts, Gen.Int[0, 400], Gen.Int[0, 400], Gen.Int[0, 400]).Sample(
            (text, insertion, a, b, c) =>
            {
                var quote = Pick(text, a, b);
                var at = c % (text.Length + 1);
                if (at > quote.Offset && at < quote.End) at = quote.Offset;
                var found = CorrectionAligner.Align(text, text.Insert(at, insertion), [quote]).Quotes[0];
                Assert.Equal(QuoteFate.Unchanged, found.Fate);
                Assert.Equal(found.OldWords, found.NewWords);
            },
            iter: 5000,
            threads: 1);

    [Fact]
    public void Places_lie_in_the_new_text_and_unchanged_quotes_keep_their_order() =>
        Gen.Select(_texts, _texts, Gen.Int[0, 400].Array[6]).Sample(
            (old, other, cuts) =>
            {
                // The new text keeps the old one's head and tail around other words, so that some quotes live.
                var edited = old[..(cuts[4] % (old.Length + 1))] + other + old[(cuts[5] % (old.Length + 1))..];
                TextSpan first = Pick(old, cuts[0], cuts[1]), second = Pick(old, cuts[2], cuts[3]);
                var alignment = CorrectionAligner.Align(old, edited, [first, second]);
                Assert.All(
                    alignment.Quotes.Select(q => q.New).Concat(alignment.Added), s => Assert.True(s.Offset >= 0 && s.Length >= 0 && s.End <= edited.Length));
                Assert.All(alignment.Quotes, q => Assert.Equal(edited.Substring(q.New.Offset, q.New.Length), q.NewWords));
                Assert.All(alignment.Quotes, q => Assert.InRange(q.Similarity, 0, 1));
                Assert.All(alignment.Quotes.Where(q => q.Fate == QuoteFate.Unchanged), q => Assert.Equal(Bare(q.OldWords), Bare(q.NewWords)));
                var (a, b) = first.Offset < second.Offset ? (alignment.Quotes[0], alignment.Quotes[1]) : (alignment.Quotes[1], alignment.Quotes[0]);
                if (a.Old.End > b.Old.Offset || a.Fate != QuoteFate.Unchanged || b.Fate != QuoteFate.Unchanged) return;
                Assert.True(a.New.Offset < b.New.Offset, $"{a} {b}");
            },
            iter: 5000,
            threads: 1);

    [Theory]
    [InlineData("。", "a。")]
    [InlineData("的", "的的，")]
    [InlineData("一\n", "二\n一")]
    [InlineData("甲乙，", "乙甲，")]
    [InlineData("新增学位。", "新增。学位")]
    public void Hostile_texts_are_aligned_to_the_end(string old, string now)
    {
        string oldText = Repeat(old), newText = Repeat(now);
        var quotes = Enumerable.Range(0, 500).Select(i => new TextSpan(i * 390, 60)).ToList();
        Assert.Equal(quotes.Count, CorrectionAligner.Align(oldText, newText, quotes).Quotes.Count);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(1, int.MaxValue)]
    public void A_quote_must_be_words_of_the_old_text(int offset, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CorrectionAligner.Align("甲乙丙丁", "甲", [new TextSpan(offset, length)]));

    private static AnchoredQuote Find(string edited, string words) =>
        Assert.Single(CorrectionAligner.Align(SourceText.FromPlain(Old), SourceText.FromPlain(edited), [Span(words)]).Quotes);

    private static TextSpan Span(string words) => new(Old.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static TextSpan Pick(string text, int a, int b)
    {
        var start = a % text.Length;
        return new TextSpan(start, 1 + (b % (text.Length - start)));
    }

    private static string Bare(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    private static string Repeat(string words) => string.Concat(Enumerable.Repeat(words, 200_000 / words.Length));
}
