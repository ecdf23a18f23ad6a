namespace Maoding.Domain.Progress;

/// <summary>
/// What tells of a row's progress without its unit being asked: no figure is asked for twice. Each
/// origin makes its own; <see cref="ReportShare.BasisOf"/> decides when it counts.
/// </summary>
/// <param name="Basis">Which origin it is.</param>
/// <param name="Share">0 to 1000; null where the progress is no share of anything: growth, ranks, what is not to be exceeded.</param>
/// <param name="Words">Where it stands, with the numbers used.</param>
/// <param name="SubjectId">Of what tells it: the target, or for projects the row that they serve.</param>
public sealed record ShareSource(ShareBasis Basis, int? Share, string Words, int SubjectId);
