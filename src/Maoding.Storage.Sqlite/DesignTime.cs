using Microsoft.EntityFrameworkCore.Design;

namespace Maoding.Storage.Sqlite;

/// <summary>Lets dotnet ef make migrations; it never connects.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<MaodingContext>
{
    public MaodingContext CreateDbContext(string[] args) => new Database("Data Source=design.db", false).Open();
}
