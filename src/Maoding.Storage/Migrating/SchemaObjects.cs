using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Migrating;

/// <summary>
/// What migrations generated from the model cannot say: triggers that keep the audit and the editions as they were written, and the index of
/// the search. Safe to run again.
/// </summary>
internal static class SchemaObjects
{
    /// <summary>A piece of a file belongs to an edition.</summary>
    private const string OfEdition = """EXISTS (SELECT 1 FROM "Files" f WHERE f."Id" = OLD."FileId" AND f."Subject" = 'Edition')""";

    private static readonly string[] Sqlite =
    [
        """CREATE TRIGGER IF NOT EXISTS audit_no_update BEFORE UPDATE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_no_delete BEFORE DELETE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_head_no_delete BEFORE DELETE ON "AuditHeads" BEGIN SELECT RAISE(ABORT, 'the audit head is never deleted'); END""",
        """CREATE TRIGGER IF NOT EXISTS edition_no_update BEFORE UPDATE ON "Editions" BEGIN SELECT RAISE(ABORT, 'editions are never changed'); END""",
        """CREATE TRIGGER IF NOT EXISTS edition_no_delete BEFORE DELETE ON "Editions" BEGIN SELECT RAISE(ABORT, 'editions are never deleted'); END""",
        $"""
        CREATE TRIGGER IF NOT EXISTS edition_bytes_no_update BEFORE UPDATE ON "FileChunks" WHEN {OfEdition}
        BEGIN SELECT RAISE(ABORT, 'editions are never changed'); END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS edition_bytes_no_delete BEFORE DELETE ON "FileChunks" WHEN {OfEdition}
        BEGIN SELECT RAISE(ABORT, 'editions are never deleted'); END
        """,
        """CREATE VIRTUAL TABLE IF NOT EXISTS commitment_search USING fts5(words, content='', contentless_delete=1, tokenize='unicode61')""",
        """CREATE VIRTUAL TABLE IF NOT EXISTS thing_search USING fts5(words, content='', contentless_delete=1, tokenize='unicode61')""",
    ];

    private static readonly string[] Postgres =
    [
        """
        CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'audit entries are never changed or deleted'; END $$
        """,
        """CREATE OR REPLACE TRIGGER audit_keep BEFORE UPDATE OR DELETE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
        """CREATE OR REPLACE TRIGGER audit_keep_all BEFORE TRUNCATE ON "AuditEntries" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
        """CREATE OR REPLACE TRIGGER audit_keep_head BEFORE DELETE ON "AuditHeads" FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
        """
        CREATE OR REPLACE FUNCTION edition_refuse() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'editions are never changed or deleted'; END $$
        """,
        $"""
        CREATE OR REPLACE FUNCTION edition_refuse_bytes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF {OfEdition} THEN RAISE EXCEPTION 'editions are never changed or deleted'; END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW; END $$
        """,
        """CREATE OR REPLACE TRIGGER edition_keep BEFORE UPDATE OR DELETE ON "Editions" FOR EACH ROW EXECUTE FUNCTION edition_refuse()""",
        """CREATE OR REPLACE TRIGGER edition_keep_bytes BEFORE UPDATE OR DELETE ON "FileChunks" FOR EACH ROW EXECUTE FUNCTION edition_refuse_bytes()""",
        """CREATE TABLE IF NOT EXISTS "CommitmentSearch" ("CommitmentId" integer PRIMARY KEY, "Words" tsvector NOT NULL)""",
        """CREATE INDEX IF NOT EXISTS "IX_CommitmentSearch_Words" ON "CommitmentSearch" USING gin ("Words")""",
        """CREATE TABLE IF NOT EXISTS "ThingSearch" ("Key" bigint PRIMARY KEY, "Words" tsvector NOT NULL)""",
        """CREATE INDEX IF NOT EXISTS "IX_ThingSearch_Words" ON "ThingSearch" USING gin ("Words")""",
    ];

    public static async Task EnsureAsync(MaodingContext db, CancellationToken stop)
    {
        foreach (var statement in db.Database.IsNpgsql() ? Postgres : Sqlite) await db.Database.ExecuteSqlRawAsync(statement, stop);
    }
}
