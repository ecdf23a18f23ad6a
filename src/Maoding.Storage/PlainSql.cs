using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Maoding.Storage;

/// <summary>Statements that the model cannot say, inside the context's transaction; their words come from the model, never from people.</summary>
internal static class PlainSql
{
    public static DbCommand Command(this MaodingContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    public static void Run(this MaodingContext db, string sql)
    {
        using var command = db.Command(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null for none and for NULL.</summary>
    public static object? Scalar(this MaodingContext db, string sql)
    {
        using var command = db.Command(sql);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public static long? Number(this MaodingContext db, string sql) =>
        db.Scalar(sql) is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
}
