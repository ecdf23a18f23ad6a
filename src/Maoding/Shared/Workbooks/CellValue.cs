using Maoding.Domain;

namespace Maoding.Shared.Workbooks;

/// <summary>What a cell means, or a sentence that says what is wrong with it. The place and the code are the import's own.</summary>
public readonly record struct CellValue<T>(T Value, string Wrong = "")
{
    public bool IsWrong => Wrong.Length > 0;

    /// <summary>The value; a cell that cannot be read is refused.</summary>
    public T OrRefuse(string code) => IsWrong ? throw new RefusalException(code, Wrong) : Value;
}
