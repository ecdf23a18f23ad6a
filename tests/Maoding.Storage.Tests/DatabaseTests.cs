using Npgsql;
using Xunit;

namespace Maoding.Storage.Tests;

public class DatabaseTests
{
    [Theory]
    [InlineData("Host=db;Database=maoding", 50)]
    [InlineData("Host=db;Database=maoding;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;Database=maoding;MaxAutoPrepare=7", 7)]
    public void Statements_are_kept_planned_unless_the_connection_string_says_otherwise(string given, int prepared)
    {
        var read = new NpgsqlConnectionStringBuilder(Database.Postgres(given).ConnectionString);
        Assert.Equal(prepared, read.MaxAutoPrepare);
        Assert.Equal(("db", "maoding"), (read.Host, read.Database));
    }
}
