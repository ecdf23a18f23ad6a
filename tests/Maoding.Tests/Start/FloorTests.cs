using ArchUnitNET.Domain;
using Maoding.Commands;
using Maoding.Start;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests.Start;

/// <summary>Who may know whom inside the program: floors, and among features the written order of <see cref="FeatureList"/>. A circle cannot be.</summary>
public sealed class FloorTests
{
    /// <summary>Shared views stand beside what pages are made of.</summary>
    private const int SharedViews = 3;

    private const string Views = "AspNetCoreGeneratedDocument.Features_";

    /// <summary>From the ground up; a floor knows those before it.</summary>
    private static readonly string[] _below = ["Maoding.Districts", "Maoding.Shared", "Maoding.Contracts", "Maoding.Hosting"];

    /// <summary>The list, the demonstration and the start stand together: the list names the demonstration, which starts an application to fill.</summary>
    private static readonly string[] _together = ["Maoding.Start", "Maoding.Features.Demo"];

    private static readonly string[] _above = [.. _together, "Maoding.Commands"];

    private static readonly string[] _features = [.. FeatureList.All.Select(f => f.GetType().Namespace!).Where(n => !_above.Contains(n))];

    private static readonly Architecture _program = ArchitectureTests.Loaded;

    [Fact]
    public void Nothing_knows_what_stands_above_it()
    {
        var wrong = from type in _program.Types
                    let floor = FloorOf(type.FullName)
                    where floor is not null
                    from target in type.Dependencies.Select(d => d.Target).Distinct()
                    let other = FloorOf(target.FullName)
                    where other > floor
                    select $"{type.FullName} knows {target.FullName}";
        Assert.Empty(wrong.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_picture_in_docs_is_the_one_that_the_program_draws()
    {
        var page = File.ReadAllText(Path.Combine(Corpus.Root, "docs", "architecture.md")).ReplaceLineEndings("\n");
        Assert.True(page.Contains(FloorsCommand.Picture(), StringComparison.Ordinal), $"Put this into docs/architecture.md:\n{FloorsCommand.Picture()}");
    }

    [Fact]
    public void Every_folder_of_an_area_is_a_feature_of_the_list()
    {
        var listed = FeatureList.All.Select(f => f.GetType().Namespace!).ToHashSet(StringComparer.Ordinal);
        var root = Path.Combine(Corpus.Root, "src", "Maoding", "Features");
        var folders = Directory.GetDirectories(root).SelectMany(area => Path.GetFileName(area) is "Demo" ? [area] : Directory.GetDirectories(area));
        var names = folders.Select(f => $"Maoding.Features.{Path.GetRelativePath(root, f).Replace(Path.DirectorySeparatorChar, '.')}");
        Assert.DoesNotContain(names, n => !listed.Contains(n));
    }

    [Fact]
    public void Features_share_neither_names_nor_places_nor_jobs()
    {
        Assert.Distinct(FeatureList.All.Select(f => f.Name));
        Assert.Distinct(FeatureList.All.SelectMany(f => f.Works).Select(w => w.Name));
        Assert.Distinct(FeatureList.All.SelectMany(f => f.Navigation).Select(n => (n.Area, n.Order)));
        Assert.Distinct(FeatureList.All.SelectMany(f => f.Navigation).Select(n => n.Href));
    }

    /// <summary>A number that grows from the ground up; null for what is none of ours.</summary>
    private static int? FloorOf(string name)
    {
        if (name.StartsWith(Views, StringComparison.Ordinal))
            name = $"Maoding.Features.{name[Views.Length..].Split("__")[0].Replace('_', '.')}.";
        if (name.StartsWith("Maoding.Features.Shared.", StringComparison.Ordinal)) return SharedViews;
        if (Find(_below, name) is { } ground) return ground;
        if (Find(_together, name) is not null) return 1000;
        if (name.StartsWith("Maoding.Commands.", StringComparison.Ordinal)) return 1001;
        return Find(_features, name) is { } feature ? 100 + feature : null;
    }

    private static int? Find(string[] places, string name) =>
        Array.FindIndex(places, p => name.StartsWith($"{p}.", StringComparison.Ordinal)) is >= 0 and var at ? at : null;
}
