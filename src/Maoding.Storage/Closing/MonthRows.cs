using System.Data.Common;
using System.Globalization;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Closing;

/// <summary>Everything that the closing of a month looks at, in one statement.</summary>
public static class MonthRows
{
    private static string Sql(int planId, int month) => string.Create(CultureInfo.InvariantCulture, $"""
        SELECT c."Id", c."ParentId", c."IsLeaf", c."State", c."MonthlyPlan", c."Due", c."Rhythm", c."LeadUnitId", c."LeaderPostId", c."SectionId", i."IssuedOn",
               r."Id", r."Period", CASE WHEN c."Kind" = {(int)CommitmentKind.Target} AND r."IsTyped" THEN NULL ELSE r."Share" END, l."MissedMonths", c."Kind"
        FROM "Commitments" AS c
        LEFT JOIN "Issues" AS i ON i."Id" = c."IssueId"
        LEFT JOIN "Reports" AS r ON r."Id" =
            (SELECT x."Id" FROM "Reports" AS x WHERE x."CommitmentId" = c."Id" AND x."State" = {(int)ReportState.Accepted} AND x."Period" <= {(month * 10) + 9}
                ORDER BY x."Period" DESC LIMIT 1)
        LEFT JOIN "MonthLights" AS l ON l."CommitmentId" = c."Id" AND l."Month" = {Period.AddMonths(month, -1)}
        WHERE c."PlanId" = {planId} AND c."State" >= {(int)CommitmentState.Issued}
        """);

    /// <summary>The rows of a plan in force, parents included, with the last report accepted by now for a time up to the month's end.</summary>
    /// <param name="month">yyyymm.</param>
    public static async Task<List<MonthRow>> ReadAsync(MaodingContext db, int planId, int month, CancellationToken stop = default)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Command(Sql(planId, month));
        var rows = new List<MonthRow>();
        // Most rows of a plan share a handful of plans.
        var plans = new Dictionary<string, IReadOnlyList<int>>();
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) rows.Add(Row(reader, plans, new DateOnly(month / 100, 1, 1)));
        await db.Database.CloseConnectionAsync();
        return rows;
    }

    /// <summary>Waits until nobody else closes a month of the plan; inside the caller's transaction.</summary>
    public static async Task LockPlanAsync(MaodingContext db, int planId, CancellationToken stop = default)
    {
        // A SQLite transaction is alone from its beginning.
        if (db.Database.IsNpgsql()) await db.Plans.FromSql($"""SELECT * FROM "Plans" WHERE "Id" = {planId} FOR UPDATE""").AsNoTracking().ToListAsync(stop);
    }

    private static MonthRow Row(DbDataReader reader, Dictionary<string, IReadOnlyList<int>> plans, DateOnly always)
    {
        int? Number(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
        var text = reader.GetString(4);
        if (!plans.TryGetValue(text, out var plan)) plans[text] = plan = MonthlyPlans.Values(text);
        var facts = new RowMonth(
            plan,
            reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5),
            (Rhythm)reader.GetInt32(6),
            reader.IsDBNull(10) ? always : reader.GetFieldValue<DateOnly>(10),
            Number(12) ?? 0,
            Number(13),
            Number(14) ?? 0);
        return new MonthRow(
            reader.GetInt32(0), Number(1), reader.GetBoolean(2), (CommitmentState)reader.GetInt32(3), facts, Number(11), Number(7), Number(8), Number(9))
        {
            IsTarget = reader.GetInt32(15) == (int)CommitmentKind.Target,
        };
    }
}
