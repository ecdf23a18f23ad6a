namespace Maoding.Domain.Checking;

/// <summary>Whether a finding keeps a row from being issued.</summary>
public enum CheckSeverity
{
    /// <summary>必改: the row cannot be issued.</summary>
    Must = 1,

    /// <summary>提醒: to be looked at and decided.</summary>
    Remind = 2,
}

/// <summary>One check of the catalogue.</summary>
/// <param name="Code">CHK001, stable.</param>
/// <param name="Name">What is wrong, in a few words.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Find">The findings, in the order of the ledger or of the directory.</param>
public sealed record Check(string Code, CheckSeverity Severity, string Name, string Why, string Remedy, Func<CheckInput, IEnumerable<CheckHit>> Find);

/// <summary>One finding: the rows, and what exactly is wrong with them.</summary>
/// <param name="RowIds">Two for a pair, none where a unit or a leader is meant.</param>
/// <param name="Detail">What was found, with its figures; empty where the check's name says it all.</param>
public sealed record CheckHit(IReadOnlyList<int> RowIds, string Detail)
{
    /// <summary>The unit meant.</summary>
    public int? UnitId { get; init; }

    /// <summary>The leader's post meant.</summary>
    public int? PostId { get; init; }

    public static CheckHit Of(CheckedRow row, string detail = "") => new([row.Id], detail);
}
