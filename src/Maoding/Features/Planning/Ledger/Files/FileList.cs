namespace Maoding.Features.Planning.Ledger.Files;

/// <summary>The files of a row as its page lists them.</summary>
public sealed record FileList(int RowId, IReadOnlyList<FileLine> Files, bool MayAttach);
