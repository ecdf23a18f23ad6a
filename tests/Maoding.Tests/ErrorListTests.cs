using System.Text.RegularExpressions;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests;

/// <summary>docs/errors.md lists the codes that the product uses, and no other.</summary>
public sealed partial class ErrorListTests
{
    private static readonly List<string> _listed =
        [.. File.ReadLines(Path.Combine(Corpus.Root, "docs", "errors.md")).Select(l => Row().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value)];

    private static readonly HashSet<string> _used =
    [
        .. from file in Directory.GetFiles(Path.Combine(Corpus.Root, "src"), "*.cs*", SearchOption.AllDirectories)
           where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
           where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
           from Match match in Code().Matches(File.ReadAllText(file))
           select match.Groups[1].Value,
    ];

    [Fact]
    public void Every_code_in_the_sources_is_listed() => Assert.Empty(_used.Except(_listed).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_listed_code_is_in_the_sources_and_listed_once()
    {
        Assert.NotEmpty(_listed);
        Assert.Empty(_listed.Except(_used));
        Assert.Empty(_listed.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [GeneratedRegex(@"^\| ([A-Z]{3}[0-9]{3}) \| [^|]+ \| [^|]+ \|$")]
    private static partial Regex Row();

    [GeneratedRegex("\"([A-Z]{3}[0-9]{3})\"")]
    private static partial Regex Code();
}
