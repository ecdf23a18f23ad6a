using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Maoding.Storage;

/// <summary>Times are UTC in both databases; SQLite forgets it when reading.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

/// <summary>Decimals as whole millionths, because SQLite cannot order its decimals; up to 9.2 trillion.</summary>
internal sealed class MillionthsConverter() : ValueConverter<decimal, long>(
    value => (long)decimal.Round(value * 1_000_000m),
    stored => stored / 1_000_000m);
