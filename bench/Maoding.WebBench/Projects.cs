using System.Globalization;
using Maoding.Domain.Projects;
using Maoding.Start;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.WebBench;

/// <summary>
/// The library of projects, its rates, its analysis and the wall chart over HTTP, signed in and
/// asked anew each time, against the statements that each needs, read by ADO.NET.
/// </summary>
internal static class Projects
{
    private const int Count = 2000;

    private const int Months = 60;

    private const int LastMonth = 202605;

    private const int Rounds = 15;

    private const string OfYear =
        """SELECT * FROM "Projects" p JOIN "ProjectYears" y ON y."ProjectId" = p."Id" WHERE y."Year" = 2026 AND p."Stage" <> 90 ORDER BY p."Code" """;

    /// <summary>The columns that sums are made of.</summary>
    private const string Figures = """SELECT "ProjectId", "Month", "Planned", "Done", "State" FROM "ProjectMonths" """;

    private const string MonthsOfYear =
        """SELECT m.* FROM "ProjectMonths" m JOIN "Projects" p ON p."Id" = m."ProjectId" WHERE m."Month" BETWEEN 202601 AND 202612""";

    /// <summary>What every page of the kind must read.</summary>
    private static readonly (string Path, string[] Statements)[] Pages =
    [
        ("/projects", [OfYear + " LIMIT 100", """SELECT COUNT(*), SUM("TotalInvestment") FROM "Projects" WHERE "Stage" <> 90""",
            MonthsOfYear + """ AND p."Id" <= 100"""]),
        ("/projects/rates", [OfYear, Figures + """ WHERE "Month" BETWEEN 202601 AND 202612""",
            Figures + """ WHERE "Month" BETWEEN 202501 AND 202512""", """SELECT * FROM "StageChanges" """]),
        ("/analysis", [OfYear, Figures + """ WHERE "Month" BETWEEN 202501 AND 202612""",
            """SELECT "ProjectId", SUM("Done") FROM "ProjectMonths" WHERE "Month" < 202500 AND "State" = 3 GROUP BY "ProjectId" """]),
        ("/wall", [OfYear, MonthsOfYear, """SELECT * FROM "ProjectNodes" """]),
    ];

    public static async Task PrintAsync(string name, Database database)
    {
        await District.FillAsync(database, 1000);
        await FillAsync(database);
        await using var app = WebApp.Build(database, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Add("Cookie", $"maoding={await Served.CookieAsync(database, "coordinator")}");
        foreach (var (path, statements) in Pages) await PageAsync(name, database, http, path, statements);
        await app.StopAsync();
    }

    private static async Task PageAsync(string name, Database database, HttpClient http, string path, string[] statements)
    {
        List<double> page = [], bare = [], raw = [];
        var bytes = 0;
        for (var round = 0; round < 2 * Rounds; round++)
        {
            // Somebody wrote: nothing that was remembered counts.
            await using (var db = database.Open()) await db.Database.ExecuteSqlRawAsync("""UPDATE "AuditHeads" SET "Writes" = "Writes" + 1""");
            var own = await Bare.TimeAsync(database, async _ => bytes = (await http.GetByteArrayAsync(path)).Length);
            var sql = await Bare.TimeAsync(database, db => Bare.ReadAsync(db, statements));
            var live = await Bare.TimeAsync(database, async _ => await http.GetByteArrayAsync("/health/live"));
            if (round < Rounds) continue;
            page.Add(own);
            bare.Add(sql);
            raw.Add(live);
        }

        var (a, b, c) = (Middle(page), Middle(bare), Middle(raw));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}, {Count} projects × {Months} months: {path} {a:F1} ms ({bytes >> 10} kB), bare SQL {b:F1} ms, ratio {a / b:F2}; raw bytes {c:F2} ms"));
    }

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task FillAsync(Database database)
    {
        await using var db = database.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        for (var i = 1; i <= Count; i++)
        {
            db.Add(new Project
            {
                Code = string.Create(CultureInfo.InvariantCulture, $"XM-{i:0000}"),
                Name = $"第{i}个重大项目",
                Level = (ProjectLevel)(1 + (i % 4)),
                Sector = (Sector)(1 + (i % 9)),
                Stage = i % 5 == 0 ? Stage.Preparing : Stage.Building,
                StageSince = new DateOnly(2025, 1, 1),
                LeadUnitId = 1 + (i % 40),
                TotalInvestment = 10_000 + i,
                PlannedStart = new DateOnly(2025, 1 + (i % 12), 1),
                PlannedFinish = new DateOnly(2026, 1 + (i % 12), 20),
                StartedOn = i % 5 == 0 ? null : new DateOnly(2025, 1 + (i % 12), 8),
                Years = [new ProjectYear { Year = 2026, Class = (YearClass)(1 + (i % 3)), Planned = 1200 },
                    new ProjectYear { Year = 2025, Class = YearClass.Continuing, Planned = 1200 }],
                Nodes = [new ProjectNode { Name = "封顶", Due = new DateOnly(2026, 1 + (i % 12), 10) },
                    new ProjectNode { Name = "验收", Due = new DateOnly(2026, 12, 20) }],
            });
            if (i % 200 == 0) await db.SaveChangesAsync();
        }

        await db.SaveChangesAsync();
        for (var i = 0; i < Months; i++)
        {
            var day = new DateOnly(LastMonth / 100, LastMonth % 100, 1).AddMonths(-i);
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "ProjectMonths" ("ProjectId", "Month", "Planned", "Done", "Progress", "Note", "State", "ReturnReason", "Rule", "Version")
                SELECT "Id", {0}, 100000000, (60 + "Id" % 50) * 1000000, '主体施工', '', 3, '', 0, 1 FROM "Projects"
                """, (day.Year * 100) + day.Month);
        }

        await db.Database.ExecuteSqlRawAsync(database.IsPostgres ? "VACUUM ANALYZE" : "ANALYZE");
    }
}
