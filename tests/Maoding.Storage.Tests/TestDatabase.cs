using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Storage.Auditing;
using Maoding.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests;

/// <summary>A database of one test: every storage test runs on both kinds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public static readonly Actor Tester = new(7, null, "测试员", false, []);

    private readonly string? _folder;

    private TestDatabase(Database database, string? folder) => (Database, _folder) = (database, folder);

    /// <summary>The two kinds, by name.</summary>
    public static TheoryData<string> Both => ["sqlite", "postgres"];

    public Database Database { get; }

    public static TestDatabase Empty(string kind)
    {
        if (kind == "postgres") return new TestDatabase(Database.Postgres(PostgresCluster.CreateDatabase()), null);
        var folder = Directory.CreateTempSubdirectory("maoding-storage-").FullName;
        return new TestDatabase(Database.InFolder(folder), folder);
    }

    public static async Task<TestDatabase> MigratedAsync(string kind)
    {
        if (kind == "postgres") return new TestDatabase(await MigratedDatabase.OnPostgresAsync(), null);
        var folder = Directory.CreateTempSubdirectory("maoding-storage-").FullName;
        return new TestDatabase(await MigratedDatabase.InFolderAsync(folder), folder);
    }

    public MaodingContext Open() => Database.Open();

    public static Task SaveAsync(MaodingContext db, string action = "试写", HandledRequest? request = null) =>
        new AuditedSave(db, TimeProvider.System).SaveAsync(Tester, action, "", request);

    /// <summary>Runs a statement with the triggers of the audit tables off, as someone with the database's own tools could.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var db = Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Database.IsPostgres
            ? "ALTER TABLE \"AuditEntries\" DISABLE TRIGGER ALL; ALTER TABLE \"AuditHeads\" DISABLE TRIGGER ALL; "
                + $"{sql}; ALTER TABLE \"AuditEntries\" ENABLE TRIGGER ALL"
            : $"PRAGMA foreign_keys = OFF; DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete; {sql}";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A plan with a document, two units, and one row led by the first.</summary>
    public async Task<Commitment> SmallLedgerAsync(string number = "1")
    {
        await using var db = Open();
        var plan = new Plan { Year = 2026, Name = "2026年任务分解方案" };
        Unit[] units = [new() { Order = 1, Name = "区教育局", ShortName = "教育局" }, new() { Order = 2, Name = "区财政局", ShortName = "财政局" }];
        db.AddRange(plan, units[0], units[1]);
        await SaveAsync(db);
        var document = new SourceDocument
        {
            PlanId = plan.Id,
            Title = "讲话",
            Kind = DocumentKind.Speech,
            Text = "新建公办幼儿园3所。",
            ImportedAt = new DateTime(2026, 1, 5, 1, 2, 3, DateTimeKind.Utc),
        };
        db.Documents.Add(document);
        await SaveAsync(db);
        var row = Row(plan.Id, number);
        (row.DocumentId, row.LeadUnitId) = (document.Id, units[0].Id);
        row.Quotes.Add(new Quote { DocumentId = document.Id, Start = 0, Length = 9, Sentence = 1, Text = "新建公办幼儿园3所" });
        row.CoUnits.Add(new CoUnit { UnitId = units[1].Id, Order = 1 });
        row.Quantities.Add(new Quantity { Name = "幼儿园", Value = 3.25m, Unit = "所" });
        db.Commitments.Add(row);
        await SaveAsync(db);
        return row;
    }

    public static Commitment Row(int planId, string number) =>
        new() { PlanId = planId, Number = number, Title = $"第{number}项", Kind = CommitmentKind.Work, State = CommitmentState.Draft };

    /// <summary>Walks the chain from its beginning: no gap, no fork, every hash right, the head at its end.</summary>
    public async Task<int> ChainAsync()
    {
        await using var db = Open();
        var previous = AuditChain.Beginning;
        var count = 0;
        foreach (var entry in await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync())
        {
            Assert.Equal(++count, entry.Sequence);
            Assert.Equal(previous, entry.PreviousHash);
            Assert.Equal(AuditChain.Hash(previous, entry.Text), entry.Hash);
            previous = entry.Hash;
        }

        var head = await db.AuditHeads.AsNoTracking().SingleAsync();
        Assert.Equal((count, previous), (head.Sequence, head.Hash));
        return count;
    }

    public ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            using (var connection = new SqliteConnection(Database.ConnectionString)) SqliteConnection.ClearPool(connection);
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
