using System.Globalization;
using Maoding.Storage;

namespace Maoding.WebBench;

/// <summary>
/// Measures one kind of database with two sizes of ledger; what is compared is measured in turn, so that other work on the machine falls on all.
/// </summary>
internal static class Figures
{
    private const int Rounds = 3;

    private const int Starts = 5;

    private const int Connections = 8;

    /// <summary>Who type at once.</summary>
    private const int People = 50;

    private static readonly (string Name, string Path)[] Pages =
    [
        ("default", "/ledger"), ("unit", "/ledger?unit=8"), ("state", "/ledger?state=30"),
        ("due", "/ledger?due=202606"), ("text", "/ledger?q=%E5%B0%8F%E5%8C%BA"),
        ("default, asked anew", "/ledger?after={n}.0"), ("unit, asked anew", "/ledger?unit=8&after={n}.0"),
        ("state, asked anew", "/ledger?state=30&after={n}.0"),
        ("due, asked anew", "/ledger?due=202606&after={n}.0"),
    ];

    private const int WarmRequests = 3000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);

    public static async Task PrintAsync(string executable, string kind, int[] sizes, Func<int, Database> create, string folder)
    {
        var filled = new List<(int Rows, Database Database, string Cookie)>();
        foreach (var rows in sizes)
        {
            var database = create(rows);
            await District.FillAsync(database, rows);
            filled.Add((rows, database, await Served.CookieAsync(database, "coordinator")));
        }

        string Folder(int rows) => Directory.CreateDirectory(Path.Combine(folder, rows.ToString(CultureInfo.InvariantCulture))).FullName;
        foreach (var (rows, database, cookie) in filled) await StartAsync(kind, rows, () => Served.Maoding(executable, database, Folder(rows)), cookie);
        var servers = filled.ConvertAll(f => Served.Maoding(executable, f.Database, Folder(f.Rows)));
        try
        {
            for (var i = 0; i < servers.Count; i++)
                await new Load(servers[i].Port, "/ledger", filled[i].Cookie).FirstAsync(servers[i].Started, TimeSpan.FromSeconds(30));
            await PagesAsync(kind, filled, servers);
            await YardsticksAsync(kind, filled[^1], servers[^1]);
            await TypingAsync(kind, filled[^1], servers[^1]);
        }
        finally
        {
            servers.ForEach(s => s.Dispose());
        }
    }

    private static async Task StartAsync(string kind, int rows, Func<Served> serve, string cookie)
    {
        var times = new List<double>();
        var memory = 0L;
        for (var i = 0; i < Starts; i++)
        {
            using var server = serve();
            times.Add((await new Load(server.Port, "/ledger", cookie).FirstAsync(server.Started, TimeSpan.FromSeconds(30))).TotalMilliseconds);
            memory = Math.Max(memory, server.Megabytes);
        }

        Say($"{kind} {rows}: start to the first list {Median(times):F0} ms (median of {Starts}), resident then {memory} MB");
    }

    private static async Task PagesAsync(string kind, List<(int Rows, Database Database, string Cookie)> filled, List<Served> servers)
    {
        foreach (var (name, path) in Pages)
        {
            var loads = filled.Select((f, i) => new Load(servers[i].Port, path, f.Cookie)).ToList();
            var figures = await InTurnAsync(loads);
            for (var i = 0; i < loads.Count; i++) Say($"{kind} {filled[i].Rows} {name}: {Words(figures[i])}, {figures[i].Bytes >> 10} kB");
            if (loads.Count == 2) Say($"{kind} {name}: {filled[0].Rows} rows ÷ {filled[1].Rows} rows {figures[0].PerSecond / figures[1].PerSecond:F2}");
        }
    }

    private static async Task YardsticksAsync(string kind, (int Rows, Database Database, string Cookie) filled, Served server)
    {
        var list = new Load(server.Port, "/ledger", filled.Cookie);
        var bytes = (await list.RunAsync(1, TimeSpan.FromMilliseconds(200))).Bytes;
        using var yardstick = Served.Yardstick(filled.Database, bytes);
        var anew = new Load(server.Port, "/ledger?after={n}.0", filled.Cookie);
        var (sql, raw) = (new Load(yardstick.Port, "/sql", null), new Load(yardstick.Port, "/raw", null));
        await raw.FirstAsync(yardstick.Started, TimeSpan.FromSeconds(30));
        var figures = await InTurnAsync([list, sql, raw, anew]);
        Say($"{kind} {filled.Rows} beside: list {Words(figures[0])}; plain SQL "
            + $"{Words(figures[1])}; raw bytes {Words(figures[2])}; list asked anew {Words(figures[3])}");
        Say($"{kind} {filled.Rows}: list ÷ plain SQL {figures[0].PerSecond / figures[1].PerSecond:F2}; list where raw bytes is 20,000: "
            + $"{figures[0].PerSecond * 20_000 / figures[2].PerSecond:F0} requests/s; asked anew "
            + $"{figures[3].PerSecond / figures[1].PerSecond:F2} and {figures[3].PerSecond * 20_000 / figures[2].PerSecond:F0}");
        Say($"{kind} {filled.Rows}: resident after the load {server.Megabytes} MB");
    }

    /// <summary>The list by itself and while people type, turn by turn.</summary>
    private static async Task TypingAsync(string kind, (int Rows, Database Database, string Cookie) filled, Served server)
    {
        var list = new Load(server.Port, "/ledger", filled.Cookie);
        await WarmAsync(list);
        var (alone, beside, saved) = (new List<LoadFigure>(), new List<LoadFigure>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            alone.Add(await list.RunAsync(Connections, Time));
            await using var typing = await Typing.BeginAsync(filled.Database, People);
            beside.Add(await list.RunAsync(Connections, Time));
            saved += typing.Saved;
        }

        LoadFigure Middle(List<LoadFigure> rounds) => rounds.OrderBy(f => f.PerSecond).ElementAt(Rounds / 2);
        Say($"{kind} {filled.Rows}: list by itself {Words(Middle(alone))}; while {People} people type {Words(Middle(beside))}, "
            + $"{saved / Rounds} edits saved in each round; ratio {Middle(beside).PerSecond / Middle(alone).PerSecond:F2}");
    }

    /// <summary>The median round of each.</summary>
    private static async Task<List<LoadFigure>> InTurnAsync(List<Load> loads)
    {
        foreach (var load in loads) await WarmAsync(load);
        var rounds = loads.ConvertAll(_ => new List<LoadFigure>());
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < loads.Count; i++)
                rounds[i].Add(await loads[i].RunAsync(Connections, Time));
        return rounds.ConvertAll(r => r.OrderBy(f => f.PerSecond).ElementAt(Rounds / 2));
    }

    /// <summary>Until the run-time compiler is done with the page, also where other work takes the processors.</summary>
    private static async Task WarmAsync(Load load)
    {
        for (var asked = 0.0; asked < WarmRequests;) asked += (await load.RunAsync(Connections, WarmUp)).PerSecond * WarmUp.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Words(LoadFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.PerSecond:F0} requests/s, p99 {figure.P99Milliseconds:F1} ms");

    private static void Say(string line) => Console.WriteLine(line);
}
