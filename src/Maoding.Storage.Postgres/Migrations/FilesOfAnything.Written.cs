using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Maoding.Storage.Postgres.Migrations;

/// <summary>The written part of a generated migration.</summary>
public partial class FilesOfAnything
{
    public override IReadOnlyList<MigrationOperation> UpOperations => field ??= FilesMoved.OnPostgres(base.UpOperations);
}
