using Maoding.Tests.Commands;
using Maoding.Tests.Features.Building.Procedures;
using Maoding.Tests.Features.Building.Projects;
using Maoding.Tests.Features.Measuring.Figures;
using Maoding.Tests.Features.Measuring.Targets;
using Maoding.Tests.Features.Planning.Documents;
using Maoding.Tests.Features.Planning.Ledger;
using Maoding.Tests.Features.Progress.Closings;
using Maoding.Tests.Features.Progress.Reporting;
using Maoding.Tests.Hosting;
using Maoding.Tests.WholeWay;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(Maoding.Tests.LongestFirst))]

namespace Maoding.Tests;

/// <summary>The classes that take longest begin first, so that none of them is alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] _long =
    [
        typeof(DemoCommandTests), typeof(WholeWayWithoutScriptsTests), typeof(ReviewBrowserTests), typeof(KillTests), typeof(ArchitectureTests),
        typeof(ProcedureBrowserTests), typeof(YearPictureTests), typeof(LedgerListTests), typeof(CloseKillTests), typeof(DecomposeCommandTests),
        typeof(TargetPictureTests), typeof(FigureBrowserTests), typeof(ReportBrowserTests), typeof(ClosePictureTests), typeof(ProjectImportTests),
    ];

    private static readonly Dictionary<string, int> _rank = _long.Index().ToDictionary(l => l.Item.FullName!, l => l.Index);

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(RankOf)];

    /// <summary>A collection of one class is named after it.</summary>
    private static int RankOf<T>(T collection)
        where T : ITestCollection =>
        _rank.FirstOrDefault(r => collection.TestCollectionDisplayName.Contains(r.Key, StringComparison.Ordinal), new("", int.MaxValue)).Value;
}
