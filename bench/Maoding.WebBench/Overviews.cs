using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Issuing;
using Maoding.Domain.Lights;
using Maoding.Domain.Organization;
using Maoding.Domain.Rules;
using Maoding.Features.Progress.Overviews;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.WebBench;

/// <summary>
/// The overview and the comparison of two dates over 24 closed months, against the grouped statements that their numbers need, read by ADO.NET.
/// </summary>
internal static class Overviews
{
    private const int Months = 24;

    private const int Rounds = 5;

    private const int LastMonth = 202612;

    private static readonly Actor Coordinator = new(1, 13, "督查室主任", false, [new HeldPost(13, PostKind.Coordinator, null, "督查室主任")]);

    /// <summary>What a leaf counts under in the overview.</summary>
    private const string Cells = """
        SELECT c."SectionId", c."LeadUnitId", c."LeaderPostId", c."SecondLeaderPostId", c."State", COALESCE(l."Override", l."Light"), l."IsMissing", COUNT(*)
        FROM "Commitments" c LEFT JOIN "MonthLights" l ON l."CommitmentId" = c."Id" AND l."Month" = 202612
        WHERE c."PlanId" = 1 AND c."IsLeaf" AND c."State" >= 30 GROUP BY 1, 2, 3, 4, 5, 6, 7
        """;

    private const string Themes = """
        SELECT t."ThemeId", c."State", COALESCE(l."Override", l."Light"), l."IsMissing", COUNT(*)
        FROM "CommitmentThemes" t JOIN "Commitments" c ON c."Id" = t."CommitmentId" LEFT
            JOIN "MonthLights" l ON l."CommitmentId" = c."Id" AND l."Month" = 202612
        WHERE c."PlanId" = 1 AND c."IsLeaf" AND c."State" >= 30 GROUP BY 1, 2, 3, 4
        """;

    private const string Trend = """
        SELECT l."Month", COALESCE(l."Override", l."Light"), l."IsMissing", COUNT(*)
        FROM "MonthLights" l JOIN "Commitments" c ON c."Id" = l."CommitmentId"
        WHERE l."PlanId" = 1 AND c."PlanId" = 1 AND c."IsLeaf" AND c."State" >= 30 GROUP BY 1, 2, 3
        """;

    private const string Turned = """
        SELECT c."Id", c."Number", c."Title", c."LeadUnitId", COALESCE(a."Override", a."Light"), COALESCE(b."Override", b."Light")
        FROM "MonthLights" a JOIN "MonthLights" b ON b."CommitmentId" = a."CommitmentId" JOIN "Commitments" c ON c."Id" = a."CommitmentId"
        WHERE a."PlanId" = 1 AND a."Month" = 202501 AND b."Month" = 202612 AND c."PlanId" = 1 AND c."IsLeaf"
            AND c."State" >= 30 AND COALESCE(a."Override", a."Light") <> COALESCE(b."Override", b."Light")
        ORDER BY COALESCE(b."Override", b."Light") - COALESCE(a."Override", a."Light") DESC, c."Order", c."Id" LIMIT 301
        """;

    private const string Amended = """
        SELECT a."Id", a."CommitmentId", a."Changes", a."Reason", a."Decision", a."DecidedOn", c."Number", c."Title"
            FROM "Amendments" a JOIN "Commitments" c ON c."Id" = a."CommitmentId"
        WHERE c."PlanId" = 1 AND a."DecidedOn" > '2025-02-15' AND a."DecidedOn" <= '2027-01-15' ORDER BY a."DecidedOn", c."Order", a."Id" LIMIT 301
        """;

    private const string Done = """
        SELECT d."Id", d."CommitmentId", d."Finding", d."DecidedOn", c."Number", c."Title", c."LeadUnitId"
            FROM "Completions" d JOIN "Commitments" c ON c."Id" = d."CommitmentId"
        WHERE c."PlanId" = 1 AND d."State" = 2 AND d."DecidedOn" > '2025-02-15' AND d."DecidedOn" <= '2027-01-15'
            ORDER BY d."DecidedOn", c."Order", d."Id" LIMIT 301
        """;

    private const string Issued =
        """
        SELECT i."Id", i."DocumentNumber", (SELECT COUNT(*) FROM "Commitments" c WHERE c."IssueId" = i."Id" AND c."IsLeaf")
        FROM "Issues" i WHERE i."PlanId" = 1 AND i."IssuedOn" > '2024-12-01' ORDER BY i."IssuedOn"
        """;

