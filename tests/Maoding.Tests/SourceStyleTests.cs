using System.Text.RegularExpressions;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests;

/// <summary>What the sources look like: short files, short methods, one clock, nothing left over.</summary>
public sealed partial class SourceStyleTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 40;
    private const int LongestLine = 160;

    /// <summary>Methods that may be longer, each with the reason.</summary>
    private static readonly (string Path, string Reason)[] _longer =
    [
        ("src/Maoding.Documents/Reading/Sheets/CellFormat.cs", "one switch over the letters of a number format: cut in two it would hide the state they share"),
    ];

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
    public void No_method_is_longer_than_40_lines() =>
        Assert.Empty(_sources.Where(s => !_longer.Any(l => l.Path == s.Path))
            .SelectMany(s => Methods(s.Lines).Where(m => m.Length > LongestMethod).Select(m => $"{s.Path}:{m.Line} {m.Length}")));

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

    [Fact]
    public void Every_named_exception_is_still_needed() =>
        Assert.All(_longer, l => Assert.Contains(Methods(_sources.Single(s => s.Path == l.Path).Lines), m => m.Length > LongestMethod));

    [Fact]
    public void The_clock_is_read_in_one_place()
    {
        var readers = Product.Where(s => s.Lines.Any(l => Clock().IsMatch(l))).Select(s => s.Path);
        // Commands read it and hand it on, as the web application does.
        Assert.Equal(["src/Maoding/Commands/BackupCommand.cs", "src/Maoding/Commands/DecomposeCommand.cs",
            "src/Maoding/Commands/VerifyCommand.cs", "src/Maoding/Start/WebApp.cs"], readers.Order(StringComparer.Ordinal));
    }

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

    [Fact]
    public void Text_reads_no_files() =>
        Assert.Empty(Product.Where(
            s => s.Path.StartsWith("src/Maoding.Text/", StringComparison.Ordinal) && s.Lines.Any(l => FileAccess().IsMatch(l))).Select(s => s.Path));

    [Fact]
    public void Method_lengths_are_counted_from_brace_to_brace()
    {
        string[] lines = ["class A", "{", "    public int B(", "        int c)", "    {",
            "        return c;", "    }", "", "    private static int D() =>", "        1;", "}"];
        Assert.Equal([(3, 1), (9, 1)], Methods(lines));
    }

    /// <summary>Line of the header, from 1, and lines of the body, of each method in a file laid out as dotnet format does.</summary>
    private static IEnumerable<(int Line, int Length)> Methods(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Header().IsMatch(lines[i]) || TypeHeader().IsMatch(lines[i])) continue;
            var indent = lines[i][..(lines[i].Length - lines[i].TrimStart().Length)];
            var start = i;
            while (start < lines.Length && lines[start] != indent + "{"
                && !lines[start].EndsWith("=>", StringComparison.Ordinal) && !lines[start].EndsWith(';')) start++;
            if (start == lines.Length || lines[start].EndsWith(';')) continue;
            var block = lines[start] == indent + "{";
            var end = start + 1;
            while (end < lines.Length && !(block ? lines[end] == indent + "}" || lines[end] == indent + "};" : lines[end].EndsWith(';'))) end++;
            yield return (i + 1, end - start - (block ? 1 : 0));
        }
    }

    // Built, installed, written by dotnet ef or packed by others.
    [GeneratedRegex(@"/(?:obj|bin|node_modules|Migrations|lib)/|\.min\.")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^ {4}(?: {4})?(?:public|internal|private|protected|static)\b[^=]*\(")]
    private static partial Regex Header();

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum|delegate)\s")]
    private static partial Regex TypeHeader();

    [GeneratedRegex(@"\b(?:DateTime|DateTimeOffset)\.(?:UtcNow|Now|Today)\b|TimeProvider\.System|TickCount|Stopwatch\.")]
    private static partial Regex Clock();

    [GeneratedRegex(@"Results\.(?:File|Bytes|Stream)\(|\bContentDisposition|\bFile(?:Content|Stream)Result\b|PhysicalFile\(")]
    private static partial Regex Download();

    [GeneratedRegex(@"\bnew(?: Actor)?\(0, null, ""\w+"", false, \[")]
    private static partial Regex Accountless();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|#if\s|#pragma warning disable(?! CA5394)")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"\b(?:File|Directory|FileStream)\b[.(]")]
    private static partial Regex FileAccess();
}
