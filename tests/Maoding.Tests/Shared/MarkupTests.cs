using System.Text.Json;
using System.Text.RegularExpressions;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests.Shared;

/// <summary>What the content security policy forbids is not written in the first place.</summary>
public sealed partial class MarkupTests
{
    private static readonly string _program = Path.Combine(Corpus.Root, "src", "Maoding");

    [Fact]
    public void No_page_carries_a_style_a_script_or_a_handler_of_its_own()
    {
        var pages = Directory.GetFiles(Path.Combine(_program, "Features"), "*.cshtml", SearchOption.AllDirectories);
        Assert.NotEmpty(pages);
        Assert.Empty(from page in pages
                     from Match match in Inline().Matches(File.ReadAllText(page))
                     select $"{Path.GetRelativePath(_program, page)}: {match.Value}");
    }

    [Theory]
    [InlineData("<p style=\"color:red\">", true)]
    [InlineData("<button onclick='go()'>", true)]
    [InlineData("<script>go()</script>", true)]
    [InlineData("<a hx-on:click=\"go()\">", true)]
    [InlineData("<p hx-vals='js:{}'>", true)]
    [InlineData("<script src=\"/js/maoding.js\" defer></script>", false)]
    [InlineData("<p class=\"style\">", false)]
    public void Inline_styles_scripts_and_handlers_are_recognized(string markup, bool inline) => Assert.Equal(inline, Inline().IsMatch(markup));

    [Fact]
    public void Packages_have_exact_versions_and_name_no_registry()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(_program, "package.json")));
        Assert.All(manifest.RootElement.GetProperty("dependencies").EnumerateObject(), d => Assert.Matches(@"^\d+\.\d+\.\d+$", d.Value.GetString()!));
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(_program, "package-lock.json")));
        Assert.All(locked.RootElement.GetProperty("packages").EnumerateObject(), p => Assert.False(p.Value.TryGetProperty("resolved", out _), p.Name));
    }

    [GeneratedRegex("""\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*["']|hx-on|["']js:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
