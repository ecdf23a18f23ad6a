using System.Text.RegularExpressions;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests;

/// <summary>The READMEs of both languages say the same, and what they and the documents point to is there.</summary>
public sealed partial class ReadmeTests
{
    private const string Fence = "```";
    private const string English = "README.md";
    private const string Chinese = "README.zh-CN.md";

    /// <summary>Every page that a reader opens first or is led to.</summary>
    private static readonly string[] _pages =
    [
        English, Chinese, "CONTRIBUTING.md", "bench/README.md", "deploy/README.md",
        .. Directory.GetFiles(Path.Combine(Corpus.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Corpus.Root, f)),
    ];

    [Fact]
    public void Both_readmes_give_the_same_commands()
    {
        var commands = CodeOf(English);
        Assert.Contains("./test.sh", commands);
        Assert.Equal(commands, CodeOf(Chinese));
    }

    [Fact]
    public void Both_readmes_have_as_many_headings_of_the_same_levels()
    {
        var levels = LevelsOf(English);
        Assert.Contains(2, levels);
        Assert.Equal(levels, LevelsOf(Chinese));
    }

    [Fact]
    public void Both_readmes_show_the_same_pictures_in_the_same_order()
    {
        var pictures = PicturesOf(English);
        Assert.NotEmpty(pictures);
        Assert.Equal(pictures, PicturesOf(Chinese));
    }

    [Fact]
    public void Every_link_and_picture_leads_to_something()
    {
        var broken = from page in _pages
                     let folder = Path.GetDirectoryName(Path.Combine(Corpus.Root, page))!
                     from target in TargetsOf(page)
                     where !Path.Exists(Path.Combine(folder, target))
                     select $"{page}: {target}";
        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("see [it](docs/a.md#part), ![b](c.png)", "docs/a.md c.png")]
    [InlineData("[out](https://example.org/a), [here](#part)", "")]
    public void Only_what_lies_in_the_repository_is_looked_for(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', TargetsIn(line)));

    /// <summary>Lines of the page, and whether each is code; fences count as code.</summary>
    private static List<(string Text, bool IsCode)> LinesOf(string page)
    {
        var lines = new List<(string Text, bool IsCode)>();
        var inside = false;
        foreach (var line in File.ReadLines(Path.Combine(Corpus.Root, page)))
        {
            var isFence = line.StartsWith(Fence, StringComparison.Ordinal);
            lines.Add((line, inside || isFence));
            inside ^= isFence;
        }

        return lines;
    }

    private static List<string> CodeOf(string page) => [.. LinesOf(page).Where(l => l.IsCode).Select(l => l.Text)];

    private static List<int> LevelsOf(string page) =>
        [.. LinesOf(page).Where(l => !l.IsCode).Select(l => Heading().Match(l.Text)).Where(m => m.Success).Select(m => m.Groups[1].Length)];

    private static List<string> PicturesOf(string page) => [.. TargetsOf(page).Where(t => t.EndsWith(".png", StringComparison.Ordinal))];

    private static List<string> TargetsOf(string page) => [.. LinesOf(page).Where(l => !l.IsCode).SelectMany(l => TargetsIn(l.Text))];

    private static IEnumerable<string> TargetsIn(string line) =>
        Link().Matches(line).Select(m => m.Groups[1].Value)
            .Where(t => !t.Contains("://", StringComparison.Ordinal))
            .Select(t => t.Split('#')[0])
            .Where(t => t.Length > 0);

    [GeneratedRegex("^(#{1,6}) ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^()\s]+)\)")]
    private static partial Regex Link();
}
