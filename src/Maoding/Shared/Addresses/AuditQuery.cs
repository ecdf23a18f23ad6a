using System.Globalization;
using Maoding.Districts;

namespace Maoding.Shared.Addresses;

/// <summary>What is looked for in the audit, as the address says it.</summary>
/// <param name="Person">Part of a person's name or of an account's.</param>
/// <param name="Action">Part of what was done.</param>
/// <param name="Subject">Name of an entity's type.</param>
/// <param name="Row">Number of a ledger row.</param>
/// <param name="From">First day in China, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Words">Anything in the entry, values before and after included.</param>
/// <param name="Before">Entries with a lower number only: the next page.</param>
public sealed record AuditQuery(string? Person, string? Action, string? Subject, string? Row, DateOnly? From, DateOnly? To, string? Words, long? Before)
{
    public bool IsFiltered => this != new AuditQuery(null, null, null, null, null, null, null, Before);

    /// <summary>Blanks are no filter; longer words than this find nothing anyway.</summary>
    public AuditQuery Trimmed() => new(Short(Person), Short(Action), Short(Subject), Short(Row), From, To, Short(Words), Before);

    /// <summary>The moment a day begins in China, UTC.</summary>
    public static DateTime BeginningOf(DateOnly day) => BusinessClock.FromChina(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The address of a page with these filters.</summary>
    public Address On(string page) => new Address(page)
        .With("person", Person)
        .With("action", Action)
        .With("subject", Subject)
        .With("row", Row)
        .With("from", From)
        .With("to", To)
        .With("words", Words);

    private static string? Short(string? given) => given?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, 100)] : null;
}

/// <summary>The addresses of the audit's pages.</summary>
public static class AuditLinks
{
    public const string Index = "/audit";

    public static string List(AuditQuery query, long? before = null) =>
        query.On(Index).With("before", before?.ToString(CultureInfo.InvariantCulture)).ToString();

    public static string Entry(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{sequence}");

    public static string Export(AuditQuery query, string kind) => query.On($"{Index}/export.{kind}").ToString();
}
