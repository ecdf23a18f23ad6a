using System.Globalization;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.WebBench;

if (args is ["baseline", var kind, var connection, var port, var bytes])
{
    await Baseline.RunAsync(
        new Database(connection, kind == "postgres"), int.Parse(port, CultureInfo.InvariantCulture), int.Parse(bytes, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["import", var speech, .. var where])
{
    await InFolderAsync(folder => Imports.PrintAsync(speech, () => where is ["postgres"]
        ? Database.Postgres(PostgresCluster.CreateDatabase())
        : Database.InFolder(Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName)));
    return 0;
}

if (args is ["close", var count, .. var on])
{
    var rows = int.Parse(count, CultureInfo.InvariantCulture);
    await InFolderAsync(folder => on is ["postgres"] ? Closings.PrintAsync("PostgreSQL", rows, Database.Postgres(PostgresCluster.CreateDatabase()))
        : Closings.PrintAsync("SQLite", rows, Database.InFolder(folder)));
    return 0;
}

if (args is ["overview", var leaves, .. var server])
{
    var rows = int.Parse(leaves, CultureInfo.InvariantCulture);
    await InFolderAsync(folder => server is ["postgres"] ? Overviews.PrintAsync("PostgreSQL", rows, Database.Postgres(PostgresCluster.CreateDatabase()))
        : Overviews.PrintAsync("SQLite", rows, Database.InFolder(folder)));
    return 0;
}

if (args is ["watch", .. var place])
{
    await InFolderAsync(folder => place is ["postgres"]
        ? Watches.PrintAsync("PostgreSQL", Database.Postgres(PostgresCluster.CreateDatabase())) : Watches.PrintAsync("SQLite", Database.InFolder(folder)));
    return 0;
}

if (args is ["projects", .. var store])
{
    await InFolderAsync(folder => store is ["postgres"]
        ? Projects.PrintAsync("PostgreSQL", Database.Postgres(PostgresCluster.CreateDatabase())) : Projects.PrintAsync("SQLite", Database.InFolder(folder)));
    return 0;
}

if (args is not [var executable, .. var rest])
{
    Console.Error.WriteLine("MAODING [sqlite] [postgres] [ROWS…]    MAODING is the published executable; see bench/web.sh");
    Console.Error.WriteLine("import SPEECH [postgres]               what bringing in a document costs");
    Console.Error.WriteLine("close ROWS [postgres]                  what closing a month costs");
    Console.Error.WriteLine("overview ROWS [postgres]               what the overview and a comparison cost on 24 closed months");
    Console.Error.WriteLine("watch [postgres]                       what the economic watch costs on 300 indicators of 60 streets over 10 years");
    Console.Error.WriteLine(
        "projects [postgres]                    what the library, the rates, the analysis and the wall cost on 2,000 projects of 60 months");
    return 2;
}

var sizes = rest.Where(w => char.IsAsciiDigit(w[0])).Select(w => int.Parse(w, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).ToArray();
if (sizes is [0]) sizes = [1_000, 100_000];
foreach (var database in (string[])["sqlite", "postgres"])
{
    if (rest.Any(w => w is "sqlite" or "postgres") && !rest.Contains(database)) continue;
    await InFolderAsync(folder => Figures.PrintAsync(executable, database, sizes, size => database == "sqlite"
        ? Database.InFolder(Directory.CreateDirectory(Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture))).FullName)
        : Database.Postgres(PostgresCluster.CreateDatabase()), folder));
}

return 0;

static async Task InFolderAsync(Func<string, Task> work)
{
    var folder = Directory.CreateTempSubdirectory("maoding-webbench-").FullName;
    try
    {
        await work(folder);
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}
