using System.Text;
using CsCheck;
using Maoding.Domain.Search;
using Xunit;

namespace Maoding.Domain.Tests.Search;

/// <summary>What is indexed is found again, by the same words.</summary>
public sealed class BigramsTests
{
    private static readonly string[] _pieces =
        ["重大项目", "中文", "ABC", "abc", "126", "个", "7", "。", "，", " ", "\n", "学位", "AI", "１２６", "ＡＩ", "Ⅲ类", "〇", "😀", "𠮷野", "é", "-", "\"", "的的"];
    private static readonly Gen<string> _texts = Gen.Int[0, _pieces.Length - 1].Array[1, 40].Select(chosen => string.Concat(chosen.Select(i => _pieces[i])));

    [Theory]
    [InlineData("重大项目126个", "重 重大 大项 项目 目 126 个")]
    [InlineData("GDP增长6.5%", "gdp 增 增长 长 6 5")]
    [InlineData("ＡＩ＋制造", "ai 制 制造 造")]
    [InlineData("Ⅲ类水体", "ⅲ ⅲ类 类水 水体 体")]
    [InlineData("。！ -\"", "")]
    public void A_text_becomes_tokens(string text, string tokens) => Assert.Equal(tokens, Bigrams.Index(text));

    [Theory]
    [InlineData("126个", "重大项目126个", true)]
    [InlineData("126个", "重大项目126个学校", true)]
    [InlineData("目126", "重大项目126个", true)]
    [InlineData("目126个学", "重大项目126个学校", true)]
    [InlineData("文ABC中", "中文ABC中文", true)]
    [InlineData("文abc中", "中文ＡＢＣ中文", true)]
    [InlineData("26个", "重大项目126个", false)]
    [InlineData("项目标", "重大项目。目标", false)]
    [InlineData("项目 目标", "重大项目。目标", true)]
    [InlineData("AI产业", "发展 AI 产业", true)]
    [InlineData("学位", "学校、位置", false)]
    public void A_query_finds_what_it_says(string query, string text, bool found) => Assert.Equal(found, Finds(text, query));

    [Fact]
    public void One_character_alone_is_told_to_the_caller()
    {
        Assert.True(Bigrams.Query("水").IsSingle);
        Assert.True(Bigrams.Query("水 电").IsSingle);
        Assert.False(Bigrams.Query("水 电网").IsSingle);
        Assert.Equal(["水"], Bigrams.Query("水 电网").Singles);
        Assert.True(Bigrams.Query(" ，\"*").IsEmpty);
        Assert.False(Bigrams.Query("5个").IsSingle);
    }

    [Fact]
    public void Every_stretch_of_a_text_that_cuts_no_word_is_found() =>
        Gen.Select(_texts, Gen.Int[0, 500], Gen.Int[1, 30]).Sample(
            (text, at, length) =>
            {
                var runes = text.EnumerateRunes().ToArray();
                var from = at % runes.Length;
                var to = Math.Min(runes.Length, from + length);
                while (from > 0 && IsWord(runes[from - 1]) && IsWord(runes[from])) from--;
                while (to < runes.Length && IsWord(runes[to - 1]) && IsWord(runes[to])) to++;
                var words = string.Concat(runes[from..to].Select(r => r.ToString()));
                if (words.Length <= Bigrams.LongestQuery) Assert.True(Finds(text, words), $"{words} in {text}");
            },
            iter: 3000,
            threads: 1);

    [Fact]
    public void Tokens_are_letters_and_digits_whatever_the_text() =>
        Gen.Char.Array[0, 200].Select(c => new string(c)).Sample(
            text =>
            {
                Assert.All(Tokens(text), token => Assert.All(token.EnumerateRunes(), r => Assert.True(Rune.IsLetterOrDigit(r) || Rune.IsNumber(r))));
                Assert.All(Bigrams.Query(text).Phrases, p => Assert.NotEmpty(p.Tokens));
            },
            iter: 1000,
            threads: 1);

    [Fact]
    public void Long_texts_are_cut_where_PostgreSQL_still_keeps_positions()
    {
        var worst = string.Concat(Enumerable.Repeat("中文a", 50_000));
        Assert.InRange(Tokens(worst).Length, 10_000, 16_383);
        Assert.Equal(Bigrams.LongestWord, Bigrams.Index(new string('a', 5000)).Length);
        Assert.InRange(Bigrams.Query(worst).Phrases[0].Tokens.Count, 1, 200);
        Assert.True(Finds(new string('中', 300) + "abcdef", new string('中', Bigrams.LongestQuery - 3) + "abcdef"));
    }

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) && (rune.Value < 0x3000 || rune.Value is >= 0xFF00 and <= 0xFFEF);

    private static string[] Tokens(string text) => Bigrams.Index(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A phrase index at its plainest.</summary>
    private static bool Finds(string text, string words)
    {
        var tokens = Tokens(text);
        return Bigrams.Query(words).Phrases.All(phrase =>
            Enumerable.Range(0, Math.Max(0, tokens.Length - phrase.Tokens.Count + 1))
                .Any(at => phrase.Tokens.SequenceEqual(tokens.Skip(at).Take(phrase.Tokens.Count))));
    }
}
