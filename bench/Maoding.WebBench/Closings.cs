using System.Diagnostics;
using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Issuing;
using Maoding.Domain.Organization;
using Maoding.Features.Building.Projects;
using Maoding.Features.Measuring.Figures;
using Maoding.Features.Measuring.Targets;
using Maoding.Features.Progress.Closings;
using Maoding.Shared.Rules;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.WebBench;

/// <summary>
/// Closing the months of a plan against the statements that any closing needs: read every row
/// with its last report, write a light for each, let the rows take it over.
/// </summary>
internal static class Closings
{
    private const int Months = 5;

    private static readonly Actor Coordinator = new(1, 13, "督查室主任", false, [new HeldPost(13, PostKind.Coordinator, null, "督查室主任")]);

    public static async Task PrintAsync(string name, int rows, Database database)
    {
        await District.FillAsync(database, rows);
        await PrepareAsync(database);
        for (var month = 202601; month <= 202600 + Months; month++)
        {
            var closing = await CloseAsync(database, month);
            // The months before are in the cache for both.
            if (month == 202601) continue;
            var bare = await BareAsync(database, month);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}, {rows} rows, month {month % 100}: {closing.TotalSeconds:F2} s, bare SQL "
                    + $"{bare.TotalSeconds:F2} s, ratio {closing / bare:F2}; process {Environment.WorkingSet >> 20} MB"));
        }
    }

    /// <summary>Every row in force since January with a plan and an accepted report a month.</summary>
    private static async Task PrepareAsync(Database database)
    {
        await using var db = database.Open();
        db.Add(new Issue { PlanId = 1, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = new DateOnly(2026, 1, 8), IssuedAt = DateTime.UtcNow });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync(
            """UPDATE "Commitments" SET "State" = 40, "IssueId" = 1, "MonthlyPlan" = '80,160,240,320,400,480,560,640,720,800,900,1000' """);
        for (var month = 1; month <= Months; month++)
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Reports" ("CommitmentId", "Period", "State", "Done", "Problems",
                    "NextStep", "Share", "IsTyped", "FallReason", "ReturnReason", "Returns", "Version")
                SELECT "Id", {0}, 4, '完成阶段任务', '', '', {1} + "Id" % 60, {2}, '', '', 0, 1 FROM "Commitments"
                """, (202600 + month) * 10, month * 60, false);
        await db.Database.ExecuteSqlRawAsync(database.IsPostgres ? "VACUUM ANALYZE" : "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task<TimeSpan> CloseAsync(Database database, int month)
    {
        await using var db = database.Open();
        var save = new AuditedSave(db, TimeProvider.System);
        var from = Stopwatch.GetTimestamp();
        var targets = new TargetsClosingPart(db, new TargetReader(db, new FigureReader(db)));
        var closing = new MonthCloseService(db, save, new RuleStore(db, save), new CountedRows(db), [targets, new ProjectsClosingPart(db)]);
        await closing.CloseAsync(Coordinator, 1, month, new DateOnly(2026, 6, 15));
        return Stopwatch.GetElapsedTime(from);
    }

    /// <summary>What it wrote is deleted again, so that the next closing is measured on the same data.</summary>
    private static async Task<TimeSpan> BareAsync(Database database, int month)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var from = Stopwatch.GetTimestamp();
        await using (var command = db.Database.GetDbConnection().CreateCommand())
        {
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
                SELECT c."Id", c."ParentId", c."MonthlyPlan", c."Due", c."LeadUnitId", r."Id", r."Period", r."Share", l."MissedMonths"
                    FROM "Commitments" c JOIN "Issues" i ON i."Id" = c."IssueId"
                LEFT JOIN "Reports" r ON r."Id" = (SELECT x."Id" FROM "Reports" x
                    WHERE x."CommitmentId" = c."Id" AND x."State" = 4 AND x."Period" <= {month * 10} ORDER BY x."Period" DESC LIMIT 1)
                LEFT JOIN "MonthLights" l ON l."CommitmentId" = c."Id" AND l."Month" = {month - 1} WHERE c."PlanId" = 1
                """);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) _ = reader.GetInt32(0);
        }

        // The month is closed; as many lights of one that is not.
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "MonthLights" ("PlanId", "CommitmentId", "Month", "Light", "RuleEditionId", "Rule", "Planned", "Done", "ReportId",
                "IsMissing", "DaysLeft", "MissedMonths", "MissingMonths", "IdleMonths", "LeadUnitId", "LeaderPostId", "SectionId", "OverrideReason")
            SELECT "PlanId", "CommitmentId", "Month" + 50, 1 + "CommitmentId" % 3, "RuleEditionId", "Rule", "Planned", "Done", "ReportId",
                "IsMissing", "DaysLeft", "MissedMonths", "MissingMonths", "IdleMonths", "LeadUnitId", "LeaderPostId", "SectionId", ''
            FROM "MonthLights" WHERE "PlanId" = 1 AND "Month" = {0}
            """, month);
        await db.Database.ExecuteSqlRawAsync(
            """
            UPDATE "Commitments" AS c SET "Light" = l."Light" FROM "MonthLights" AS l
            WHERE l."PlanId" = 1 AND l."Month" = {0} AND c."Id" = l."CommitmentId" AND c."Light" <> l."Light"
            """,
            month);
        await transaction.CommitAsync();
        var time = Stopwatch.GetElapsedTime(from);
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "MonthLights" WHERE "Month" > 202612""");
        return time;
    }
}
