using Maoding.TestKit;
using Npgsql;
using Xunit;

namespace Maoding.Tests.TestKit;

/// <summary>The cluster kit gives each test a database of its own.</summary>
public sealed class PostgresClusterTests
{
    [Fact]
    public async Task Two_databases_know_nothing_of_each_other()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var first = NpgsqlDataSource.Create(PostgresCluster.CreateDatabase());
        await using var second = NpgsqlDataSource.Create(PostgresCluster.CreateDatabase());
        await using (var create = first.CreateCommand("CREATE TABLE only_here (text text); INSERT INTO only_here VALUES ('云泽区')"))
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var read = first.CreateCommand("SELECT text FROM only_here");
        Assert.Equal("云泽区", await read.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        await using var missing = second.CreateCommand("SELECT to_regclass('only_here') IS NULL");
        Assert.Equal(true, await missing.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
