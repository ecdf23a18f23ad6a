namespace Maoding.Features.Progress.Overviews;

/// <summary>One table of the overview.</summary>
/// <param name="Head">What its lines are: 牵头单位.</param>
/// <param name="Month">yyyymm of the lights; null while no month was closed.</param>
/// <param name="Note">Said under it; empty for nothing.</param>
public sealed record PartTable(string Head, IReadOnlyList<PartLine> Lines, int? Month, string Note = "");
