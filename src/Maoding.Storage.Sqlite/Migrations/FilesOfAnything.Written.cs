using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Maoding.Storage.Sqlite.Migrations;

/// <summary>The written part of a generated migration.</summary>
public partial class FilesOfAnything
{
    public override IReadOnlyList<MigrationOperation> UpOperations => field ??= FilesMoved.OnSqlite(base.UpOperations);
}
