using System.Globalization;
using Maoding.Domain.Indicators;
using Maoding.Start;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.WebBench;

/// <summary>The watch page over HTTP, signed in and asked anew each time, against the statements that its numbers need, read by ADO.NET.</summary>
internal static class Watches
{
    private const int Indicators = 300;

    private const int Streets = 60;

    private const int Years = 10;

    private const int LastMonth = 202605;

    /// <summary>Indicators that are levels and are taken apart by street, as the page bounds them.</summary>
    private const int Levels = 12;

    private const int Rounds = 60;

    private static readonly string[] Statements =
    [
        """SELECT * FROM "Indicators" WHERE NOT "IsRetired" ORDER BY "Order" """,
        """SELECT * FROM "Areas" WHERE NOT "IsClosed" ORDER BY "Kind", "Order" """,
        """SELECT DISTINCT "Month" FROM "Observations" WHERE "AreaId" = 1 AND "Month" >= 202405 AND "Month" <= 202605 AND "InForce" ORDER BY "Month" DESC""",
        """
        SELECT "IndicatorId", "AreaId", "Measure", "Month", "Value", "Decimals", "Stage", "Id" FROM "Observations"
        WHERE "AreaId" IN (1, 2) AND "Month" >= 202411 AND "Month" <= 202605 AND "InForce" ORDER BY "IndicatorId", "AreaId", "Measure", "Month"
        """,
        """
        SELECT "IndicatorId", "AreaId", "Measure", "Month", "Value", "Decimals", "Stage", "Id" FROM "Observations"
        WHERE "IndicatorId" BETWEEN 1 AND 12 AND "AreaId" BETWEEN 3 AND 62 AND "Month" IN (202605, 202505) AND "InForce"
            ORDER BY "IndicatorId", "AreaId", "Measure", "Month"
        """,
    ];

    public static async Task PrintAsync(string name, Database database)
    {
        await District.FillAsync(database, 1000);
        await FillAsync(database);
        await using var app = WebApp.Build(database, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Add("Cookie", $"maoding={await Served.CookieAsync(database, "coordinator")}");
        List<double> page = [], bare = [];
        var bytes = 0;
        for (var round = 0; round < 2 * Rounds; round++)
        {
            // Somebody wrote: nothing that was remembered counts.
            await using (var db = database.Open()) await db.Database.ExecuteSqlRawAsync("""UPDATE "AuditHeads" SET "Writes" = "Writes" + 1""");
            var own = await Bare.TimeAsync(database, async _ => bytes = (await http.GetByteArrayAsync("/watching")).Length);
            var sql = await Bare.TimeAsync(database, db => Bare.ReadAsync(db, Statements));
            if (round < Rounds) continue;
            page.Add(own);
            bare.Add(sql);
        }

        var (a, b) = (page.Order().ElementAt(Rounds / 2), bare.Order().ElementAt(Rounds / 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, {Indicators} indicators × {Streets} streets × "
            + $"{Years} years: watch page {a:F1} ms ({bytes >> 10} kB), bare SQL {b:F1} ms, ratio {a / b:F2}"));
        await app.StopAsync();
    }

    private static async Task FillAsync(Database database)
    {
        await using var db = database.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        for (var i = 1; i <= Indicators; i++)
            db.Add(new Indicator
            {
                Id = i,
                Order = i,
                Code = string.Create(CultureInfo.InvariantCulture, $"I{i}"),
                Name = $"第{i}项指标",
                Dimension = (Dimension)(1 + (i % 7)),
                Kind = i <= Levels ? FigureKind.Level : FigureKind.Growth,
                Unit = i <= Levels ? "亿元" : "%",
                UnitId = 1 + (i % 40),
            });
        db.Add(new Area { Id = 1, Kind = AreaKind.District, Order = 1, Name = "云泽区" });
        db.Add(new Area { Id = 2, Kind = AreaKind.City, Order = 1, Name = "云州市" });
        for (var i = 1; i <= Streets; i++) db.Add(new Area { Id = 2 + i, Kind = AreaKind.Unit, Order = i, Name = $"第{i}街道" });
        for (var i = 0; i < Years * 12; i++)
        {
            var month = new DateOnly(LastMonth / 100, LastMonth % 100, 1).AddMonths(-i);
            db.Add(new DataSheet { UnitId = 1, Month = (month.Year * 100) + month.Month, State = SheetState.Locked });
        }

        await db.SaveChangesAsync();
        await ObserveAsync(db, FigureMeasure.CumulativeGrowth, Indicators);
        await ObserveAsync(db, FigureMeasure.Cumulative, Levels);
        await db.Database.ExecuteSqlRawAsync(database.IsPostgres ? "VACUUM ANALYZE" : "ANALYZE");
    }

    private static Task<int> ObserveAsync(MaodingContext db, FigureMeasure measure, int indicators) => db.Database.ExecuteSqlRawAsync(
        """
        INSERT INTO "Observations" ("SheetId", "IndicatorId", "AreaId", "Month", "Measure", "Revision",
            "InForce", "Value", "Decimals", "Stage", "Basis", "Source", "Why", "EnteredById", "EnteredAt")
        SELECT s."Id", i."Id", a."Id", s."Month", {0}, 1, TRUE, (1 + (i."Id" * 7 + a."Id" * 13 + s."Month" * 3) % 160) * 100000, 1, 2, '', '', '', 1, {2}
        FROM "DataSheets" s CROSS JOIN "Indicators" i CROSS JOIN "Areas" a WHERE i."Id" <= {1}
        """, (int)measure, indicators, new DateTime(2026, 6, 15, 0, 0, 0, DateTimeKind.Utc));
}
