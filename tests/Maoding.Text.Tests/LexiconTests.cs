using Maoding.TestKit;
using Maoding.Text.Lexicons;
using Xunit;

namespace Maoding.Text.Tests;

/// <summary>Every word list that officials may correct.</summary>
public sealed class LexiconTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(Corpus.Root, "src", "Maoding.Text", "Lexicons"), "*.md")
            .Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Is_embedded_and_every_list_line_has_words(string file)
    {
        var entries = LexiconFile.Read(file).ToList();
        Assert.NotEmpty(entries);
        Assert.All(entries, entry =>
        {
            Assert.NotEmpty(entry.Label);
            Assert.NotEmpty(entry.Words);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_list_line_is_lost_for_want_of_a_colon(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Corpus.Root, "src", "Maoding.Text", "Lexicons", file));
        Assert.All(lines.Where(line => line.StartsWith('-')), line => Assert.Matches("^- [^：]+：.+", line));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_label_lists_a_word_twice(string file)
    {
        var twice = LexiconFile.Read(file)
            .SelectMany(entry => entry.Words.GroupBy(w => w).Where(g => g.Count() > 1).Select(g => $"{entry.Heading}／{entry.Label}：{g.Key}"));
        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_word_holds_a_space_or_a_comma_left_from_typing(string file)
    {
        var odd = LexiconFile.Read(file)
            .SelectMany(entry => entry.Words.Where(w => w.Any(c => char.IsWhiteSpace(c) || c is '\u200b' or ',' or ';'))
                .Select(w => $"{entry.Heading}／{entry.Label}：{w}"));
        Assert.Empty(odd);
    }
}
