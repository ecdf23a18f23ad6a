using Maoding.Features.Administration.Verifying.Checks;
using Maoding.Storage;
using Maoding.Storage.Migrating;

namespace Maoding.Features.Administration.Verifying;

/// <summary>Runs the catalogue of checks over one moment of a database.</summary>
public static class VerifyService
{
    /// <summary>Findings kept of each check; the rest is counted.</summary>
    public const int Shown = 100;

    /// <summary>In the order of the report: first the audit, then what it speaks of.</summary>
    public static IReadOnlyList<IntegrityCheck> Catalogue { get; } =
    [
        new ChainCheck(), new RecordedHeadCheck(), new EntryTextCheck(), new StructureCheck(), new LeafCheck(), new OwnerCheck(),
        new NumberCheck(), new DueMonthCheck(), new QuoteCheck(), new FileCheck(),
        new TenureCheck(), new DraftEditCheck(), new SearchCheck(), new FrozenLightCheck(), new ToldShareCheck(), new EditionCheck(),
        new EditionNumbersCheck(),
    ];

    /// <param name="headsFolder">Where the audit's head is written down; null: the data folder.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    public static async Task<VerifyReport> RunAsync(
        Database database, string? headsFolder, TimeProvider clock, Action<double> progress, CancellationToken stop = default)
    {
        await using var db = database.WithoutPool().Open();
        await PresentDatabase.DemandAsync(database, db, stop);
        await ReadSnapshot.BeginAsync(db, stop);
        var scope = new VerifyScope(db, headsFolder ?? database.Folder, clock.GetUtcNow().UtcDateTime);
        var results = new List<CheckResult>();
        foreach (var check in Catalogue)
        {
            progress((double)results.Count / Catalogue.Count);
            results.Add(await RunAsync(check, scope, stop));
        }

        return new VerifyReport(await SchemaVersion.OfAsync(db, stop), results);
    }

    private static async Task<CheckResult> RunAsync(IntegrityCheck check, VerifyScope scope, CancellationToken stop)
    {
        var (shown, count) = (new List<string>(), 0);
        await foreach (var finding in check.FindAsync(scope, stop))
            if (count++ < Shown) shown.Add(finding);
        return new CheckResult(check, shown, count);
    }
}

/// <param name="Shown">The first findings.</param>
/// <param name="Count">All of them.</param>
public sealed record CheckResult(IntegrityCheck Check, IReadOnlyList<string> Shown, int Count);

/// <param name="Schema">How far the tables have come.</param>
public sealed record VerifyReport(SchemaVersion Schema, IReadOnlyList<CheckResult> Results)
{
    /// <summary>No error; hints do not count.</summary>
    public bool IsClean => Results.All(r => r.Count == 0 || r.Check.Severity == Severity.Hint);
}