    public static async Task PrintAsync(string name, int rows, Database database)
    {
        await District.FillAsync(database, rows);
        await PrepareAsync(database);
        await using var db = database.Open();
        var directory = await new DirectoryCache().GetAsync(db, await db.Regions.Select(r => r.DirectoryVersion).SingleAsync(), default);
        var plan = await db.Plans.SingleAsync();
        await CompareAsync(name, rows, "overview", database, [Trend, Cells, Themes],
            async db => _ = await new OverviewService(db, new CountedRows(db))
                .ReadAsync(Coordinator, directory, plan, LastMonth, new DateOnly(2027, 1, 15), default));
        await CompareAsync(name, rows, "comparison", database, [Issued, Amended, Done, Turned],
            async db => _ = await new CompareService(db, new CountedRows(db))
                .ReadAsync(Coordinator, plan, new DateOnly(2025, 2, 15), new DateOnly(2027, 1, 15), default));
    }

    /// <summary>Every row in force, 24 months of lights, an amendment for each fiftieth row and a completion for each twentieth.</summary>
    private static async Task PrepareAsync(Database database)
    {
        await using var db = database.Open();
        db.Add(new Issue { PlanId = 1, Batch = 1, DocumentNumber = "云办发〔2025〕3号", IssuedOn = new DateOnly(2025, 1, 8), IssuedAt = DateTime.UtcNow });
        db.Add(new RuleEdition
        {
            Kind = LightKind.Lights,
            Number = 1,
            Name = "区级规则",
            From = new DateOnly(2025, 1, 1),
            Source = "",
            Values = LightKind.ValuesOf(LightRules.Parse("落后计划百分点 > 20 红灯")),
        });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("""UPDATE "Commitments" SET "State" = 40, "IssueId" = 1""");
        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "CommitmentThemes" ("CommitmentId", "ThemeId") SELECT "Id", 1 + "Id" % 6 FROM "Commitments" WHERE "Id" % 3 = 0""");
        for (var i = 0; i < Months; i++)
        {
            var month = i < 12 ? 202501 + i : 202589 + i;
            db.Add(new MonthClose { PlanId = 1, Month = month, RuleEditionId = 1, ClosedOn = new DateOnly(month / 100, month % 100, 10).AddMonths(1) });
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "MonthLights" ("PlanId", "CommitmentId", "Month", "Light", "RuleEditionId", "Rule", "Planned", "Done",
                    "IsMissing", "MissedMonths", "MissingMonths", "IdleMonths", "LeadUnitId", "LeaderPostId", "SectionId", "OverrideReason")
                SELECT "PlanId", "Id", {0}, CASE WHEN ("Id" * 7 + {1} * 13) % 10 < 7 THEN 1 WHEN ("Id" * 7 + {1} * 13) % 10 < 9 THEN 2 ELSE 3 END,
                    1, 1, 500, 450, ("Id" + {1}) % 20 = 0, 0, 0, 0, "LeadUnitId", "LeaderPostId", "SectionId", '' FROM "Commitments"
                """, month, i);
        }

        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "Amendments" ("CommitmentId", "Changes", "Reason", "Decision", "DecidedOn", "AmendedById", "AmendedAt")
            SELECT "Id", '完成时限：2026-06-30 → 2026-09-30', '用地手续推迟', '区委常委会会议纪要', {0}, 1, {1} FROM "Commitments" WHERE "Id" % 50 = 0
            """, new DateOnly(2026, 5, 6), new DateTime(2026, 5, 6, 8, 0, 0, DateTimeKind.Utc));
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "Completions" ("CommitmentId", "State", "Evidence", "AppliedOn", "AppliedById", "DecidedOn", "DecidedById", "Finding", "Version")
            SELECT "Id", 2, '验收报告', {0}, 1, {1}, 1, '属实', 1 FROM "Commitments" WHERE "Id" % 20 = 0
            """, new DateOnly(2026, 5, 6), new DateOnly(2026, 6, 6));
        await db.Database.ExecuteSqlRawAsync(database.IsPostgres ? "VACUUM ANALYZE" : "ANALYZE");
    }

    /// <summary>In turn, after one round that counts for neither; the median of each.</summary>
    private static async Task CompareAsync(string name, int rows, string what, Database database, string[] statements, Func<MaodingContext, Task> ask)
    {
        List<double> product = [], bare = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var (own, sql) = (await Bare.TimeAsync(database, ask), await Bare.TimeAsync(database, db => Bare.ReadAsync(db, statements)));
            if (round == 0) continue;
            product.Add(own);
            bare.Add(sql);
        }

        var (a, b) = (product.Order().ElementAt(Rounds / 2), bare.Order().ElementAt(Rounds / 2));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name}, {rows} rows, {Months} months, {what}: {a:F1} ms, bare SQL {b:F1} ms, ratio {a / b:F2}"));
    }
}
