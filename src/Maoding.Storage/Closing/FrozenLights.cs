using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Maoding.Domain.Lights;

namespace Maoding.Storage.Closing;

/// <summary>The lights of a closed month: written once, all in the transaction of the closing, whose audit entry keeps their digest.</summary>
public static class FrozenLights
{
    /// <summary>All that is frozen, in the order of columns; overrides and recoveries come later with entries of their own.</summary>
    private static readonly (string Name, Func<MonthLight, int?> Value)[] Columns =
    [
        ("PlanId", l => l.PlanId), ("CommitmentId", l => l.CommitmentId), ("Month", l => l.Month),
        ("Light", l => (int)l.Light), ("RuleEditionId", l => l.RuleEditionId), ("Rule", l => l.Rule),
        ("Planned", l => l.Planned), ("Done", l => l.Done), ("ReportId", l => l.ReportId),
        ("IsMissing", l => l.IsMissing ? 1 : 0), ("DaysLeft", l => l.DaysLeft),
        ("MissedMonths", l => l.MissedMonths), ("MissingMonths", l => l.MissingMonths), ("IdleMonths", l => l.IdleMonths),
        ("LeadUnitId", l => l.LeadUnitId), ("LeaderPostId", l => l.LeaderPostId), ("SectionId", l => l.SectionId),
    ];

    /// <summary>Rows of one statement.</summary>
    private const int Batch = 500;

    private static readonly string Names = string.Join(", ", Columns.Select(c => $"\"{c.Name}\"")) + ", \"OverrideReason\"";

    /// <summary>Lists show the last closed month: rows take over its light, rows with leaves its share; rows that are not judged any more have none.</summary>
    private static readonly string[] Taking =
    [
        """
        UPDATE "Commitments" AS c SET "Light" = l."Light" FROM "MonthLights" AS l
        WHERE l."PlanId" = {0} AND l."Month" = {1} AND c."Id" = l."CommitmentId" AND c."Light" <> l."Light"
        """,
        """
        UPDATE "Commitments" AS c SET "Light" = 0
        WHERE c."PlanId" = {0} AND c."Light" <> 0 AND NOT EXISTS (SELECT 1 FROM "MonthLights" AS l WHERE l."CommitmentId" = c."Id" AND l."Month" = {1})
        """,
        """
        UPDATE "Commitments" AS c SET "Share" = l."Done" FROM "MonthLights" AS l
        WHERE l."PlanId" = {0} AND l."Month" = {1} AND c."Id" = l."CommitmentId"
            AND c."ParentId" IS NULL AND NOT c."IsLeaf" AND c."Share" IS DISTINCT FROM l."Done"
        """,
    ];

    /// <summary>Writes the lights of a month and lets the rows take them over, inside the caller's transaction, which AuditedSave ends.</summary>
    /// <returns>The digest, as <see cref="Digest"/> makes it.</returns>
    public static async Task<string> WriteAsync(MaodingContext db, int planId, int month, List<MonthLight> lights, CancellationToken stop = default)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Lights are written in the transaction of their closing.");
        lights.Sort((a, b) => a.CommitmentId.CompareTo(b.CommitmentId));
        await InsertAsync(db, lights, stop);
        foreach (var sql in Taking)
        {
            await using var command = db.Command(string.Format(CultureInfo.InvariantCulture, sql, planId, month));
            await command.ExecuteNonQueryAsync(stop);
        }

        return Digest(lights);
    }

    /// <summary>SHA-256 over what is frozen of the lights of a month, lower-case hex.</summary>
    /// <param name="lights">In the order of their rows' ids.</param>
    public static string Digest(IEnumerable<MonthLight> lights)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new StringBuilder();
        foreach (var light in lights)
        {
            line.Clear();
            foreach (var (_, value) in Columns) line.Append(CultureInfo.InvariantCulture, $"{value(light)},");
            hash.AppendData(Encoding.ASCII.GetBytes(line.Append('\n').ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Numbers only, so the values stand in the statement: binding each would cost either database more than reading them.</summary>
    private static async Task InsertAsync(MaodingContext db, List<MonthLight> lights, CancellationToken stop)
    {
        var sql = new StringBuilder();
        foreach (var batch in lights.Chunk(Batch))
        {
            sql.Clear().Append(CultureInfo.InvariantCulture, $"INSERT INTO \"MonthLights\" ({Names}) VALUES ");
            foreach (var light in batch)
            {
                sql.Append('(');
                foreach (var (name, value) in Columns)
                {
                    if (name == nameof(MonthLight.IsMissing)) sql.Append(light.IsMissing ? "TRUE," : "FALSE,");
                    else if (value(light) is { } number) sql.Append(CultureInfo.InvariantCulture, $"{number},");
                    else sql.Append("NULL,");
                }

                sql.Append("''),");
            }

            sql.Length--;
            await using var command = db.Command(sql.ToString());
            await command.ExecuteNonQueryAsync(stop);
        }
    }
}
