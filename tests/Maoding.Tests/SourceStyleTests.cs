using System.Text.RegularExpressions;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests;

/// <summary>
/// What the sources look like: short files, short lines, nothing left over. Short methods, one clock and texts that read no files are held
/// by analyzers, see .editorconfig and BannedSymbols.txt.
/// </summary>
public sealed partial class SourceStyleTests
{
    private const int LongestFile = 300;
    private const int LongestLine = 160;

    private static readonly (string Path, string[] Lines)[] _sources =
    [
        .. from folder in (string[])["src", "tests", "bench"]
           from file in Directory.GetFiles(Path.Combine(Corpus.Root, folder), "*.cs", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(Corpus.Root, file).Replace('\\', '/')
           where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
           // Written by dotnet ef.
           where !path.Contains("/Migrations/", StringComparison.Ordinal)
           select (path, File.ReadAllLines(file)),
    ];

    private static IEnumerable<(string Path, string[] Lines)> Product => _sources.Where(s => s.Path.StartsWith("src/", StringComparison.Ordinal));

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.Empty(_sources.Where(s => s.Lines.Length > LongestFile).Select(s => $"{s.Path}: {s.Lines.Length}"));

    [Fact]
    public void No_line_is_longer_than_160_characters()
    {
        string[] kinds = [".cs", ".cshtml", ".js", ".css", ".csproj", ".props", ".targets", ".sh"];
        var longer = from folder in (string[])["src", "tests", "bench", "deploy", "tools"]
                     from file in Directory.GetFiles(Path.Combine(Corpus.Root, folder), "*", SearchOption.AllDirectories)
                     let path = Path.GetRelativePath(Corpus.Root, file).Replace('\\', '/')
                     where kinds.Contains(Path.GetExtension(path)) && !Foreign().IsMatch(path)
                     from line in File.ReadLines(file).Select((text, i) => (text, number: i + 1))
                     where line.text.Length > LongestLine
                     select $"{path}:{line.number} {line.text.Length}";
        Assert.Empty(longer);
    }

    /// <summary>Razor takes a word before @ for an address of mail, and shows the code behind it.</summary>
    [Fact]
    public void No_view_has_code_right_behind_a_word() =>
        Assert.Equal([],
            from file in Directory.GetFiles(Path.Combine(Corpus.Root, "src", "Maoding"), "*.cshtml", SearchOption.AllDirectories)
            from line in File.ReadLines(file)
            where CodeBehindWord().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}");

    /// <summary>A county reads 县委 where a district reads 区委: examples take the region's own word.</summary>
    [Fact]
    public void No_example_takes_every_region_for_a_district() =>
        Assert.Equal([],
            from kind in (string[])["*.cshtml", "*.cs"]
            from file in Directory.GetFiles(Path.Combine(Corpus.Root, "src", "Maoding"), kind, SearchOption.AllDirectories)
            where !Foreign().IsMatch(Path.GetRelativePath(Corpus.Root, file).Replace('\\', '/'))
            from line in File.ReadLines(file)
            where DistrictExample().IsMatch(line) && !line.TrimStart().StartsWith("///", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {line.Trim()}");

    [Theory]
    [InlineData("如“区教育局”", true)]
    [InlineData("placeholder=\"如：区委编委〔2026〕4号\"", true)]
    [InlineData("如“@(Model.Directory.Region.Own)教育局”", false)]
    [InlineData("如区间两头", false)]
    public void An_example_of_a_district_is_known(string line, bool isOne) => Assert.Equal(isOne, DistrictExample().IsMatch(line));

    [Fact]
    public void Who_acts_without_an_account_is_named_in_one_place() =>
        Assert.Equal(["src/Maoding.Domain/Access/Actor.cs"], Product.Where(s => s.Lines.Any(l => Accountless().IsMatch(l))).Select(s => s.Path));

    [Fact]
    public void Files_leave_by_one_door() =>
        Assert.Equal(["src/Maoding/Shared/Downloads.cs"], Product.Where(s => s.Lines.Any(l => Download().IsMatch(l))).Select(s => s.Path));

    [Fact]
    public void Nothing_is_put_off_and_nothing_is_switched_off()
    {
        var left = from source in Product
                   from line in source.Lines.Select((text, i) => (text, number: i + 1))
                   where Leftover().IsMatch(line.text)
                   select $"{source.Path}:{line.number} {line.text.Trim()}";
        Assert.Empty(left);
    }

    [GeneratedRegex("如[ ：]?“?区(?:委|政府|长|教育|住建|[^域间别分时内”]{1,4}局)|[、”]或“区委")]
    private static partial Regex DistrictExample();

    // Built, installed, written by dotnet ef or packed by others.
    [GeneratedRegex(@"/(?:obj|bin|node_modules|Migrations|lib)/|\.min\.")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"Results\.(?:File|Bytes|Stream)\(|\bContentDisposition|\bFile(?:Content|Stream)Result\b|PhysicalFile\(")]
    private static partial Regex Download();

    [GeneratedRegex(@"\bnew(?: Actor)?\(0, null, ""\w+"", false, \[")]
    private static partial Regex Accountless();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|#if\s|#pragma warning disable(?! CA5394)")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]@(if|else|foreach|for|switch|await|Html|Model)\b")]
    private static partial Regex CodeBehindWord();
}
