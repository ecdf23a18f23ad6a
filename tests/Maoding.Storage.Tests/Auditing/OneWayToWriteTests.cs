using System.Text.RegularExpressions;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Storage.Tests.Auditing;

public sealed partial class OneWayToWriteTests
{
    /// <summary>Who else may write, each with the reason.</summary>
    private static readonly (string Path, string Reason)[] _others =
    [
        ("src/Maoding.Storage/Auditing/AuditedSave.cs", "the one way to write"),
        ("src/Maoding.Storage/Auditing/HandledForms.cs", "forgets keys of forms a week old, which say nothing of the district"),
        ("src/Maoding.Storage/Auditing/KeptForms.cs", "what somebody typed and has not sent, which is nobody's decision"),
        ("src/Maoding.Storage/Migrating/Migrator.cs", "journal mode, locks and EF's own lock row"),
        ("src/Maoding.Storage/Migrating/SchemaObjects.cs", "triggers"),
        ("src/Maoding.Storage/Migrating/SchemaVersion.cs", "the mark of a restore that has not ended"),
        ("src/Maoding.Storage/ReadSnapshot.cs", "tells PostgreSQL that the transaction only reads"),
        ("src/Maoding.Storage/Searching/IndexTable.cs", "the index of the search, inside the audited save"),
        ("src/Maoding.Storage/DurableWrites.cs", "settings of a new connection"),
        ("src/Maoding.Storage/Archiving/ArchiveReader.cs", "restoring brings the audit entries of its rows with them"),
        ("src/Maoding.Storage/Closing/FrozenLights.cs", "the lights of a closed month, inside the audited save of the closing, whose entry keeps their digest"),
        ("src/Maoding.Storage/PlainSql.cs", "statements of archives: restoring brings the audit entries of the rows with them"),
    ];

    private static readonly (string Path, string Text)[] _product =
    [
        .. from file in Directory.GetFiles(Path.Combine(Corpus.Root, "src"), "*.cs", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(Corpus.Root, file).Replace('\\', '/')
           where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
               && !path.Contains("/Migrations/", StringComparison.Ordinal)
           select (path, File.ReadAllText(file)),
    ];

    [Fact]
    public void Nothing_writes_past_the_audit()
    {
        Assert.NotEmpty(_product);
        Assert.Empty(_product.Where(s => Writing().IsMatch(s.Text)).Select(s => s.Path).Except(_others.Select(o => o.Path)));
    }

    [Fact]
    public void Plain_statements_are_for_archives_alone() =>
        Assert.All(_product.Where(s => PlainStatement().IsMatch(s.Text)), s => Assert.StartsWith("src/Maoding.Storage/", s.Path, StringComparison.Ordinal));

    [Theory]
    [InlineData("await db.SaveChangesAsync(stop)")]
    [InlineData("db.SaveChanges()")]
    [InlineData("rows.ExecuteDeleteAsync()")]
    [InlineData("rows.Where(r => r.Id == 1).ExecuteUpdateAsync(s => s)")]
    [InlineData("db.Database.ExecuteSqlRawAsync(sql)")]
    [InlineData("command.ExecuteNonQueryAsync(stop)")]
    public void What_writes_is_noticed(string code) => Assert.Matches(Writing(), code);

    [GeneratedRegex(@"\.(?:SaveChanges|ExecuteUpdate|ExecuteDelete|ExecuteSql|ExecuteSqlRaw|ExecuteSqlInterpolated|ExecuteNonQuery)(?:Async)?\(")]
    private static partial Regex Writing();

    [GeneratedRegex(@"\b_?db\.(?:Run|Scalar|Number|Command)\(")]
    private static partial Regex PlainStatement();
}
