using Maoding.Domain.Documents;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Maoding.Storage.Tests.Migrating;

/// <summary>A database from before files could belong to anything: each still belongs to what it belonged to, with its pieces.</summary>
public sealed class FilesOfAnythingTests
{
    private static readonly string[] _before =
    [
        """
        INSERT INTO "Files" ("Id", "Name", "ContentType", "Length", "Sha256", "CommitmentId", "ProjectId", "ReviewId", "AddedAt", "AddedById")
        VALUES (3, '验收报告.pdf', 'application/pdf', 1, 'a', 71, NULL, NULL, '2026-03-02 01:02:03.123456', 5),
               (4, '工地.jpg', 'image/jpeg', 1, 'b', NULL, 72, NULL, '2026-03-02 01:02:03', 5),
               (5, '送审稿.docx', 'application/x', 1, 'c', NULL, NULL, 73, '2026-03-02 01:02:03', 5),
               (6, '讲话.docx', 'application/octet-stream', 1, 'd', NULL, NULL, NULL, '2026-03-02 01:02:03', 5),
               (9, '区界.geojson', 'application/geo+json', 1, 'e', NULL, NULL, NULL, '2026-03-02 01:02:03', 5)
        """,
        """INSERT INTO "FileChunks" ("FileId", "Index", "Bytes") VALUES (6, 0, {byte})""",
        """
        INSERT INTO "Documents" ("Id", "PlanId", "Title", "Kind", "Speaker", "Text", "FileId", "IsReplaced", "ImportedAt", "ImportedById", "Version")
        VALUES (74, 1, '讲话', 1, '', '讲话', 6, {false}, '2026-03-02 01:02:03', 5, 1)
        """,
    ];

    public static TheoryData<string> Both => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Files_stay_with_what_they_belong_to(string kind)
    {
        await using var database = TestDatabase.Empty(kind);
        await BeforeAsync(database);
        await Migrator.MigrateAsync(database.Database);
        await using var db = database.Open();
        var files = await db.Files.AsNoTracking().OrderBy(f => f.Id).ToListAsync();
        Assert.Equal(
            [(3, "Commitment", 71), (4, "Project", 72), (5, "JointReview", 73), (6, "SourceDocument", 74), (9, "Region", 1)],
            files.Select(f => (f.Id, f.Subject, f.SubjectId)));
        Assert.Equal(("验收报告.pdf", "application/pdf", 1L, "a", 5), (files[0].Name, files[0].ContentType, files[0].Length, files[0].Sha256, files[0].AddedById));
        Assert.Equal(new DateTime(2026, 3, 2, 1, 2, 3, DateTimeKind.Utc).AddMicroseconds(123456), files[0].AddedAt);
        Assert.Equal([7], (await db.FileChunks.SingleAsync(c => c.FileId == 6)).Bytes);
        // Keys run on behind those that were brought over, and what names a file is guarded again.
        var next = new StoredFile { Name = "下一个", ContentType = "text/plain", Sha256 = "f", Subject = "Region", SubjectId = 1 };
        db.Files.Add(next);
        await TestDatabase.SaveAsync(db);
        Assert.True(next.Id > 9);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("""DELETE FROM "Files" WHERE "Id" = 6"""));
    }

    /// <summary>What the rows point to is not looked at: only the files are.</summary>
    private static async Task BeforeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var earlier = db.Database.GetMigrations().Last(m => m.EndsWith("_Tiers", StringComparison.Ordinal));
        await db.GetService<IMigrator>().MigrateAsync(earlier);
        var postgres = database.Database.IsPostgres;
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(postgres ? "SET session_replication_role = replica" : "PRAGMA foreign_keys = OFF");
        foreach (var statement in _before)
        {
            var words = statement.Replace("{false}", postgres ? "FALSE" : "0", StringComparison.Ordinal)
                .Replace("{byte}", postgres ? "'\\x07'" : "x'07'", StringComparison.Ordinal);
            await db.Database.ExecuteSqlRawAsync(words);
        }

        if (postgres) await db.Database.ExecuteSqlRawAsync("""SELECT SETVAL(PG_GET_SERIAL_SEQUENCE('"Files"', 'Id'), 9)""");
        await db.Database.ExecuteSqlRawAsync(postgres ? "RESET session_replication_role" : "PRAGMA foreign_keys = ON");
    }
}
