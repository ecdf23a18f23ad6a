using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Migrating;

/// <summary>
/// What migrations generated from the model cannot say: triggers that keep the audit as it was written, and the index of the search. Safe to run again.
/// </summary>
internal static class SchemaObjects
{
    private static readonly string[] Sqlite =
    [
        """CREATE TRIGGER IF NOT EXISTS audit_no_update BEFORE UPDATE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_no_delete BEFORE DELETE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END""",
        """CREATE TRIGGER IF NOT EXISTS audit_head_no_delete BEFORE DELETE ON "AuditHeads" BEGIN SELECT RAISE(ABORT, 'the audit head is never deleted'); END""",
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
