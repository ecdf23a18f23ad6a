using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Maoding.Storage.Archiving;

/// <summary>What a column holds, the same on either database.</summary>
internal enum ColumnKind
{
    Flag = 1,
    Whole,
    Text,

    /// <summary>UTC with microseconds.</summary>
    Time,

    /// <summary>The same, where the database keeps an offset beside it.</summary>
    Instant,
    Day,
    Bytes,
}

internal sealed record ArchiveColumn(string Name, ColumnKind Kind);

/// <summary>One table of the model as an archive holds it.</summary>
/// <param name="Key">Columns of the primary key, in its order.</param>
/// <param name="Counter">The column that the database numbers by itself; null when there is none.</param>
/// <param name="IsSeeded">A migrated database has a row here already.</param>
/// <param name="ForeignKeys">Names of its constraints.</param>
internal sealed record ArchiveTable(
    string Name, IReadOnlyList<ArchiveColumn> Columns, IReadOnlyList<string> Key, string? Counter, bool IsSeeded, IReadOnlyList<string> ForeignKeys)
{
    public bool HasBytes => Columns.Any(c => c.Kind == ColumnKind.Bytes);

    public string TextPart => $"tables/{Name}.jsonl";

    public string BytesPart => $"tables/{Name}.bin";
}

/// <summary>Reads from the model which tables there are: nothing here names one.</summary>
internal static class ArchiveModel
{
    /// <summary>All tables of the present model, a table after those it refers to as far as circles allow.</summary>
    public static IReadOnlyList<ArchiveTable> Tables(MaodingContext db) => Tables(db.GetService<IDesignTimeModel>().Model);

    /// <summary>The tables as they were after a migration, from what is written down beside it.</summary>
    public static IReadOnlyList<ArchiveTable> TablesAfter(MaodingContext db, string migration)
    {
        var all = db.GetService<IMigrationsAssembly>();
        var then = all.CreateMigration(all.Migrations[migration], db.Database.ProviderName!).TargetModel;
        return Tables(db.GetService<IModelRuntimeInitializer>().Initialize(then));
    }

    private static IReadOnlyList<ArchiveTable> Tables(IModel model)
    {
        var ordered = new List<ITable>();
        var seen = new HashSet<ITable>();
        void Visit(ITable table)
        {
            if (!seen.Add(table)) return;
            foreach (var constraint in table.ForeignKeyConstraints) Visit(constraint.PrincipalTable);
            ordered.Add(table);
        }

        foreach (var table in model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal)) Visit(table);
        return [.. ordered.Select(Describe)];
    }

    private static ArchiveTable Describe(ITable table)
    {
        var key = table.PrimaryKey!.Columns;
        var numbered = key.Count == 1 && key[0].PropertyMappings.Any(
            m => m.Property.ValueGenerated == ValueGenerated.OnAdd && KindOf(key[0]) == ColumnKind.Whole && !m.Property.IsForeignKey());
        return new ArchiveTable(
            table.Name,
            [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new ArchiveColumn(c.Name, KindOf(c)))],
            [.. key.Select(c => c.Name)],
            numbered ? key[0].Name : null,
            table.EntityTypeMappings.Any(m => ((IEntityType)m.TypeBase).GetSeedData().Any()),
            [.. table.ForeignKeyConstraints.Select(c => c.Name)]);
    }

    private static ColumnKind KindOf(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(bool) => ColumnKind.Flag,
            var t when t == typeof(int) || t == typeof(long) => ColumnKind.Whole,
            var t when t == typeof(string) => ColumnKind.Text,
            var t when t == typeof(DateTime) => ColumnKind.Time,
            var t when t == typeof(DateTimeOffset) => ColumnKind.Instant,
            var t when t == typeof(DateOnly) => ColumnKind.Day,
            var t when t == typeof(byte[]) => ColumnKind.Bytes,
            var t => throw new NotSupportedException($"{column.Table.Name}.{column.Name} is a {t.Name}: say in ArchiveModel how an archive holds it."),
        };
    }
}
