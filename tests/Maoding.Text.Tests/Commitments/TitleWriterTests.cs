using Maoding.TestKit;
using Maoding.Text.Commitments;
using Maoding.Text.Deadlines;
using Xunit;

namespace Maoding.Text.Tests.Commitments;

public sealed class TitleWriterTests
{
    public static TheoryData<SpecExample> Examples => [.. SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Commitments", "标题.md"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Writes_the_titles_of_the_specification(SpecExample example)
    {
        Assert.Equal(Assert.Single(example.Rows)["标题"], Write(example.Text, 2025));
    }

    [Fact]
    public void Every_title_of_a_labelled_commitment_is_well_formed()
    {
        Assert.SkipWhen(Corpus.Folder is null, "没有语料文件夹");
        foreach (var (text, year) in LabelledCommitments.All()) AssertWellFormed(text, Write(text, year));
    }

    [Theory]
    [InlineData("。")]
    [InlineData("“")]
    [InlineData("的和、并与")]
    [InlineData("要")]
    [InlineData("加快（")]
    [InlineData("今年，年底前，")]
    public void Odd_sentences_give_a_title_within_the_limit(string text)
    {
        Assert.InRange(Write(text, 2025).Length, 0, TitleWriter.Longest);
    }

    private static string Write(string text, int year) => TitleWriter.Write(text, 0, DeadlineReader.Read(text, 0, year));

    private static void AssertWellFormed(string text, string title)
    {
        Assert.InRange(title.Length, 2, TitleWriter.Longest);
        var at = 0;
        foreach (var c in text)
            if (at < title.Length && c == title[at]) at++;
        Assert.True(at == title.Length, $"not the sentence's own words: {title} / {text}");
        Assert.DoesNotContain(title[0], "的和、并与及，要");
        Assert.DoesNotContain(title[^1], "、，的和与及（“《");
        foreach (var pair in (string[])["“”", "（）", "《》", "‘’"])
            Assert.True(title.Count(c => c == pair[0]) == title.Count(c => c == pair[1]), title);
    }
}
