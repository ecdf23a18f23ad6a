using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Maoding.Commands;
using Maoding.Documents.Reading;
using Maoding.Domain;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Text;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Maoding.Tests;

/// <summary>Who may know whom: the rules of the design that a compiler does not hold by itself.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly _text = typeof(SpeechReader).Assembly;
    private static readonly Assembly _documents = typeof(DocumentReader).Assembly;
    private static readonly Assembly _program = typeof(OutputException).Assembly;
    private static readonly Assembly _domain = typeof(RefusalException).Assembly;
    private static readonly Assembly _storage = typeof(MaodingContext).Assembly;
    private static readonly Assembly[] _product = [_text, _documents, _domain, _storage, _program];
    private static readonly Architecture _architecture = new ArchLoader().LoadAssemblies(_product).Build();

    /// <summary>Read once, for whoever looks at who knows whom.</summary>
    internal static Architecture Loaded => _architecture;

    private static IEnumerable<System.Type> OwnTypes => _product
        .SelectMany(a => a.GetTypes())
        .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !t.FullName!.Contains('<')
            && t.Namespace?.StartsWith("Maoding", StringComparison.Ordinal) == true);

    [Fact]
    public void Text_uses_nothing_but_the_framework()
    {
        Assert.Empty(Packages("Maoding.Text"));
        Assert.Empty(Projects("Maoding.Text"));
        Assert.All(_text.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));
    }

    [Fact]
    public void Domain_uses_nothing_but_the_framework_and_reads_no_file_and_no_clock()
    {
        Assert.Empty(Packages("Maoding.Domain"));
        Assert.Empty(Projects("Maoding.Domain"));
        Assert.All(_domain.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));
        string[] outside = ["System.Net", "System.Console", "System.IO.FileSystem", "System.Diagnostics.Process"];
        Assert.DoesNotContain(_domain.GetReferencedAssemblies(), a => outside.Any(o => a.Name!.StartsWith(o, StringComparison.Ordinal)));
    }

    [Fact]
    public void Storage_knows_the_domain_alone_and_its_two_children_hold_migrations_alone()
    {
        Assert.Equal(["Maoding.Domain"], Projects("Maoding.Storage"));
        foreach (var child in (string[])["Maoding.Storage.Sqlite", "Maoding.Storage.Postgres"])
        {
            Assert.Equal(["Maoding.Storage"], Projects(child));
            var own = Directory.GetFiles(Path.Combine(Corpus.Root, "src", child), "*.cs").Select(Path.GetFileName);
            Assert.Equal(["DesignTime.cs"], own);
        }
    }

    [Fact]
    public void Only_documents_uses_file_formats_and_it_knows_text_alone()
    {
        string[] formats = ["DocumentFormat.OpenXml", "PdfPig"];
        Assert.Equal(formats, Packages("Maoding.Documents"));
        Assert.Equal(["Maoding.Text"], Projects("Maoding.Documents"));
        foreach (var project in Directory.GetDirectories(Path.Combine(Corpus.Root, "src"))
            .Select(d => Path.GetFileName(d)!).Where(p => p != "Maoding.Documents"))
            Assert.Empty(Packages(project).Intersect(formats));
        Assert.DoesNotContain(_program.GetReferencedAssemblies(),
            a => a.Name!.Contains("OpenXml", StringComparison.Ordinal) || a.Name.Contains("PdfPig", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_and_documents_do_not_know_the_web_the_terminal_or_the_network()
    {
        string[] foreign = ["Microsoft.AspNetCore", "System.Net", "System.Console", "Spectre", "System.CommandLine"];
        foreach (var assembly in (Assembly[])[_text, _documents])
            Assert.DoesNotContain(assembly.GetReferencedAssemblies(), a => foreign.Any(f => a.Name!.StartsWith(f, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(@"^Maoding\.Text\.Lexicons", @"^Maoding\.Text\.(Structure|Targets|Commitments|Deadlines|Functions|Themes|Ledgers)")]
    [InlineData(@"^Maoding\.Text\.Structure", @"^Maoding\.Text\.(Targets|Commitments|Deadlines|Functions|Themes|Ledgers)")]
    [InlineData(@"^Maoding\.Text\.(Targets|Functions)$", @"^Maoding\.Text\.(Commitments|Ledgers|Deadlines|Themes)")]
    [InlineData(@"^Maoding\.Text\.(Deadlines|Themes)$", @"^Maoding\.Text\.(Targets|Ledgers)")]
    [InlineData(@"^Maoding\.Text\.Ledgers", @"^Maoding\.Text\.(Targets|Commitments|Themes|Functions)")]
    [InlineData(@"^Maoding\.Documents", @"^Maoding\.Text\.(Targets|Commitments|Deadlines|Themes)$")]
    [InlineData(@"^Maoding\.Features", @"^Maoding\.Commands")]
    [InlineData(@"^Maoding\.Commands\.Decomposing", @"^Maoding\.Commands\.Evaluating")]
    public void A_lower_layer_does_not_know_a_higher_one(string lower, string higher)
    {
        var rule = Types().That().ResideInNamespaceMatching(lower).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(higher));
        Assert.Empty(rule.Evaluate(_architecture).Where(r => !r.Passed).Select(r => r.Description));
    }

    [Fact]
    public void No_static_field_changes()
    {
        var fields = OwnTypes.SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        // A thread's own scratch list is no shared state.
        var shared = fields.Where(f => f.GetCustomAttribute<ThreadStaticAttribute>() is null && f.GetCustomAttribute<CompilerGeneratedAttribute>() is null);
        Assert.Empty(shared.Where(f => !f.IsInitOnly && !f.IsLiteral).Select(f => $"{f.DeclaringType}.{f.Name}"));
    }

    [Fact]
    public void Nothing_public_and_static_can_be_changed_by_its_callers()
    {
        var types = OwnTypes.Where(t => t.IsVisible).ToList();
        const BindingFlags Public = BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;
        var fields = types.SelectMany(t => t.GetFields(Public)).Where(f => !f.IsLiteral && IsMutable(f.FieldType)).Select(f => $"{f.DeclaringType}.{f.Name}");
        var properties = types.SelectMany(t => t.GetProperties(Public))
            .Where(p => p.SetMethod is not null || IsMutable(p.PropertyType)).Select(p => $"{p.DeclaringType}.{p.Name}");
        Assert.Empty(fields.Concat(properties));
    }

    [Fact]
    public void No_interface_has_a_single_implementation() =>
        Assert.DoesNotContain(OwnTypes, t => t.IsInterface && OwnTypes.Count(c => c.IsClass && t.IsAssignableFrom(c)) < 2);

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them() =>
        Assert.Empty(OwnTypes.Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract && t.Name != "Program" && !OwnTypes.Any(d => d.BaseType == t))
            .Select(t => t.FullName));

    private static bool IsMutable(System.Type type) =>
        type.IsArray || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(List<>)
            || type.GetGenericTypeDefinition() == typeof(Dictionary<,>) || type.GetGenericTypeDefinition() == typeof(HashSet<>)));

    private static List<string> Packages(string project) => Items(project, "PackageReference");

    private static List<string> Projects(string project) => [.. Items(project, "ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p)!)];

    private static List<string> Items(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(Corpus.Root, "src", project, $"{project}.csproj")).Descendants(kind).Select(e => e.Attribute("Include")!.Value)];
}
