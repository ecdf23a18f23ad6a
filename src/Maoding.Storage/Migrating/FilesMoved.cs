using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Maoding.Storage.Migrating;

/// <summary>
/// What the generated migration FilesOfAnything cannot know: the one of three keys that a file had becomes its subject and id. The original
/// of a document is the document's; what nobody named is a boundary of the region, the present one or an earlier one.
/// </summary>
internal static class FilesMoved
{
    private const string Files = "Files";

    private const string Subject = """
        CASE WHEN f."CommitmentId" IS NOT NULL THEN 'Commitment' WHEN f."ProjectId" IS NOT NULL THEN 'Project'
             WHEN f."ReviewId" IS NOT NULL THEN 'JointReview'
             WHEN EXISTS (SELECT 1 FROM "Documents" d WHERE d."FileId" = f."Id") THEN 'SourceDocument' ELSE 'Region' END
        """;

    private const string SubjectId = """
        COALESCE(f."CommitmentId", f."ProjectId", f."ReviewId", (SELECT MIN(d."Id") FROM "Documents" d WHERE d."FileId" = f."Id"), 1)
        """;

    /// <summary>A table that loses foreign keys is made anew, here in one transaction: a killed process leaves the old one whole.</summary>
    public static IReadOnlyList<MigrationOperation> OnSqlite(IEnumerable<MigrationOperation> generated) => Replaced(generated,
    [
        """
        CREATE TABLE "FilesMade" (
            "Id" INTEGER NOT NULL CONSTRAINT "PK_Files" PRIMARY KEY AUTOINCREMENT, "AddedAt" TEXT NOT NULL, "AddedById" INTEGER NOT NULL,
            "ContentType" TEXT NOT NULL, "Length" INTEGER NOT NULL, "Name" TEXT NOT NULL, "Sha256" TEXT NOT NULL,
            "Subject" TEXT NOT NULL, "SubjectId" INTEGER NOT NULL)
        """,
        $"""
        INSERT INTO "FilesMade" ("Id", "AddedAt", "AddedById", "ContentType", "Length", "Name", "Sha256", "Subject", "SubjectId")
        SELECT f."Id", f."AddedAt", f."AddedById", f."ContentType", f."Length", f."Name", f."Sha256", {Subject}, {SubjectId} FROM "{Files}" f
        """,
        $"""DROP TABLE "{Files}" """,
        $"""ALTER TABLE "FilesMade" RENAME TO "{Files}" """,
    ]);

    public static IReadOnlyList<MigrationOperation> OnPostgres(IEnumerable<MigrationOperation> generated) => Replaced(generated,
    [
        $"""ALTER TABLE "{Files}" ADD COLUMN "Subject" character varying(60), ADD COLUMN "SubjectId" integer""",
        $"""UPDATE "{Files}" f SET "Subject" = {Subject}, "SubjectId" = {SubjectId}""",
        $"""
        ALTER TABLE "{Files}" ALTER COLUMN "Subject" SET NOT NULL, ALTER COLUMN "SubjectId" SET NOT NULL,
            DROP COLUMN "CommitmentId", DROP COLUMN "ProjectId", DROP COLUMN "ReviewId"
        """,
    ]);

    /// <summary>The statements in place of what was generated for the table, and then its new index.</summary>
    private static List<MigrationOperation> Replaced(IEnumerable<MigrationOperation> generated, IEnumerable<string> statements)
    {
        var operations = generated.ToList();
        var index = operations.OfType<CreateIndexOperation>().Single(o => o.Table == Files);
        operations.RemoveAll(o => o is ITableMigrationOperation { Table: Files });
        operations.AddRange(statements.Select(s => new SqlOperation { Sql = s }));
        operations.Add(index);
        return operations;
    }
}
