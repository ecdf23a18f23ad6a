using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Maoding.Storage;

/// <summary>Times are UTC with microseconds in both databases: SQLite forgets the kind when reading, PostgreSQL keeps no finer part.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => ToStored(value),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    internal static DateTime ToStored(DateTime value)
    {
        var utc = value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}

/// <summary>The same for Identity's times with offset: PostgreSQL takes no other offset than UTC's.</summary>
internal sealed class UtcOffsetConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    value => new DateTimeOffset(UtcConverter.ToStored(value.UtcDateTime)),
    stored => stored.ToUniversalTime());

/// <summary>Decimals as whole millionths, because SQLite cannot order its decimals; up to 9.2 trillion.</summary>
internal sealed class MillionthsConverter() : ValueConverter<decimal, long>(
    value => (long)decimal.Round(value * 1_000_000m),
    stored => stored / 1_000_000m);
