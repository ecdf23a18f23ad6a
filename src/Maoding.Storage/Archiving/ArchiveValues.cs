using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Maoding.Storage.Archiving;

/// <summary>Values between a database's row and an archive's line.</summary>
internal static class ArchiveValues
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Writes one value; bytes are written as their length and stand in a part of their own.</summary>
    public static void Write(Utf8JsonWriter json, DbDataReader row, int index, ColumnKind kind)
    {
        if (row.IsDBNull(index))
        {
            json.WriteNullValue();
            return;
        }

        switch (kind)
        {
            case ColumnKind.Flag:
                json.WriteBooleanValue(row.GetBoolean(index));
                break;
            case ColumnKind.Whole:
                json.WriteNumberValue(Convert.ToInt64(row.GetValue(index), CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Text:
                json.WriteStringValue(row.GetString(index));
                break;
            case ColumnKind.Time or ColumnKind.Instant:
                json.WriteStringValue(row.GetFieldValue<DateTimeOffset>(index).UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Day:
                json.WriteStringValue(row.GetFieldValue<DateOnly>(index).ToString(DayFormat, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteNumberValue(row.GetBytes(index, 0, null, 0, 0));
                break;
        }
    }

    /// <summary>Reads one value for a parameter; for bytes their length.</summary>
    /// <exception cref="InvalidDataException">The value is of another kind.</exception>
    public static object Read(JsonElement value, ColumnKind kind) => (kind, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => DBNull.Value,
        (ColumnKind.Flag, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (ColumnKind.Whole or ColumnKind.Bytes, JsonValueKind.Number) when value.TryGetInt64(out var number) => number,
        (ColumnKind.Text, JsonValueKind.String) => value.GetString()!,
        (ColumnKind.Time, JsonValueKind.String) when Time(value.GetString()!) is { } time => time,
        (ColumnKind.Instant, JsonValueKind.String) when Time(value.GetString()!) is { } time => new DateTimeOffset(time),
        (ColumnKind.Day, JsonValueKind.String)
            when DateOnly.TryParseExact(value.GetString(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => throw new InvalidDataException($"{value.ValueKind} is no {kind}"),
    };

    /// <summary>The type under which <see cref="Read"/>'s value is sent.</summary>
    public static DbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Flag => DbType.Boolean,
        ColumnKind.Whole => DbType.Int64,
        ColumnKind.Text => DbType.String,
        ColumnKind.Time => DbType.DateTime,
        ColumnKind.Instant => DbType.DateTimeOffset,
        ColumnKind.Day => DbType.Date,
        _ => DbType.Binary,
    };

    private static DateTime? Time(string text) =>
        DateTime.TryParseExact(
            text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
