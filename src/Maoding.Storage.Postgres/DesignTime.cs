using Microsoft.EntityFrameworkCore.Design;

namespace Maoding.Storage.Postgres;

/// <summary>Lets dotnet ef make migrations; it never connects.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<MaodingContext>
{
    public MaodingContext CreateDbContext(string[] args) => Database.Postgres("Host=localhost;Database=design").Open();
}
