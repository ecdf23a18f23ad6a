using System.Globalization;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Consulting;

/// <summary>What a round is started with.</summary>
/// <param name="Until">The last day for answers, inclusive, not before today.</param>
/// <param name="RowIds">Rows (not leaves) to be asked about; null for all that are ready.</param>
public sealed record StartOptions(int PlanId, DateOnly Until, string Note = "", IReadOnlyCollection<int>? RowIds = null);

/// <summary>A row that cannot be asked about yet, and why.</summary>
public sealed record LeftOut(int RowId, string Title, string Reason);

/// <summary>What a round would ask about: rows with their leaves, and what is left out.</summary>
public sealed record RoundDraft(IReadOnlyList<Commitment> Ready, IReadOnlyList<LeftOut> LeftOut);

public sealed record StartResult(Consultation Consultation, int Rows, IReadOnlyList<LeftOut> LeftOut);

/// <summary>What a unit or leader says about a row; only what the kind needs is looked at.</summary>
/// <param name="Grounds">依据; obligatory for proposals of another lead, co-units or time.</param>
/// <param name="ProposedPlan">Twelve cumulative per-mille values with commas.</param>
public sealed record Answer(
    OpinionKind Kind,
    string Grounds = "",
    int? ProposedUnitId = null,
    IReadOnlyList<int>? ProposedCoUnits = null,
    DateOnly? ProposedDue = null,
    string ProposedPlan = "",
    IReadOnlyList<QuantityValue>? ProposedQuantities = null,
    int? ProposedPostId = null,
    string ProposedText = "",
    OpinionFile? File = null)
{
    public static Answer Agree { get; } = new(OpinionKind.Agree);
}

/// <summary>An attachment, checked.</summary>
public sealed record OpinionFile(string Name, string Type, byte[] Bytes);

/// <summary>An opinion as it was shown for signing, with its row: 12.1.3.</summary>
public readonly record struct SeenOpinion(int Id, int Version, int RowVersion)
{
    /// <summary>null for text that names none.</summary>
    public static SeenOpinion? Parse(string text) => text.Split('.') is [var id, var version, var row]
        && int.TryParse(id, CultureInfo.InvariantCulture, out var opinion) && int.TryParse(version, CultureInfo.InvariantCulture, out var seen)
        && int.TryParse(row, CultureInfo.InvariantCulture, out var rowSeen) ? new SeenOpinion(opinion, seen, rowSeen) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Version}.{RowVersion}");
}

public enum Decision
{
    /// <summary>采纳: the row changes in the same transaction.</summary>
    Accept = 1,

    /// <summary>不采纳, with a note.</summary>
    Reject = 2,

    /// <summary>报请领导裁定: for a disputed lead only.</summary>
    Escalate = 3,
}

/// <summary>How a round ended.</summary>
/// <param name="Settled">Rows whose opinions are all decided.</param>
/// <param name="Silent">Answers that were not given and count as agreement.</param>
/// <param name="Unasked">Answers of units and leaders who were brought in after the last day: nobody asked them.</param>
/// <param name="Waiting">Rows that stay in consultation until their opinions are decided.</param>
public sealed record CloseResult(int Settled, int Silent, int Unasked, IReadOnlyList<Commitment> Waiting);
